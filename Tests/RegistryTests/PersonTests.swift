import Foundation
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Persons", .timeLimit(.minutes(2)))
struct PersonTests {
  private static let number = "11010519491231002X"
  private static let told = PersonTold(
    name: "赵春兰", identityNumber: number, sex: .female, birthOn: .literal(1949, 12, 31), phone: "13951239876",
    address: "河东镇柳湾村三组17号", township: "河东镇", groups: [.woman, .farmer])

  private static func office(_ engine: TestOffice.Engine) async throws -> TestOffice {
    try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
  }

  private static func save(_ told: PersonTold, _ office: TestOffice) async throws -> PersonID {
    try await office.act { try PersonTable.save(told, in: $0) }
  }

  private static func person(_ id: PersonID, _ office: TestOffice) async throws -> Person {
    let (county, keys) = (office.county, office.services.keys)
    return try await office.services.database.read { try PersonTable.of(id, in: county, keys, $0) }
  }

  @Test(
    "Told again by the same identity number it is the same person, with what is newly told",
    arguments: TestOffice.Engine.allCases)
  func again(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let id = try await Self.save(Self.told, office)
    let later = PersonTold(
      name: "赵春兰", identityNumber: " １１０１０５ 19491231 002x", phone: "139-0000-1111", groups: [.elderly, .woman])
    #expect(try await Self.save(later, office) == id)
    let person = try await Self.person(id, office)
    #expect(person.identityNumber == Self.number)
    #expect(person.groups == [.woman, .farmer, .elderly])
    #expect(person.phone == "139-0000-1111")
    // What was not told again stays.
    #expect(person.address == Self.told.address)
    #expect(person.birthOn == Day("1949-12-31"))
    #expect(person.sex == .female)
    #expect(person.township == "河东镇")
    #expect(person.version == 2)
    #expect(try await office.value("SELECT COUNT(*) FROM person", as: Int.self) == 1)
  }

  @Test("The fifteen digits of an old card are the same number", arguments: TestOffice.Engine.allCases)
  func fifteen(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let id = try await Self.save(PersonTold(name: "钱建国", identityNumber: "320311770706001"), office)
    #expect(try await Self.save(PersonTold(name: "钱建国", identityNumber: "320311197707060018"), office) == id)
  }

  @Test("Without a number each telling is a person of its own")
  func withoutNumber() async throws {
    let office = try await Self.office(.sqlite)
    let first = try await Self.save(PersonTold(name: "无号"), office)
    let second = try await Self.save(PersonTold(name: "无号"), office)
    #expect(first != second)
    #expect(try await Self.person(first, office).identityNumber == nil)
  }

  @Test("Another county neither finds nor shares the person", arguments: TestOffice.Engine.allCases)
  func otherCounty(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let id = try await Self.save(Self.told, office)
    let runner = ActionRunner(office.services)
    let other = try await FoundCounty.run(
      CountySetup(name: "白石县", code: "320998", shortName: "白", centreName: "白石县法律援助中心", townships: []), runner)
    let keys = office.services.keys
    await #expect(throws: Refusal.notFound) {
      try await office.services.database.read { try PersonTable.of(id, in: other, keys, $0) }
    }
    let theirs = try await runner.run(TestAction { try PersonTable.save(Self.told, in: $0) }, as: .system(other))
    #expect(theirs != id)
    #expect(try await Self.person(id, office).version == 1)
  }

  @Test("Number, phone and address lie in no table in clear", arguments: TestOffice.Engine.allCases)
  func sealed(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let id = try await Self.save(Self.told, office)
    #expect(try await Self.person(id, office).address == Self.told.address)
    let secrets = try [Self.told.identityNumber, Self.told.phone, Self.told.address].map {
      Array(try #require($0).utf8)
    }
    var found = 0
    for cell in try await Self.everyCell(office) {
      // The name is not sealed: the search itself finds what is there.
      if cell.value.contains(Array("赵春兰".utf8)) { found += 1 }
      for secret in secrets { #expect(!cell.value.contains(secret), "\(cell.place)") }
    }
    #expect(found == 1)
  }

  @Test("Nor in the database's files")
  func sealedFile() async throws {
    let office = try await Self.office(.sqlite)
    let id = try await Self.save(Self.told, office)
    let files = try FileManager.default.contentsOfDirectory(at: office.folder, includingPropertiesForKeys: nil)
      .filter { $0.lastPathComponent.hasPrefix("office.sqlite") }
    let bytes = try files.reduce(into: Data()) { $0 += try Data(contentsOf: $1) }
    #expect(bytes.range(of: Data("赵春兰".utf8)) != nil)
    for secret in [Self.told.identityNumber, Self.told.phone, Self.told.address] {
      #expect(bytes.range(of: Data(try #require(secret).utf8)) == nil)
    }
    #expect(try await Self.person(id, office).phone == Self.told.phone)
  }

  @Test("What is sealed for one person does not open in another's row", arguments: TestOffice.Engine.allCases)
  func moved(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let id = try await Self.save(Self.told, office)
    let other = try await Self.save(PersonTold(name: "别人", phone: "13951239876"), office)
    #expect(try await Self.person(other, office).phone == "13951239876")
    try await office.meddle(
      "UPDATE person SET phone_sealed = (SELECT phone_sealed FROM person WHERE id = \(id)) WHERE id = \(other)")
    await #expect(throws: KeyProblem.self) { try await Self.person(other, office) }
  }

  /// Every value of every row of every table.
  private static func everyCell(_ office: TestOffice) async throws -> [(place: String, value: [UInt8])] {
    let tables: SQL =
      office.services.database.dialect == .sqlite
      ? "SELECT name FROM sqlite_master WHERE type = 'table'"
      : "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()"
    return try await office.services.database.read { reader in
      try reader.rows(tables).flatMap { table in
        let name: String = try table.get("name")
        return try reader.rows("SELECT * FROM \(raw: name)").flatMap { row in
          zip(row.columns, row.values).map { (place: "\(name).\($0)", value: bytes($1)) }
        }
      }
    }
  }

  private static func bytes(_ value: SQLValue) -> [UInt8] {
    switch value {
    case .text(let text): Array(text.utf8)
    case .blob(let bytes): bytes
    case .integer, .uuid, .null: []
    }
  }
}
