import Kernel
import Registry
import Storage

enum UrgeTable {
  /// An urge on a record that one may find; else it is not there.
  static func one(_ id: UrgeID, for principal: Principal, _ reader: any Reader) throws -> Urge {
    guard let found = try all("urge.id = \(id)", for: principal, reader).first else { throw Refusal.notFound }
    return found
  }

  /// Those that wait for somebody's answer, the oldest first.
  static func waiting(for principal: Principal, _ reader: any Reader) throws -> [Urge] {
    try all("urge.recipient = \(principal.user) AND urge.answered_at IS NULL", for: principal, reader)
  }

  static func of(_ subject: Subject, for principal: Principal, _ reader: any Reader) throws -> [Urge] {
    try all("urge.subject_kind = \(subject.kind) AND urge.subject_id = \(subject.id)", for: principal, reader)
  }

  /// The record itself, if one may find it.
  static func record(_ subject: Subject, for principal: Principal, _ reader: any Reader) throws -> SearchHit {
    let row = try reader.row(
      """
      SELECT \(SearchHit.columns) FROM search_entry WHERE search_entry.kind = \(subject.kind)
        AND search_entry.subject_id = \(subject.id) AND \(principal.sight("search_entry", id: "subject_id"))
      """)
    guard let row else { throw Refusal.notFound }
    return try SearchHit(row)
  }

  static func insert(
    _ id: UrgeID, _ subject: Subject, to recipient: User, words: String, in context: ActionContext
  ) throws {
    let sender = context.principal
    try context.tx.run(
      """
      INSERT INTO urge (id, county, subject_kind, subject_id, recipient, recipient_name, sender, sender_name, words,
        sent_at, version, last_event)
      VALUES (\(id), \(context.county), \(subject.kind), \(subject.id), \(recipient.id), \(recipient.name),
        \(sender.user), \(sender.name), \(words), \(context.now), 1, \(context.eventNumber))
      """)
  }

  private static func all(_ condition: SQL, for principal: Principal, _ reader: any Reader) throws -> [Urge] {
    try reader.rows(
      """
      SELECT urge.id, urge.recipient, urge.recipient_name, urge.sender, urge.sender_name, urge.words, urge.sent_at,
        urge.answer, urge.answered_at, urge.version, \(SearchHit.columns)
      FROM urge JOIN search_entry ON search_entry.kind = urge.subject_kind
        AND search_entry.subject_id = urge.subject_id
      WHERE urge.county = \(principal.county) AND \(condition)
        AND \(principal.sight("search_entry", id: "subject_id"))
      ORDER BY urge.sent_at, urge.id LIMIT 100
      """
    ).map(Urge.init)
  }
}
