package import Storage

/// 通知的表 · Tables of the organs' notices and of what was asked about them. What a notice says of the person stands with the
/// person, what it says of the case with the case.
package enum DefenceNoticesMigration {
  package static let all = [first, byState, renewals, sent]

  /// What waits is found without reading all open cases.
  private static let byState = Migration(id: "defenceNotices.002") { _ in
    ["CREATE INDEX defence_notice_by_state ON defence_notice (county, state, received_at, id)"]
  }

  /// What the organ writes again after it permitted a refusal, with that refusal.
  private static let renewals = Migration(id: "defenceNotices.003") { d in
    [
      """
      CREATE TABLE notice_renewal (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("notice")) REFERENCES defence_notice, received_at \(d.integer) NOT NULL, refused_on \(d.text),
        refusal \(d.text), answered_on \(d.text), answer \(d.text), days_late \(d.integer),
        recorder \(d.text) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX notice_renewal_of_notice ON notice_renewal (notice, received_at, id)",
    ]
  }

  /// What organs say they sent in a month, with their lists.
  private static let sent = Migration(id: "defenceNotices.004") { d in
    [
      """
      CREATE TABLE notice_sent (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, organ \(d.text) NOT NULL,
        month \(d.text) NOT NULL, sent_count \(d.integer) NOT NULL, is_listed \(d.integer) NOT NULL,
        recorder \(d.text) NOT NULL, recorded_on \(d.text) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX notice_sent_of_month ON notice_sent (county, month, id)",
      """
      CREATE TABLE notice_sent_line (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("sent")) REFERENCES notice_sent,
        number \(d.integer) NOT NULL, line_sealed \(d.blob) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX notice_sent_line_of_list ON notice_sent_line (sent, number, id)",
    ]
  }

  private static let first = Migration(id: "defenceNotices.001") { d in
    [
      """
      CREATE TABLE defence_notice (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("aid_case")) REFERENCES aid_case,
        state \(d.text) NOT NULL, organ_kind \(d.text) NOT NULL, stage \(d.text) NOT NULL,
        is_in_custody \(d.integer), place \(d.text), contact_sealed \(d.blob), missing \(d.text) NOT NULL,
        received_at \(d.integer) NOT NULL, recorder \(d.text) NOT NULL, discovered_on \(d.text), hearing_on \(d.text),
        is_short_procedure \(d.integer) NOT NULL, late_discovery \(d.integer), late_hearing \(d.integer),
        refused_on \(d.text), refusal \(d.text), answered_on \(d.text), answer \(d.text), version \(d.integer) NOT NULL,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE UNIQUE INDEX defence_notice_of_case ON defence_notice (aid_case)",
      "CREATE INDEX defence_notice_newest ON defence_notice (county, received_at, id)",
      """
      CREATE TABLE notice_call (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("notice")) REFERENCES defence_notice, asked_at \(d.integer) NOT NULL, spoke_with \(d.text) NOT NULL,
        answer \(d.text) NOT NULL, recorder \(d.text) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX notice_call_of_notice ON notice_call (notice, asked_at, id)",
    ]
  }
}
