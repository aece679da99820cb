import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 转来的申请 · Forwarded work: what came to a station from another office and waits for its preliminary check. At a centre
/// it waits for acceptance like any other.
enum ForwardingWork {
  static let source = WorkItemSource(key: "intake.forwarded", permission: .registerApplication) {
    reader, principal, _ in
    guard principal.agencyKind == .station else { return [] }
    return try reader.rows(
      """
      SELECT a.id, a.receipt_number, p.name, a.cause, s.name AS sender_name, f.forwarded_on FROM forwarding f
      JOIN aid_application a ON a.id = f.application JOIN person p ON p.id = a.applicant
      JOIN agency s ON s.id = f.sender
      WHERE f.county = \(principal.county) AND f.receiver = \(principal.agency) AND \(principal.sight("a"))
        AND a.state = \(ApplicationState.received)
        AND f.last_event = (SELECT MAX(l.last_event) FROM forwarding l WHERE l.application = a.id)
        AND \(StepNoteTable.isUnchecked)
      ORDER BY f.forwarded_on, f.id LIMIT \(WorkItemSource.most)
      """
    ).map(item)
  }

  private static func item(_ row: Row) throws -> WorkItem {
    let (name, cause): (String, String) = (try row.get("name"), try row.get("cause"))
    let (sender, day): (String, Day) = (try row.get("sender_name"), try row.get("forwarded_on"))
    return WorkItem(
      title: Text("初审转来的申请", "Check a forwarded application"), about: "\(Format.mask(name: name)) \(cause)",
      detail: Text("\(Format.day(day, .zh))由\(sender)转来", "from \(sender), \(Format.day(day, .en))"),
      number: try row.get("receipt_number"), path: ApplicationPaths.step(.check, try row.get("id")))
  }
}
