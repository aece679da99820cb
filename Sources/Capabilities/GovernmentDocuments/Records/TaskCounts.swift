import Kernel
import Storage
import WorkCalendar

/// 任务数 · How many tasks of a document somebody sees, how many of them are done and how many late. What was cancelled is
/// none.
package struct TaskCounts: Sendable, Hashable {
  package let tasks: Int
  package let done: Int
  package let overdue: Int

  init(_ row: Row) throws {
    tasks = try row.get("tasks")
    done = try row.get("done")
    overdue = try row.get("overdue")
  }

  static func byDocument(on today: Day, for principal: Principal) -> SQL {
    """
    SELECT t.document, \(columns(on: today)) FROM implementation_task t WHERE \(counted(for: principal))
    GROUP BY t.document
    """
  }

  static func of(
    _ document: DocumentID, on today: Day, for principal: Principal, _ reader: any Reader
  ) throws -> TaskCounts? {
    try reader.row(
      """
      SELECT \(columns(on: today)) FROM implementation_task t
      WHERE t.document = \(document) AND \(counted(for: principal))
      """
    ).map(TaskCounts.init)
  }

  private static func columns(on today: Day) -> SQL {
    """
    COUNT(*) AS tasks, COALESCE(SUM(CASE WHEN t.state = \(TaskState.done) THEN 1 ELSE 0 END), 0) AS done,
    COALESCE(SUM(CASE WHEN t.state = \(TaskState.open) AND t.due_on < \(today) THEN 1 ELSE 0 END), 0) AS overdue
    """
  }

  private static func counted(for principal: Principal) -> SQL {
    "\(TaskTable.seen(by: principal)) AND t.state <> \(TaskState.cancelled)"
  }
}
