import App
import Cases
import Foundation
import Intake
import Kernel
import Objections
import Papers
import Registry
import Storage
import TestSupport
import WorkCalendar

/// 测试异议 · A refused application and a terminated case, as these tests object to them.
enum Fixture {
  static func at(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 9) -> Instant {
    Instant(.literal(year, month, day), hour: hour, minute: 0)
  }
}

extension TestOffice {
  /// An office with a hardship line, and an application that the director refused today.
  static func refused(
    _ engine: Engine = .sqlite, at start: Instant
  ) async throws -> (office: TestOffice, id: ApplicationID) {
    let office = try await TestOffice(engine, at: start)
    let line = HardshipLine(amountFen: 160_000, unit: .month, from: start.day.adding(days: -30))
    try await office.office.runner.run(SetHardshipLine(line), as: .system(office.county))
    let id = try await office.reviewed(.refuse)
    try await office.run("director", ApproveApplication(id, .refuse, opinion: "同意。", reason: "家庭收入超过标准。"))
    return (office, id)
  }

  func reviewed(_ proposed: Recommendation) async throws -> ApplicationID {
    let told = ApplicationTold(
      matterCode: .labourPay, cause: "追索劳动报酬", opposing: "青禾建筑公司", facts: "拖欠工资一万二千元。",
      household: Household(members: 3, netIncomeFen: 4_200_000, months: 12))
    let person = PersonTold(
      name: "王二", identityNumber: "32099919880506213X", phone: "13900006210", township: "河东镇")
    let materials = ["F02", "identity", "case", "hardship"].map {
      MaterialHandedIn(code: $0, name: $0, file: nil)
    }
    let id = try await run("clerk", RegisterApplication(person, told, materials: materials))
    try await run("receptionist", AcceptApplication(id))
    try await run("reviewer", ReviewApplication(id, proposed, opinion: "审查意见。"))
    return id
  }

  /// A granted case, handed to a firm's lawyer and terminated since he has engaged his own.
  static func terminated(
    _ engine: Engine = .sqlite, at start: Instant
  ) async throws -> (office: TestOffice, id: CaseID) {
    let office = try await TestOffice(engine, at: start)
    let line = HardshipLine(amountFen: 160_000, unit: .month, from: start.day.adding(days: -30))
    try await office.office.runner.run(SetHardshipLine(line), as: .system(office.county))
    let application = try await office.reviewed(.grant)
    try await office.run("director", ApproveApplication(application, .grant, opinion: "同意。"))
    let county = office.county
    let found = try await office.services.database.read { try CaseTable.of(application, for: .system(county), $0) }
    guard let id = found.first?.id else { throw Refusal.notFound }
    try await office.assign(id)
    try await office.run("lawyer", ProposeTermination(aidCase: id, ground: .ownCounsel, facts: "已自行委托律师。"))
    try await office.run(
      "director", DecideTermination(aidCase: id, isApproved: true, opinion: "同意。", organ: "青禾县人民法院"))
    return (office, id)
  }

  func assign(_ id: CaseID) async throws {
    let principal = try await principal("lawyer")
    guard let unit = principal.agency, let person = principal.undertaker else { throw Refusal.notFound }
    try await run(
      "assigner", AssignCase(aidCase: id, choice: AssignmentChoice(unit: unit), reason: "专长相符", organ: "青禾县人民法院"))
    try await run("firm", NameUndertaker(aidCase: id, person: person, organ: "青禾县人民法院"))
  }

  func application(_ id: ApplicationID) async throws -> Application {
    try await services.database.read { [county] in try ApplicationTable.one(id, in: county, $0) }
  }

  func aidCase(_ id: CaseID) async throws -> AidCase {
    try await services.database.read { [county] in try CaseTable.one(id, for: .system(county), $0) }
  }

  func objections(_ about: ObjectionSubject) async throws -> [Objection] {
    try await services.database.read { try ObjectionTable.of(about, $0) }
  }

  /// The state of the newest paper of each form.
  func papers(_ subject: Subject) async throws -> [String: PaperState] {
    try await services.database.read { reader in
      Dictionary(try PaperTable.of([subject], reader).map { ($0.form, $0.state) }) { $1 }
    }
  }

  /// The keys of the clocks that run, with their due days.
  func clocks(_ subject: Subject) async throws -> [String: Day?] {
    try await services.database.read { reader in
      Dictionary(uniqueKeysWithValues: try Deadline.open(subject, reader).map { ($0.key, $0.dueOn) })
    }
  }
}
