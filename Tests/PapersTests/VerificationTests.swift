import Foundation
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("AT-10.7 Verification", .timeLimit(.minutes(3)))
struct VerificationTests {
  /// Every way in which somebody with the database's password may change a finished paper's row.
  private static let changes: [(column: String, value: SQL, fault: String)] = [
    ("number", "'青援决字〔2016〕第7号'", "its row differs from what was decided"),
    ("form", "'F10'", "its row differs from what was decided"),
    ("form_set", "2023", "its row differs from what was decided"),
    ("decided_on", "'2016-03-08'", "its row differs from what was decided"),
    ("approver_name", "'别人'", "its row differs from what was decided"),
    ("digest", "'\(raw: String(repeating: "0", count: 64))'", "its content is not what was decided"),
    (
      "file_sha256", "'\(raw: String(repeating: "a", count: 64))'",
      "its hash is not the one recorded in the event chain"
    ),
    ("file_sha256", "NULL", "its hash is not the one recorded in the event chain"),
    ("state", "'decided'", "its hash is not the one recorded in the event chain"),
  ]

  @Test("A changed row is altered, and verify names the paper", arguments: TestOffice.Engine.allCases)
  func row(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let paper = try await desk.finished()
    for (column, value, fault) in Self.changes {
      try await desk.office.meddle("CREATE TABLE kept AS SELECT \(raw: column) AS was FROM paper")
      try await desk.office.meddle("UPDATE paper SET \(raw: column) = \(value)")
      #expect(try await desk.standing(paper.id) == .altered, "\(column)")
      let number = column == "number" ? "青援决字〔2016〕第7号" : "青援决字〔2016〕第1号"
      #expect(try await desk.office.firstFault() == "paper \(number) \(paper.decideEvent): \(fault)", "\(column)")
      try await desk.office.meddle("UPDATE paper SET \(raw: column) = (SELECT was FROM kept)")
      try await desk.office.meddle("DROP TABLE kept")
    }
    #expect(try await desk.standing(paper.id) == .genuine)
    #expect(try await desk.office.firstFault() == nil)
  }

  @Test("One changed byte of the sealed fields is altered", arguments: TestOffice.Engine.allCases)
  func fields(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let paper = try await desk.finished()
    let sealed = try #require(try await desk.office.value("SELECT fields_sealed FROM paper", as: [UInt8].self))
    for position in [0, 3, 12, sealed.count / 2, sealed.count - 1] {
      var changed = sealed
      changed[position] ^= 1
      try await desk.office.meddle("UPDATE paper SET fields_sealed = \(changed)")
      #expect(try await desk.standing(paper.id) == .altered, "byte \(position)")
      #expect(try await desk.office.firstFault()?.hasSuffix("its content is not what was decided") == true)
    }
  }

  @Test("One changed byte of the stored file, or no file, is altered", arguments: TestOffice.Engine.allCases)
  func file(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let paper = try await desk.finished()
    let hash = try #require(paper.fileSHA256)
    let path = URL(filePath: "\(desk.office.services.directory.files)/\(hash.prefix(2))/\(hash.dropFirst(2))")
    let stored = try Data(contentsOf: path)
    let fault = "paper 青援决字〔2016〕第1号 \(paper.decideEvent): its file is missing or altered"
    for position in [0, 30, 200, stored.count / 2, stored.count - 1] {
      var changed = stored
      changed[position] ^= 1
      try changed.write(to: path)
      #expect(try await desk.standing(paper.id) == .altered, "byte \(position)")
      #expect(try await desk.office.firstFault() == fault)
    }
    try FileManager.default.removeItem(at: path)
    #expect(try await desk.standing(paper.id) == .altered)
    #expect(try await desk.office.firstFault() == fault)
    try stored.write(to: path)
    #expect(try await desk.standing(paper.id) == .genuine)
  }

  @Test("Content and file of another paper put in its place are altered")
  func exchanged() async throws {
    let desk = try await Desk(.sqlite)
    let (one, other) = (try await desk.finished(), try await desk.finished())
    try await desk.office.meddle(
      "UPDATE paper SET file_sha256 = \(try #require(other.fileSHA256)) WHERE id = \(one.id)")
    #expect(try await desk.standing(one.id) == .altered)
    #expect(try await desk.standing(other.id) == .genuine)
  }

  @Test(
    "The file itself is genuine; with one changed byte anywhere it is not", arguments: TestOffice.Engine.allCases)
  func byFile(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let bytes = try await desk.file(desk.finished())
    #expect(try await desk.standing(file: bytes) == .genuine)
    // Sparsely in the drawn page, densely in what sealing added.
    let seal = bytes.count - 9000
    let positions =
      Array(stride(from: 10, to: seal, by: seal / 40)) + Array(stride(from: seal, to: bytes.count, by: 19))
    for position in positions {
      var changed = bytes
      changed[position] ^= 1
      #expect(try await desk.standing(file: changed) == .altered, "byte \(position) of \(bytes.count)")
    }
    #expect(try await desk.standing(file: bytes + [10]) == .altered)
    #expect(try await desk.standing(file: Array("不是文书".utf8)) == .unknown)
    #expect(try await desk.standing(file: []) == .unknown)
  }

  @Test(
    "A revoked paper says so, by code and by file, and stays in the archive", arguments: TestOffice.Engine.allCases)
  func revoked(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let paper = try await desk.finished()
    let bytes = try await desk.file(paper)
    try await desk.office.act("director") { try $0.revokePaper(paper.id, reason: "当事人姓名有误") }
    #expect(try await desk.standing(paper.id) == .revoked)
    #expect(try await desk.standing(file: bytes) == .revoked)
    #expect(try await desk.paper(paper.id).revokedReason == "当事人姓名有误")
    #expect(try await desk.office.firstFault() == nil)
    await #expect(throws: Refusal.notFound) {
      try await desk.office.act("director") { try $0.revokePaper(paper.id, reason: "再一次") }
    }
  }

  @Test("Revoked before it was made, it is never sealed", arguments: TestOffice.Engine.allCases)
  func revokedEarly(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let id = try await desk.decide()
    try await desk.office.act("director") { try $0.revokePaper(id, reason: "撤回") }
    try await desk.drain()
    #expect(try await desk.standing(id) == .revoked)
    #expect(try await desk.uses() == 0)
    #expect(try await desk.office.firstFault() == nil)
  }

  @Test("A code is found however it is typed; another is unknown")
  func code() async throws {
    let desk = try await Desk(.sqlite)
    let paper = try await desk.finished()
    let verification = PaperVerification(desk.office.services)
    let code = paper.shortCode
    for typed in [code, code.lowercased(), " \(code.prefix(5))-\(code.suffix(5)) "] {
      #expect(try await verification.standing(code: typed).0 == .genuine, "\(typed)")
    }
    for typed in ["", "ABC", String(code.dropLast()), "0000000000", "'; DROP TABLE paper"] {
      let (standing, found) = try await verification.standing(code: typed)
      #expect(standing == .unknown, "\(typed)")
      #expect(found == nil)
    }
  }
}
