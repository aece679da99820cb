package import Kernel
import Localization
import Storage
import WorkCalendar

extension Permission {
  package static let readAudit = Permission("registry.audit", Text("查看审计日志", "Read the audit log"), [.auditAdmin])
}

/// 审计日志 · Audit log: the county's event chain as the audit administrator reads it, the newest first. Its facts never
/// hold personal data in clear; a record is named by its kind and id alone.
struct AuditLog: Sendable {
  struct Filter: Sendable {
    var from: Day?
    var to: Day?
    var person: UserID?
    var kind = ""
    var subject = ""
  }

  let events: [Event]
  let total: Int

  static func load(
    _ filter: Filter, in county: CountyID, limit: Int, offset: Int, _ reader: any Reader
  ) throws -> AuditLog {
    let condition = condition(filter, county)
    return AuditLog(
      events: try reader.rows(
        """
        SELECT \(Event.columns) FROM event WHERE \(condition) ORDER BY number DESC, id LIMIT \(limit) OFFSET \(offset)
        """
      ).map(Event.init),
      total: try reader.value("SELECT COUNT(*) FROM event WHERE \(condition)") ?? 0)
  }

  private static func condition(_ filter: Filter, _ county: CountyID) -> SQL {
    var parts: [SQL] = ["county = \(county)"]
    if let from = filter.from { parts.append("at >= \(Instant(from).milliseconds)") }
    if let to = filter.to { parts.append("at < \(Instant(to.next).milliseconds)") }
    if let person = filter.person {
      parts.append("(actor = \(person) OR (subject_kind = 'user' AND subject_id = \(person)))")
    }
    if !filter.kind.isEmpty { parts.append("kind = \(filter.kind)") }
    if !filter.subject.isEmpty { parts.append("subject_kind = \(filter.subject)") }
    return parts.joined(" AND ")
  }
}

/// 导出审计日志 · Leaves a trace that the log was taken out of the house, and how much of it.
struct ExportAuditLog: Action {
  static let permission = Permission.readAudit
  let count: Int

  func perform(in context: ActionContext) throws -> Done {
    context.record("audit.exported", .county(context.county), facts: ["count": .number(Int64(count))])
    return Done()
  }
}
