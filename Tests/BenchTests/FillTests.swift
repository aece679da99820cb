import App
import Cases
import Foundation
import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Bench

/// A generated office is measured in place of a real one: so it must be whole, encrypted, findable, and the same again.
@Suite struct FillTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func aFilledOfficeIsWhole(_ engine: TestOffice.Engine) async throws {
    let filled = try await Filled(engine, cases: 60)
    let county = try #require(
      try await filled.office.services.database.read { try CountyTable.all($0) }.first)
    #expect(try await Integrity.firstFault(county, filled.office.services) == nil)
    #expect(county.businessDay == .literal(2025, 12, 31))
    try await filled.close()
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func whatIsFilledIsFoundAndEncrypted(_ engine: TestOffice.Engine) async throws {
    let filled = try await Filled(engine, cases: 40)
    let services = filled.office.services
    try await services.database.read { reader in
      let county = try #require(try CountyTable.all(reader).first).id
      let row = try #require(
        try reader.row(
          "SELECT id, number, recipient FROM aid_case WHERE county = \(county) ORDER BY accepted_on, id"))
      let number: String = try row.get("number")
      let found = try SearchTable.find(number, kinds: ["case"], for: .system(county), reader)
      #expect(try found.hits.map(\.subject.id).contains(row.get("id")))
      let person = try PersonTable.of(row.get("recipient"), in: county, services.keys, reader)
      let identity = try #require(person.identityNumber)
      #expect(try PersonTable.byIdentity(identity, in: county, services.keys, reader) == person.id)
      let sealed = try #require(
        try reader.value("SELECT identity_sealed FROM person WHERE id = \(person.id)", as: [UInt8].self))
      #expect(String(decoding: sealed, as: UTF8.self).contains(identity) == false)
      let application = try #require(
        try reader.value(
          "SELECT id FROM aid_application WHERE county = \(county) ORDER BY id", as: ApplicationID.self))
      let told = try ApplicationTable.one(application, in: county, reader).telling(services.keys)
      #expect(told.household != nil)
    }
    try await filled.close()
  }

  @Test func theSameSeedMakesTheSameFigures() async throws {
    var figures: [[String]] = []
    for seed: UInt64 in [7, 7, 8] {
      let filled = try await Filled(.sqlite, cases: 80, seed: seed)
      figures.append(
        try await filled.office.services.database.read { reader in
          try reader.rows(
            """
            SELECT accepted_on, cause, recipient_name, state, closed_on FROM aid_case
            ORDER BY accepted_on, number, id
            """
          ).map {
            try
              "\($0.get("accepted_on", as: String.self)) \($0.get("cause", as: String.self)) \($0.get("recipient_name", as: String.self)) \($0.get("state", as: String.self))"
          }
        })
      try await filled.close()
    }
    #expect(figures[0] == figures[1])
    #expect(figures[0] != figures[2])
  }

  /// Rare words lead to their rows, common ones are met among the newest: either way the same is found, also by who sees
  /// one station or one firm only.
  @Test(arguments: TestOffice.Engine.allCases)
  func commonAndRareWordsAreFoundAlike(_ engine: TestOffice.Engine) async throws {
    let filled = try await Filled(engine, cases: 300)
    for login in ["director", "clerk", "firm", "lawyer"] {
      try await filled.office.services.database.read { reader in
        let user = try #require(try UserTable.withLogin(login, reader))
        let principal = try #require(try UserTable.principal(user, at: nil, on: .literal(2025, 12, 31), reader))
        for words in ["王", "劳动报酬", "2025", "zw"] {
          let ways = try [1, 1_000_000].map {
            try SearchTable.find(words, kinds: ["application", "case"], for: principal, common: $0, reader)
          }
          #expect(ways[0].hits.map(\.subject) == ways[1].hits.map(\.subject), "\(login) \(words)")
          #expect(ways[0].isCut == ways[1].isCut)
          if login == "director", words != "zw" { #expect(ways[0].hits.isEmpty == false) }
        }
      }
    }
    try await filled.close()
  }

  /// The next real application takes the next number.
  @Test func theSeriesGoOn() async throws {
    let filled = try await Filled(.sqlite, cases: 50)
    try await filled.office.services.database.read { reader in
      let taken = try reader.value(
        "SELECT MAX(serial) FROM number_register WHERE kind = \(NumberKind.receipt.key) AND year = 2025",
        as: Int.self)
      let next = try reader.value(
        "SELECT next_serial FROM number_series WHERE kind = \(NumberKind.receipt.key) AND year = 2025", as: Int.self
      )
      #expect(next == taken.map { $0 + 1 })
    }
    try await filled.close()
  }
}

/// An office filled in a folder of its own.
struct Filled {
  let office: Office
  let url: String
  let folder: URL

  init(
    _ engine: TestOffice.Engine, cases: Int, seed: UInt64 = 1, at own: String? = nil, in disk: String? = nil
  ) async throws {
    folder = URL(filePath: disk ?? NSTemporaryDirectory()).appending(path: "legalaid-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let fresh =
      engine == .sqlite ? "sqlite:\(folder.path)/office.sqlite" : try await PostgresServer.freshSchema().address
    url = own ?? fresh
    let settings = try Settings(
      Settings.Flags(database: url, data: folder.path + "/data"), environment: [:], file: "/nonexistent")
    office = try await Office.open(settings, create: true)
    try await FillOffice(seed: seed, cases: cases, first: 2024, last: 2025).fill(office) { _, _ in }
  }

  func close() async throws {
    await office.services.database.close()
    try FileManager.default.removeItem(at: folder)
  }
}
