// swift-tools-version: 6.2
import PackageDescription

// The picture of these targets, and why they are cut this way, is in docs/architecture.md.
// Arrows point down only: a target sees what it names here and nothing else.

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .unsafeFlags(["-Xfrontend", "-warn-long-function-bodies=600"], .when(configuration: .debug)),
  .unsafeFlags(["-Xfrontend", "-warn-long-expression-type-checking=400"], .when(configuration: .debug)),
]

func system(_ name: String, _ pkgConfig: String?, apt: String) -> Target {
  .systemLibrary(name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func kit(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/Kits/\(name)", resources: resources, swiftSettings: house
  )
}

func capability(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  let kits: [Target.Dependency] = [
    "Charts", "Kernel", "Localization", "Markup", "Paper", "Sheets", "Storage", "Web", "WorkCalendar",
  ]
  return .target(
    name: name, dependencies: kits + dependencies, path: "Sources/Capabilities/\(name)", exclude: ["README.md"],
    swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests", resources: resources,
    swiftSettings: house)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let log: Target.Dependency = .product(name: "Logging", package: "swift-log")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
  name: "legalaid",
  products: [
    .executable(name: "legalaid", targets: ["legalaid"]),
    .executable(name: "legalaid-bench", targets: ["Bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    // System: module maps for C libraries.
    system("COpenSSL", "openssl", apt: "libssl-dev"),
    system("CPangoCairo", "pangocairo", apt: "libpango1.0-dev"),
    system("CPostgres", "libpq", apt: "libpq-dev"),
    system("CQPDF", "libqpdf", apt: "libqpdf-dev"),
    system("CQREncode", "libqrencode", apt: "libqrencode-dev"),
    system("CSodium", "libsodium", apt: "libsodium-dev"),
    system("CXLSXWriter", "xlsxwriter", apt: "libxlsxwriter-dev"),
    system("CZip", "libzip", apt: "libzip-dev"),

    // Kits: what every capability is built from.
    .target(
      name: "Localization", path: "Sources/Kits/Localization", swiftSettings: house,
      linkerSettings: [.linkedLibrary("_FoundationICU")]),
    kit("WorkCalendar", ["Localization"]),
    kit("Markup"),
    kit("Storage", [grdb, sqlite, crypto, "CPostgres"]),
    kit("Kernel", ["Storage", "Localization", "WorkCalendar", crypto]),
    kit("Charts", ["Markup"]),
    kit("Sheets", ["Localization", "CXLSXWriter", "CZip"]),
    kit("Paper", ["COpenSSL", "CPangoCairo", "CQPDF", "CQREncode"]),
    kit(
      "Web",
      ["Kernel", "Localization", "Markup", "Sheets", "Storage", "WorkCalendar", hummingbird, log, crypto],
      resources: [.embedInCode("Assets/app.css"), .embedInCode("Assets/app.js")]),

    // Capabilities: one folder, one part of the plan each.
    capability("Registry", ["CSodium", crypto]),
    capability("Papers", ["Registry", crypto]),
    capability("Consultations", ["Registry", "Papers"]),
    capability("Intake", ["Registry", "Papers", "Consultations"]),
    capability("Cases", ["Registry", "Papers", "Intake", crypto]),
    capability("DefenceNotices", ["Registry", "Papers", "Intake", "Cases"]),
    capability("Objections", ["Registry", "Papers", "Intake", "Cases"]),
    capability("Cooperations", ["Registry", "Papers", "Intake", "Cases"]),
    capability("GovernmentDocuments", ["Registry", "Papers"]),
    capability("DutyLawyers", ["Registry", "Papers", "Intake", "Cases", "DefenceNotices"]),
    capability("Indicators", ["Registry"]),
    capability("Messages", ["Registry"]),
    capability("Privacy", ["Registry", "Papers"]),

    .target(
      name: "App",
      dependencies: [
        "Cases", "Consultations", "Cooperations", "DefenceNotices", "DutyLawyers", "GovernmentDocuments",
        "Indicators",
        "Intake", "Messages", "Objections", "Papers", "Privacy", "Registry", "Kernel", "Localization", "Markup",
        "Paper", "Sheets",
        "Storage", "Web", "WorkCalendar", hummingbird, lifecycle, log, yams, crypto,
      ], path: "Sources/App", swiftSettings: house),
    .executableTarget(
      name: "legalaid",
      dependencies: [
        "App", "Cases", "DefenceNotices", "Indicators", "Intake", "Papers", "Registry", "Kernel", "Localization",
        "Sheets", "Storage", "Web", "WorkCalendar", arguments,
      ], path: "Sources/legalaid", swiftSettings: house),
    .executableTarget(
      name: "Bench",
      dependencies: [
        "App", "Cases", "Indicators", "Intake", "Registry", "Kernel", "Localization", "Storage", "WorkCalendar",
        arguments,
      ], path: "Sources/Bench", swiftSettings: house),
    .target(
      name: "TestSupport",
      dependencies: [
        "App", "Kernel", "Localization", "Markup", "Registry", "Storage", "Web", "WorkCalendar", hummingbird,
        hummingbirdTesting, log,
      ],
      path: "Sources/TestSupport", swiftSettings: house),

    tests("Localization", ["Localization"]),
    tests("WorkCalendar", ["WorkCalendar", "Localization"]),
    tests("Storage", ["Storage", "TestSupport"]),
    tests("Markup", ["Localization", "Markup", "Web"]),
    tests("Charts", ["Charts", "Markup"]),
    tests("Sheets", ["Sheets", "Localization"]),
    tests("Paper", ["Paper"]),
    tests("Kernel", ["Kernel", "Localization", "Storage", "TestSupport", "WorkCalendar"]),
    tests(
      "Web",
      [
        "Web", "Kernel", "Localization", "Markup", "Storage", "TestSupport", "WorkCalendar", hummingbird, log,
        crypto, hummingbirdTesting,
      ]),
    tests("Registry", ["App", "Registry", "Kernel", "Localization", "Storage", "TestSupport", "WorkCalendar"]),
    tests(
      "Papers", ["Papers", "Registry", "Paper", "Kernel", "Localization", "Storage", "TestSupport", "WorkCalendar"]),
    tests(
      "Consultations",
      [
        "App", "Cases", "Consultations", "Intake", "Papers", "Registry", "Kernel", "Localization", "Storage",
        "TestSupport",
        "Web", "WorkCalendar",
      ]),
    tests(
      "Intake",
      [
        "Consultations", "Intake", "Paper", "Papers", "Registry", "Kernel", "Localization", "Storage",
        "TestSupport",
        "Web", "WorkCalendar",
      ]),
    tests(
      "Cases",
      [
        "Cases", "Intake", "Papers", "Registry", "Kernel", "Localization", "Sheets", "Storage", "TestSupport",
        "Web", "WorkCalendar",
      ]),
    tests(
      "DefenceNotices",
      [
        "App", "Cases", "DefenceNotices", "Intake", "Papers", "Registry", "Kernel", "Localization", "Sheets",
        "Storage", "TestSupport", "Web", "WorkCalendar",
      ]),
    tests(
      "Cooperations",
      [
        "App", "Cases", "Cooperations", "Intake", "Papers", "Registry", "Kernel", "Localization", "Storage",
        "TestSupport", "Web", "WorkCalendar",
      ]),
    tests(
      "Objections",
      [
        "App", "Cases", "Intake", "Objections", "Papers", "Registry", "Kernel", "Localization", "Storage",
        "TestSupport", "Web", "WorkCalendar",
      ]),
    tests(
      "GovernmentDocuments",
      [
        "App", "GovernmentDocuments", "Intake", "Papers", "Kernel", "Localization", "Storage", "TestSupport", "Web",
        "WorkCalendar",
      ]),
    tests(
      "DutyLawyers",
      [
        "App", "DefenceNotices", "DutyLawyers", "Intake", "Papers", "Registry", "Kernel", "Localization", "Storage",
        "TestSupport", "Web", "WorkCalendar",
      ]),
    tests(
      "Privacy",
      [
        "App", "Cases", "Intake", "Papers", "Privacy", "Registry", "Kernel", "Localization", "Sheets", "Storage",
        "TestSupport", "WorkCalendar",
      ]),
    tests(
      "Indicators",
      [
        "App", "Indicators", "Cases", "Intake", "Registry", "Kernel", "Localization", "Storage", "TestSupport",
        "WorkCalendar",
      ]),
    tests(
      "Messages",
      [
        "App", "Messages", "Intake", "Registry", "Kernel", "Localization", "Storage", "TestSupport", "WorkCalendar",
      ]),
    tests(
      "App",
      [
        "App", "Cases", "Consultations", "Cooperations", "DefenceNotices", "DutyLawyers", "GovernmentDocuments",
        "Indicators", "Intake", "Messages", "Objections", "Papers", "Privacy", "Registry", "Kernel",
        "Localization", "Markup", "Sheets", "Storage", "TestSupport", "Web", "WorkCalendar",
      ]),
    tests(
      "Bench",
      ["Bench", "App", "Cases", "Intake", "Registry", "Kernel", "Storage", "TestSupport", "Web", "WorkCalendar"]),
    tests("Fuzz", ["App", "Kernel", "Localization", "Paper", "Sheets", "Storage", "Web", "WorkCalendar"]),
    tests("CommandLine", ["legalaid", "App", "Storage", "TestSupport"]),
    tests("Architecture", ["Localization"]),
  ],
  swiftLanguageModes: [.v6]
)

// The parsers of FuzzTests as a program that libFuzzer drives, in place of the tests: scripts/fuzz --guided.
if Context.environment["LEGALAID_GUIDED"] != nil {
  package.targets.removeAll { $0.type == .test }
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Kernel", "Localization", "Paper", "Sheets", "Storage", "Web", "WorkCalendar"],
      path: "Tests/FuzzTests", exclude: ["FuzzTests.swift", "Mutator.swift"],
      swiftSettings: house + [.define("GUIDED")]))
}
