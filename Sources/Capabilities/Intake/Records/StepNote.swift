package import Kernel
package import Storage

/// 办理意见 · Step note: what somebody said at a step, in his own words. The event of the step holds no free text; the
/// timeline shows both together, and nothing said is lost when a later step replaces it on the record.
package struct StepNote: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
    case preliminary, elsewhere, forwarded, review, sentBack, withdrawal, `extension`, provisional
  }

  package let kind: Kind
  package let words: String
  package let author: UserID?
  /// The place of its event in the county's chain.
  package let event: Int
}

package enum StepNoteTable {
  package static func of(_ application: ApplicationID, _ reader: any Reader) throws -> [StepNote] {
    try reader.rows(
      "SELECT kind, words, author, last_event FROM step_note WHERE application = \(application) ORDER BY last_event, id"
    ).map {
      StepNote(
        kind: try $0.get("kind"), words: try $0.get("words"), author: try $0.get("author"),
        event: try $0.get("last_event"))
    }
  }

  /// 待初审 · Whether the office that has an application `a` still has to look through it: nobody did since it came there.
  static let isUnchecked: SQL =
    """
    NOT EXISTS (SELECT 1 FROM step_note n WHERE n.application = a.id AND n.kind = \(StepNote.Kind.preliminary)
      AND n.last_event > COALESCE((SELECT MAX(f.last_event) FROM forwarding f WHERE f.application = a.id), 0))
    """

  /// Everybody who has reviewed it, the last review among them.
  package static func reviewers(of application: Application, _ reader: any Reader) throws -> Set<UserID> {
    let noted = try of(application.id, reader).filter { $0.kind == .review }.compactMap(\.author)
    return Set(noted + [application.review?.by].compactMap(\.self))
  }

  static func insert(
    _ kind: StepNote.Kind, _ words: String, of application: ApplicationID, in context: ActionContext
  ) throws {
    try context.tx.run(
      """
      INSERT INTO step_note (id, county, application, kind, words, author, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(application), \(kind), \(words), \(context.principal.user),
        \(context.eventNumber))
      """)
  }
}
