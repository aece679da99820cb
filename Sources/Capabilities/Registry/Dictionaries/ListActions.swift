package import Kernel
import Localization
package import Storage
import WorkCalendar

extension Permission {
  package static let keepDictionaries = Permission(
    "registry.dictionaries", Text("维护字典", "Keep the dictionaries"), [.sysAdmin])
}

/// 新增字典条目 · Adds a word at the end of a dictionary. Refuses one that is there, closed or not.
package struct AddListEntry: Action {
  package static let permission = Permission.keepDictionaries
  let list: LocalList
  let name: String

  package init(_ list: LocalList, name: String) {
    self.list = list
    self.name = name
  }

  package func perform(in context: ActionContext) throws -> Done {
    let all = try ListEntryTable.all(list, in: context.county, context.tx)
    try requireNew(name, among: all)
    try context.tx.run(
      """
      INSERT INTO dictionary_entry (id, county, list, name, place, version, last_event)
      VALUES (\(context.eventID), \(context.county), \(list), \(name), \((all.map(\.place).max() ?? 0) + 1), 1,
        \(context.eventNumber))
      """)
    context.record(
      "dictionary.added", Subject("dictionary", context.eventID),
      facts: ["list": .text(list.rawValue), "name": .text(name)])
    return Done()
  }
}

private func requireNew(_ name: String, among all: [ListEntry]) throws {
  guard let same = all.first(where: { $0.name == name }) else { return }
  throw Refusal(
    "dictionary.there",
    same.closedOn == nil
      ? Text("“\(name)”已经有了，不必重复。", "\(name) is there already.")
      : Text("“\(name)”已停用，请恢复它。", "\(name) is closed: open it again."), field: "name")
}

/// 字典条目改名 · Corrects a word; records that used it keep what they said.
package struct RenameListEntry: Action {
  package static let permission = Permission.keepDictionaries
  let list: LocalList
  let entry: UUIDv7
  let name: String

  package init(_ list: LocalList, entry: UUIDv7, name: String) {
    self.list = list
    self.entry = entry
    self.name = name
  }

  package func perform(in context: ActionContext) throws -> Done {
    let all = try ListEntryTable.all(list, in: context.county, context.tx)
    guard let known = all.first(where: { $0.id == entry }) else { throw Refusal.notFound }
    try requireNew(name, among: all)
    try context.tx.run(
      """
      UPDATE dictionary_entry SET name = \(name), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(entry)
      """)
    context.record(
      "dictionary.renamed", Subject("dictionary", entry),
      facts: ["list": .text(list.rawValue), "from": .text(known.name), "to": .text(name)])
    return Done()
  }
}

/// 停用、恢复字典条目 · Closes a word, so that forms no longer offer it, or opens it again.
package struct CloseListEntry: Action {
  package static let permission = Permission.keepDictionaries
  let list: LocalList
  let entry: UUIDv7
  let closed: Bool

  package init(_ list: LocalList, entry: UUIDv7, closed: Bool) {
    self.list = list
    self.entry = entry
    self.closed = closed
  }

  package func perform(in context: ActionContext) throws -> Done {
    let all = try ListEntryTable.all(list, in: context.county, context.tx)
    guard let known = all.first(where: { $0.id == entry }) else { throw Refusal.notFound }
    guard (known.closedOn != nil) != closed else { throw Refusal.changedMeanwhile }
    try context.tx.run(
      """
      UPDATE dictionary_entry SET closed_on = \(closed ? context.today : nil), version = version + 1,
        last_event = \(context.eventNumber) WHERE id = \(entry)
      """)
    context.record(
      closed ? "dictionary.closed" : "dictionary.opened", Subject("dictionary", entry),
      facts: ["list": .text(list.rawValue), "name": .text(known.name)])
    return Done()
  }
}

/// 移动字典条目 · Moves a word one place up or down; at the end of the dictionary nothing moves.
package struct MoveListEntry: Action {
  package static let permission = Permission.keepDictionaries
  let list: LocalList
  let entry: UUIDv7
  let isUp: Bool

  package init(_ list: LocalList, entry: UUIDv7, up: Bool) {
    self.list = list
    self.entry = entry
    isUp = up
  }

  package func perform(in context: ActionContext) throws -> Done {
    var all = try ListEntryTable.all(list, in: context.county, context.tx)
    guard let index = all.firstIndex(where: { $0.id == entry }) else { throw Refusal.notFound }
    let other = min(max(index + (isUp ? -1 : 1), 0), all.count - 1)
    all.swapAt(index, other)
    for (place, one) in all.enumerated() where one.place != place + 1 {
      try context.tx.run(
        """
        UPDATE dictionary_entry SET place = \(place + 1), version = version + 1, last_event = \(context.eventNumber)
        WHERE id = \(one.id)
        """)
    }
    context.record(
      "dictionary.moved", Subject("dictionary", entry),
      facts: ["list": .text(list.rawValue), "place": .text(String(other + 1))])
    return Done()
  }
}
