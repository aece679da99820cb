import Kernel
import Storage
import WorkCalendar

/// 待办 · Work list: what waits for one person, from every capability: what one is urged to do, then in the order of the
/// law's clocks.
struct WorkList {
  let items: [WorkItem]
  /// Whether a source gave as many as it may, and has perhaps more.
  let isCut: Bool

  static func load(_ principal: Principal, _ today: Day, _ reader: any Reader) throws -> WorkList {
    let found = try Capabilities.all.flatMap(\.workItems).filter { principal.holds($0.permission) }
      .map { try $0.load(reader, principal, today) }
    return WorkList(items: sorted(found.flatMap(\.self)), isCut: found.contains { $0.count >= WorkItemSource.most })
  }

  private static func sorted(_ items: [WorkItem]) -> [WorkItem] {
    items.enumerated()
      .sorted { a, b in
        guard a.element.isUrged == b.element.isUrged else { return a.element.isUrged }
        let (first, second) = (day(a.element), day(b.element))
        guard first == second else { return first < second }
        guard a.element.isPriority == b.element.isPriority else { return a.element.isPriority }
        return a.offset < b.offset
      }
      .map(\.element)
  }

  /// By the office's target where there is one, else by the law's day.
  private static func day(_ item: WorkItem) -> Day { item.targetOn ?? item.dueOn ?? .latest }

  /// What stands above it: who serves today, for those who send them.
  static func panels(_ principal: Principal, _ today: Day, _ reader: any Reader) throws -> [Panel] {
    try Capabilities.all.flatMap(\.homePanels).filter { principal.holds($0.permission) }
      .compactMap { try $0.load(reader, principal, today) }
  }

  /// 超期 · How many are past their day; what one is urged to do is counted by its clock alone.
  func overdue(_ today: Day) -> Int {
    items.count { item in !item.isUrged && item.dueOn.map { $0 < today } ?? false }
  }
}
