package import Storage

/// 消息的表 · Tables of urges, of how far each has read the notices, and of announcements. Their texts are not personal: the
/// forms ask to name nobody.
package enum MessagesMigration {
  package static let all = [first]

  private static let first = Migration(id: "messages.001") { d in
    [
      """
      CREATE TABLE urge (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, subject_kind \(d.text) NOT NULL,
        \(d.id("subject_id")), \(d.id("recipient")) REFERENCES user_account, recipient_name \(d.text) NOT NULL,
        \(d.id("sender")) REFERENCES user_account, sender_name \(d.text) NOT NULL, words \(d.text) NOT NULL,
        sent_at \(d.integer) NOT NULL, answer \(d.text), answered_at \(d.integer), version \(d.integer) NOT NULL,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX urge_of_recipient ON urge (county, recipient, answered_at, sent_at)",
      "CREATE INDEX urge_of_subject ON urge (county, subject_kind, subject_id, sent_at)",
      """
      CREATE TABLE notice_reading (
        \(d.id("county")) REFERENCES county, \(d.id("user_account")) REFERENCES user_account,
        event_number \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL, PRIMARY KEY (county, user_account)
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE announcement (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, title \(d.text) NOT NULL,
        body \(d.text) NOT NULL, audience \(d.text) NOT NULL, from_on \(d.text) NOT NULL, to_on \(d.text) NOT NULL,
        \(d.id("publisher")) REFERENCES user_account, publisher_name \(d.text) NOT NULL, withdrawn_on \(d.text),
        version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX announcement_by_day ON announcement (county, to_on, from_on)",
      """
      CREATE TABLE announcement_reading (
        \(d.id("county")) REFERENCES county, \(d.id("announcement")) REFERENCES announcement,
        \(d.id("user_account")) REFERENCES user_account, last_event \(d.integer) NOT NULL,
        PRIMARY KEY (announcement, user_account)
      ) \(d.tableSuffix)
      """,
    ]
  }
}
