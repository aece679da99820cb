package import Kernel
package import Localization
package import Storage

/// 选中的行 · Chosen row: one record as it was shown in a list one works on; a changed one is refused.
package struct ChosenRow<Of>: Sendable, Hashable, CustomStringConvertible {
  /// The check boxes of a list bear this name, and what is refused stands there.
  package static var field: String { "chosen" }
  /// So many at once.
  package static var most: Int { 100 }

  package let id: ID<Of>
  package let version: Int

  package init(_ id: ID<Of>, _ version: Int) {
    self.id = id
    self.version = version
  }

  init?(_ text: String) {
    let parts = text.split(separator: "@")
    guard parts.count == 2, let id = ID<Of>(String(parts[0])), let version = Int(parts[1]) else { return nil }
    self.init(id, version)
  }

  package var description: String { "\(id)@\(version)" }
}

extension FieldReader {
  /// The rows that were chosen; `none` says to choose where none was. Refuses more than are done at once.
  package mutating func chosen<Of>(_: Of.Type = Of.self, none: Text) -> [ChosenRow<Of>] {
    let (field, most) = (ChosenRow<Of>.field, ChosenRow<Of>.most)
    let rows = fields.values(field).compactMap { ChosenRow<Of>($0) }
    if rows.isEmpty { refuse("chosen.none", at: field, none) }
    if rows.count > most {
      refuse(
        "chosen.tooMany", at: field,
        Text(
          "一次最多选择\(most)项，现在选了\(rows.count)项，请分几次办理。",
          "At most \(most) at once, and \(rows.count) are chosen: do them in several goes."))
    }
    return rows
  }
}

extension FormState {
  /// The rows that were chosen, where the list comes back.
  package func chosen<Of>(_: Of.Type = Of.self) -> [ChosenRow<Of>] {
    values(ChosenRow<Of>.field).compactMap { ChosenRow<Of>($0) }
  }
}

extension WebRequest {
  /// 逐件办理 · Runs an action for each row, each with its own event. What one refuses neither stops nor undoes the others;
  /// it is said at the end, each with what `name` calls the record. Answers the list with what was done: `?done=…`.
  package func run<Of, A: Action>(
    each rows: [ChosenRow<Of>], name: @escaping @Sendable (ID<Of>, Principal, any Reader) throws -> String,
    _ action: (ID<Of>) -> A
  ) async throws -> String {
    let principal = try requirePrincipal()
    var refused: [Refusal] = []
    for row in rows {
      do {
        _ = try await run(action(row.id), part: row.id.description, version: row.version)
      } catch let error where error is Refusal || error is Refusals {
        let name = try await services.database.read { (try? name(row.id, principal, $0)) ?? "—" }
        let all = (error as? Refusals)?.all ?? (error as? Refusal).map { [$0] } ?? []
        refused += all.map { $0.named(name, at: ChosenRow<Of>.field) }
      }
    }
    try Refusals.check(refused)
    return path + "?" + rows.map { "done=\($0.id)" }.joined(separator: "&")
  }

  /// What was just done in this list, or is among what comes back.
  package func done<Of>(_ state: FormState, _: Of.Type = Of.self) -> [ID<Of>] {
    state.isReturned ? state.chosen(Of.self).map(\.id) : query.values("done").compactMap { ID<Of>($0) }
  }
}

extension Refusal {
  fileprivate func named(_ name: String, at field: String) -> Refusal {
    Refusal(key, Text("\(name)：\(message.zh)", "\(name): \(message.en)"), field: field, basis: basis)
  }
}
