import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 部队工作站待办 · What a station at a military unit took in and has not passed on yet: it goes to the centre the same day,
/// with the clerk's preliminary check.
enum MilitaryStationWork {
  static let source = WorkItemSource(key: "intake.militaryStation", permission: .registerApplication) {
    reader, principal, _ in
    guard let agency = principal.agency, principal.agencyKind == .station else { return [] }
    return try reader.rows(
      """
      SELECT a.id, COALESCE(a.number, a.receipt_number) AS number, p.name, a.cause, a.received_on, a.is_priority
      FROM aid_application a JOIN person p ON p.id = a.applicant JOIN agency o ON o.id = a.origin
      WHERE \(principal.sight("a")) AND a.origin = \(agency) AND a.state = \(ApplicationState.received)
        AND o.unit_code IS NOT NULL AND \(StepNoteTable.isUnchecked)
      ORDER BY a.received_on, a.is_priority DESC, a.id LIMIT \(WorkItemSource.most)
      """
    ).map { row in
      let (name, cause): (String, String) = (try row.get("name"), try row.get("cause"))
      return WorkItem(
        title: Text("初审并提交中心", "Check and pass on to the centre"), about: "\(Format.mask(name: name)) \(cause)",
        detail: Text("部队工作站当天提交", "A station at a military unit passes it on the same day"),
        number: try row.get("number"), dueOn: try row.get("received_on"), isPriority: try row.get("is_priority"),
        path: ApplicationPaths.step(.check, try row.get("id")))
    }
  }
}
