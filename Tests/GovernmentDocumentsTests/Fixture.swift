import App
import GovernmentDocuments
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 一份文件 · An office in March 2016 that has received the municipal notice.
struct Fixture: Sendable {
  static let start = Instant(.literal(2016, 3, 7), hour: 9)
  static let notice = DocumentTold(
    number: "青政办发 [2016] 8号", title: "关于进一步做好法律援助工作的通知", issuer: "市政府办公厅",
    issuedOn: .literal(2016, 2, 25), receivedOn: .literal(2016, 3, 4))

  let office: TestOffice
  let document: DocumentID

  init(_ engine: TestOffice.Engine = .sqlite) async throws {
    office = try await TestOffice(engine, at: Self.start)
    document = try await office.run("director", RegisterDocument(Self.notice))
  }

  func agency(of login: String) async throws -> AgencyID {
    try #require(try await office.principal(login).agency)
  }

  /// A task of the station of 河东镇, or of another's unit; `person`: whom it names.
  func told(
    _ login: String? = "clerk", person: String? = nil, outside: String? = nil, due: Day = .literal(2016, 3, 31)
  ) async throws -> TaskTold {
    var told = TaskTold(duty: "在乡镇公布申请条件和材料清单", outside: outside, dueOn: due)
    if let login { told.agency = try await agency(of: login) }
    if let person { told.person = office.staff.user(person) }
    return told
  }

  /// A task that was set by the director and taken so far.
  func task(_ told: TaskTold, at state: TaskState = .open, reporter: String = "clerk") async throws -> TaskID {
    let id = try await office.run("director", SetTask(document, told))
    switch state {
    case .open: break
    case .reported: try await office.run(reporter, ReportTask(id, what: "已公布。"))
    case .done:
      try await office.run(reporter, ReportTask(id, what: "已公布。"))
      try await office.run(reporter == "director" ? "leader" : "director", DecideTask(id, .confirm))
    case .cancelled: try await office.run("director", DecideTask(id, .cancel, reason: "并入另一项。"))
    }
    return id
  }

  func task(_ told: String? = "clerk", at state: TaskState = .open, reporter: String = "clerk") async throws
    -> TaskID
  {
    try await task(self.told(told), at: state, reporter: reporter)
  }

  func one(_ id: TaskID, as login: String = "director") async throws -> ImplementationTask {
    let principal = try await office.principal(login)
    return try await office.services.database.read { try TaskTable.one(id, for: principal, $0) }
  }
}
