import Synchronization

/// 语句计数 · Query meter: counts the statements asked of the database by the task it is in force for; who measures a
/// page puts it in force around the request.
package final class QueryMeter: Sendable {
  @TaskLocal package static var current: QueryMeter?
  private let asked = Atomic(0)

  package init() {}

  package var count: Int { asked.load(ordering: .relaxed) }

  func tick() { asked.add(1, ordering: .relaxed) }
}
