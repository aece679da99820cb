package import Kernel
import Storage
package import Web
package import WorkCalendar

package enum TaskRecord {}
package typealias TaskID = ID<TaskRecord>

/// 任务 · Implementation task: one duty of a government document, who answers for it, by when, and how far it is.
package struct ImplementationTask: Sendable {
  /// 黄灯 · Days before the due day from which a task is amber, as on the work list.
  static let soonDays = 3

  package let id: TaskID
  package let document: DocumentID
  package let documentNumber: String
  package let documentTitle: String
  package let told: TaskTold
  package let agencyName: String?
  package let personName: String?
  package let state: TaskState
  package let setter: UserID
  /// Who reported last, and when.
  package let reporter: UserID?
  package let reportedOn: Day?
  /// How many files show it.
  package let files: Int
  package let version: Int

  init(_ row: Row) throws {
    id = try row.get("id")
    document = try row.get("document")
    documentNumber = try row.get("document_number")
    documentTitle = try row.get("document_title")
    told = TaskTold(
      duty: try row.get("duty"), agency: try row.get("agency"), person: try row.get("person"),
      outside: try row.get("outside"), dueOn: try row.get("due_on"))
    agencyName = try row.get("agency_name")
    personName = try row.get("person_name")
    state = try row.get("state")
    setter = try row.get("setter")
    reporter = try row.get("reporter")
    reportedOn = try row.get("reported_on")
    files = try row.get("files")
    version = try row.get("version")
  }

  /// The unit answers for it, or whoever is named; for a body outside, whoever sets tasks.
  package func isReported(by principal: Principal) -> Bool {
    if principal.isSystem || principal.user == told.person { return true }
    guard let agency = told.agency else { return principal.holds(.manageDocuments) }
    return agency == principal.agency
  }

  /// Nobody confirms his own report.
  package func isConfirmed(by principal: Principal) -> Bool { principal.user != reporter }

  /// What somebody may do with it now.
  func steps(for principal: Principal) -> [TaskStep] {
    TaskLifecycle.table.allowed(from: state, by: principal).filter { step in
      switch step {
      case .report: isReported(by: principal)
      case .confirm: isConfirmed(by: principal)
      default: true
      }
    }
  }

  /// Red once it is late, amber shortly before: while it is being done, and where the report itself came late.
  package func tone(on today: Day) -> Tone {
    switch state {
    case .open: told.dueOn < today ? .late : today.days(until: told.dueOn) <= Self.soonDays ? .soon : .plain
    case .reported: .soon
    case .done: .good
    case .cancelled: .plain
    }
  }
}

/// 任务内容 · What a task says: a unit of the county, a body outside it, or both.
package struct TaskTold: Sendable, Hashable {
  package var duty: String
  /// 责任单位 · The unit of the county that answers for it.
  package var agency: AgencyID?
  package var person: UserID?
  /// 其他单位 · Bodies outside, by name: alone or beside the unit.
  package var outside: String?
  package var dueOn: Day

  package init(
    duty: String, agency: AgencyID? = nil, person: UserID? = nil, outside: String? = nil, dueOn: Day
  ) {
    self.duty = duty
    self.agency = agency
    self.person = person
    self.outside = outside
    self.dueOn = dueOn
  }
}

/// 任务经过 · One step of a task with what was said at it; the first is its setting.
package struct TaskEntry: Sendable {
  /// As the event is called.
  package let kind: String
  package let words: String?
  package let by: String
  package let at: Instant

  init(_ row: Row) throws {
    kind = try row.get("kind")
    words = try row.get("words")
    by = try row.get("by_name")
    at = try row.get("at")
  }
}
