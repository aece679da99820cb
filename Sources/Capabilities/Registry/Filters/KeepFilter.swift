package import Kernel
import Localization
import Storage

/// 保存筛选 · Keeps how a list is filtered, under a name. Refuses no name, a name this list has already, and more than
/// twenty for one list.
package struct KeepFilter: Action {
  package static let permission = Permission.signedIn
  private let list: String
  private let query: String
  private let name: String

  package init(list: String, query: String, name: String) {
    self.list = list
    self.query = query
    self.name = name
  }

  package func perform(in context: ActionContext) throws -> Done {
    guard let user = context.principal.user else { throw Refusal.notAllowed }
    let kept = try SavedFilterTable.of(user, in: context.county, list: list, context.keys, context.tx)
    guard !name.isEmpty else { throw Self.nameless }
    guard !kept.contains(where: { $0.name == name }) else { throw Self.there }
    guard kept.count < SavedFilter.mostOfAList else { throw Self.tooMany }
    let id = context.eventID
    try context.tx.run(
      """
      INSERT INTO saved_filter (id, county, user_account, list, name_sealed, query_sealed, last_event)
      VALUES (\(id), \(context.county), \(user), \(list),
        \(try context.keys.seal(name, as: SavedFilter.place("name_sealed", id))),
        \(try context.keys.seal(query, as: SavedFilter.place("query_sealed", id))), \(context.eventNumber))
      """)
    context.record("filter.kept", .user(user), facts: ["list": .text(list)])
    return Done()
  }

  private static let nameless = Refusal(
    "filter.name", Text("请给这个筛选起个名称。", "Give the filter a name."), field: "name")
  private static let there = Refusal(
    "filter.there", Text("这个列表已经有同名的筛选，请换一个名称。", "This list has a filter of that name: choose another."),
    field: "name")
  private static let tooMany = Refusal(
    "filter.tooMany",
    Text(
      "一个列表最多保存\(SavedFilter.mostOfAList)个筛选，请先删除不用的。",
      "At most \(SavedFilter.mostOfAList) filters are kept for a list: delete one first."), field: "name")
}
