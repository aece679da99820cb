import Testing

/// The picture of docs/architecture.md as a table. The package manifest says the same to the compiler; this also
/// finds what only comes along with another package.
@Suite struct ImportTests {
  /// What each target may see of the house.
  static let picture: [String: Set<String>] = {
    let kits: Set = [
      "Charts", "Kernel", "Localization", "Markup", "Paper", "Sheets", "Storage", "Web", "WorkCalendar",
    ]
    let capabilities: Set = [
      "Cases", "Consultations", "Cooperations", "DefenceNotices", "DutyLawyers", "GovernmentDocuments",
      "Indicators",
      "Intake", "Messages", "Objections", "Papers", "Privacy", "Registry",
    ]
    return [
      "Localization": [],
      "WorkCalendar": ["Localization"],
      "Markup": [],
      "Storage": [],
      "Kernel": ["Localization", "Storage", "WorkCalendar"],
      "Charts": ["Localization", "Markup"],
      "Sheets": ["Localization"],
      "Paper": ["Localization"],
      "Web": ["Kernel", "Localization", "Markup", "Sheets", "Storage", "WorkCalendar"],

      "Registry": kits,
      "Papers": kits.union(["Registry"]),
      "Consultations": kits.union(["Papers", "Registry"]),
      "Intake": kits.union(["Consultations", "Papers", "Registry"]),
      "Cases": kits.union(["Intake", "Papers", "Registry"]),
      "Cooperations": kits.union(["Cases", "Intake", "Papers", "Registry"]),
      "Objections": kits.union(["Cases", "Intake", "Papers", "Registry"]),
      "DefenceNotices": kits.union(["Cases", "Intake", "Papers", "Registry"]),
      "DutyLawyers": kits.union(["Cases", "DefenceNotices", "Intake", "Papers", "Registry"]),
      "GovernmentDocuments": kits.union(["Papers", "Registry"]),
      "Indicators": kits.union(["Registry"]),
      "Messages": kits.union(["Registry"]),
      "Privacy": kits.union(["Papers", "Registry"]),

      "App": kits.union(capabilities),
      "legalaid": kits.union(capabilities).union(["App"]),
      "Bench": kits.union(capabilities).union(["App"]),
      "TestSupport": kits.union(capabilities).union(["App"]),
    ]
  }()

  /// What came from elsewhere has few homes: one place to change when it changes.
  static let homes: [String: Set<String>] = [
    "ArgumentParser": ["Bench", "legalaid"],
    "COpenSSL": ["Paper"],
    "CPangoCairo": ["Paper"],
    "CPostgres": ["Storage"],
    "CQPDF": ["Paper"],
    "CQREncode": ["Paper"],
    "CSodium": ["Registry"],
    "CXLSXWriter": ["Sheets"],
    "CZip": ["Sheets"],
    "Crypto": ["App", "Cases", "Intake", "Kernel", "Papers", "Registry", "Storage", "Web", "legalaid"],
    "GRDB": ["Storage"], "GRDBSQLite": ["Storage"],
    "HTTPTypes": ["App", "TestSupport", "Web"],
    "Hummingbird": ["App", "TestSupport", "Web"],
    "HummingbirdCore": ["App", "TestSupport", "Web"],
    "HummingbirdTesting": ["TestSupport"],
    "Logging": ["App", "TestSupport", "Web"],
    "NIOCore": ["App", "TestSupport", "Web"],
    "NIOHTTP1": ["Web"],
    "NIOHTTPTypes": ["Web"],
    "ServiceLifecycle": ["App"],
    "UnixSignals": ["App"],
    "Yams": ["App"],
    "_FoundationICU": ["Localization"],
  ]

  static let toolchain: Set = [
    "Dispatch", "Foundation", "FoundationEssentials", "FoundationNetworking", "FoundationXML", "Glibc",
    "Synchronization",
  ]

  @Test func everyTargetIsInThePicture() {
    #expect(Set(SourceTree.sources.map(\.target)).subtracting(Self.picture.keys) == [])
  }

  @Test(arguments: picture.keys.sorted())
  func imports(only target: String) {
    let allowed = Self.picture[target, default: []]
    let wrong = SourceTree.sources.filter { $0.target == target }.flatMap { file in
      file.imports.filter { module in
        if Self.picture.keys.contains(module) { return !allowed.contains(module) }
        return !Self.toolchain.contains(module) && !Self.homes[module, default: []].contains(target)
      }.map { "\(file.path) imports \($0)" }
    }
    #expect(wrong == [])
  }

  @Test func arrowsPointDown() {
    for (target, seen) in Self.picture {
      for below in seen { #expect(Self.picture[below]?.contains(target) == false, "\(target) and \(below)") }
    }
  }
}
