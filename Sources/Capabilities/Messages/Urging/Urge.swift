package import Kernel
package import Registry
import Storage
package import WorkCalendar

package typealias UrgeID = ID<Urge>

/// 催办 · Urge: who asks whom to act on which record, and the answer: what was done, or when it will be.
package struct Urge: Sendable {
  package let id: UrgeID
  /// The record, as the search index shows it.
  package let hit: SearchHit
  package let recipient: UserID
  package let recipientName: String
  package let sender: UserID
  package let senderName: String
  package let words: String
  package let sentAt: Instant
  package let answer: String?
  package let answeredAt: Instant?
  package let version: Int

  init(_ row: Row) throws {
    id = try row.get("id")
    hit = try SearchHit(row)
    recipient = try row.get("recipient")
    recipientName = try row.get("recipient_name")
    sender = try row.get("sender")
    senderName = try row.get("sender_name")
    words = try row.get("words")
    sentAt = try row.get("sent_at")
    answer = try row.get("answer")
    answeredAt = try row.get("answered_at")
    version = try row.get("version")
  }
}
