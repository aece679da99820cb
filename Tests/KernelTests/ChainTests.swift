import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("AT-X.2 Event chain", .timeLimit(.minutes(2)))
struct ChainTests {
  private static let code = "320999"

  /// An office with a few events more than it is founded with, the last of them about two records.
  private static func office(_ engine: TestOffice.Engine) async throws -> TestOffice {
    let office = try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
    let agency = try #require(try await office.principal("director").agency)
    for number in 1...4 {
      try await office.act("director", Submission(token: "form \(number)")) { context in
        context.record(
          "test.told", .county(context.county), also: [.agency(agency)], facts: ["n": .number(Int64(number))])
      }
    }
    return office
  }

  @Test("A whole chain is whole, also below a signed checkpoint", arguments: TestOffice.Engine.allCases)
  func whole(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    #expect(try await office.firstFault() == nil)
    try await TakeCheckpoint(ActionRunner(office.services))(office.county)
    try await TakeCheckpoint(ActionRunner(office.services))(office.county)
    #expect(try await office.value("SELECT COUNT(*) FROM chain_checkpoint", as: Int.self) == 1)
    try await office.act { _ in }
    #expect(try await office.firstFault() == nil)
  }

  @Test(
    "The database refuses to change or delete what was recorded", arguments: TestOffice.Engine.allCases,
    ["event", "event_subject", "chain_checkpoint"])
  func appendOnly(engine: TestOffice.Engine, table: String) async throws {
    let office = try await Self.office(engine)
    try await TakeCheckpoint(ActionRunner(office.services))(office.county)
    let refused = StorageError.appendOnly(table: table)
    await #expect(throws: refused) { try await office.meddle("DELETE FROM \(raw: table)") }
    await #expect(throws: refused) { try await office.meddle("UPDATE \(raw: table) SET county = county") }
    #expect(try await office.firstFault() == nil)
  }

  @Test("A deleted event is named, wherever it stood", arguments: TestOffice.Engine.allCases, [1, 7, 0])
  func deleted(engine: TestOffice.Engine, number: Int) async throws {
    let office = try await Self.office(engine)
    let last = try await office.eventCount()
    let missing = number == 0 ? last : number
    try await office.disarm("event")
    try await office.meddle("DELETE FROM event WHERE number = \(missing)")
    let reason = missing == last ? "the newest events are missing or not recorded" : "missing"
    #expect(try await office.firstFault() == "event \(Self.code) \(missing): \(reason)")
  }

  @Test(
    "A chain cut short is found by its checkpoint when the county's row was cut too",
    arguments: TestOffice.Engine.allCases)
  func cutShort(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    try await TakeCheckpoint(ActionRunner(office.services))(office.county)
    let kept = try await office.eventCount() - 2
    let head = try #require(
      try await office.value("SELECT hash FROM event WHERE number = \(kept)", as: [UInt8].self))
    try await office.disarm("event")
    try await office.meddle("DELETE FROM event WHERE number > \(kept)")
    try await office.meddle("UPDATE county SET chain_count = \(kept), chain_head = \(head)")
    #expect(
      try await office.firstFault()
        == "event \(Self.code) \(kept + 1): missing: the signed checkpoint \(kept + 2) is later")
  }

  @Test(
    "A chain computed anew over a changed event differs from its checkpoint", arguments: TestOffice.Engine.allCases)
  func computedAnew(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    try await TakeCheckpoint(ActionRunner(office.services))(office.county)
    let last = try await office.eventCount()
    let before = try #require(
      try await office.value("SELECT hash FROM event WHERE number = \(last - 1)", as: [UInt8].self))
    var body = try await Self.body(last, office)
    let digit = try #require(body.lastIndex(of: UInt8(ascii: "4")))
    body[digit] = UInt8(ascii: "5")
    let hash = EventChain.hash(after: before, body)
    try await office.disarm("event")
    try await office.meddle(
      "UPDATE event SET body = \(body), hash = \(hash), token = 'form 5' WHERE number = \(last)")
    try await office.meddle("UPDATE county SET chain_head = \(hash)")
    #expect(try await office.firstFault() == "event \(Self.code) \(last): differs from the signed checkpoint")
  }

  @Test("A checkpoint of somebody else's hand is found", arguments: TestOffice.Engine.allCases)
  func forgedCheckpoint(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    try await TakeCheckpoint(ActionRunner(office.services))(office.county)
    let last = try await office.eventCount()
    try await office.disarm("chain_checkpoint")
    try await office.meddle("UPDATE chain_checkpoint SET signature = \([UInt8](repeating: 7, count: 32))")
    #expect(
      try await office.firstFault()
        == "event \(Self.code) \(last): the checkpoint's signature is not the office's")
  }

  @Test("One changed byte of what was hashed is found", arguments: TestOffice.Engine.allCases)
  func changedByte(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    var body = try await Self.body(6, office)
    body[body.count / 2] ^= 1
    try await office.disarm("event")
    try await office.meddle("UPDATE event SET body = \(body) WHERE number = 6")
    #expect(try await office.firstFault() == "event \(Self.code) 6: its bytes are not what was recorded")
  }

  static let columns: [(column: String, value: SQL)] = [
    ("id", "\(UUIDv7())"), ("kind", "'test.untold'"), ("at", "at + 1"), ("actor", "\(UserID())"), ("actor", "NULL"),
    ("actor_name", "'别人'"), ("subject_kind", "'case'"), ("subject_id", "\(UUIDv7())"), ("token", "'form 9'"),
    ("outcome", "'{\"a\":1}'"),
  ]

  @Test("A changed column is found, whichever it is", arguments: TestOffice.Engine.allCases)
  func changedColumn(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let number = try await office.eventCount() - 1
    try await office.disarm("event")
    for (column, value) in Self.columns {
      try await office.meddle(
        "CREATE TABLE kept AS SELECT \(raw: column) AS was FROM event WHERE number = \(number)")
      try await office.meddle("UPDATE event SET \(raw: column) = \(value) WHERE number = \(number)")
      let fault = "event \(Self.code) \(number): its columns differ from its bytes"
      #expect(try await office.firstFault() == fault, "\(column)")
      try await office.meddle("UPDATE event SET \(raw: column) = (SELECT was FROM kept) WHERE number = \(number)")
      try await office.meddle("DROP TABLE kept")
      #expect(try await office.firstFault() == nil)
    }
  }

  @Test(
    "A further record an event was about cannot be taken from it or given to it",
    arguments: TestOffice.Engine.allCases)
  func otherSubjects(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let last = try await office.eventCount()
    try await office.meddle(
      """
      INSERT INTO event_subject (county, subject_kind, subject_id, event_number)
      VALUES (\(office.county), 'case', \(UUIDv7()), \(last))
      """)
    #expect(try await office.firstFault() == "event \(Self.code) \(last): its columns differ from its bytes")
    try await office.disarm("event_subject")
    try await office.meddle("DELETE FROM event_subject WHERE event_number = \(last - 2)")
    #expect(try await office.firstFault() == "event \(Self.code) \(last - 2): its columns differ from its bytes")
  }

  @Test("A row that cannot be read is a fault, not a failure")
  func unreadable() async throws {
    let office = try await Self.office(.sqlite)
    try await office.disarm("event")
    try await office.meddle("UPDATE event SET subject_id = zeroblob(16) WHERE number = 5")
    #expect(try await office.firstFault() == "event \(Self.code) 5: its columns differ from its bytes")
  }

  private static func body(_ number: Int, _ office: TestOffice) async throws -> [UInt8] {
    try #require(try await office.value("SELECT body FROM event WHERE number = \(number)", as: [UInt8].self))
  }
}
