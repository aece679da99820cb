import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 回避待办 · Recusals that wait for a decision, save one's own; one query, from the few recusals to their applications.
enum RecusalWork {
  static func items(_ reader: any Reader, _ principal: Principal, _: Day) throws -> [WorkItem] {
    try reader.rows(
      """
      SELECT a.id, COALESCE(a.number, a.receipt_number) AS number, a.cause, r.person_name, r.source
      FROM recusal r CROSS JOIN aid_application a
      WHERE a.id = r.application AND \(principal.sight("a")) AND r.is_granted IS NULL AND r.person <> \(principal.user)
      ORDER BY r.raised_on, r.id LIMIT \(WorkItemSource.most)
      """
    ).map { row in
      let (name, source): (String, Recusal.Source) = (try row.get("person_name"), try row.get("source"))
      return WorkItem(
        title: RecusalPages.decisionTitle, about: try row.get("cause"),
        detail: Text("\(name)：\(source.name.zh)", "\(name): \(source.name.en)"), number: try row.get("number"),
        path: RecusalPages.decisionPath(try row.get("id")))
    }
  }
}
