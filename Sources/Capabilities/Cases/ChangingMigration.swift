import Storage

extension CasesMigration {
  /// 更换和终止的表 · Tables of replacements and terminations; why an assignment ended.
  static let changing = Migration(id: "cases.010") { d in
    [
      """
      CREATE TABLE replacement (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("aid_case")) REFERENCES aid_case,
        state \(d.text) NOT NULL, ground \(d.text) NOT NULL, reason \(d.text) NOT NULL, rule_set \(d.text) NOT NULL,
        \(d.id("old_unit")) REFERENCES agency, \(d.id("old_person")) REFERENCES legal_aid_person,
        requested_on \(d.text) NOT NULL, requested_by \(d.text) NOT NULL,
        \(d.optionalID("reviewer")) REFERENCES user_account, reviewer_name \(d.text), recommends \(d.integer),
        review_opinion \(d.text), \(d.optionalID("approver")) REFERENCES user_account, approver_name \(d.text),
        outcome \(d.text), decision_opinion \(d.text), decided_on \(d.text), arrange_within \(d.integer),
        number \(d.text), handed_over_on \(d.text), handover_note \(d.text), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX replacement_by_state ON replacement (county, state, aid_case)",
      "CREATE INDEX replacement_of_case ON replacement (aid_case, requested_on, id)",
      """
      CREATE TABLE termination (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("aid_case")) REFERENCES aid_case,
        state \(d.text) NOT NULL, ground \(d.text) NOT NULL, facts \(d.text) NOT NULL, good_reason \(d.text) NOT NULL,
        proposed_on \(d.text) NOT NULL, \(d.optionalID("proposer")) REFERENCES user_account,
        proposer_name \(d.text) NOT NULL, \(d.optionalID("approver")) REFERENCES user_account, approver_name \(d.text),
        opinion \(d.text), decided_on \(d.text), number \(d.text), received_on \(d.text), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX termination_by_state ON termination (county, state, aid_case)",
      "CREATE INDEX termination_of_case ON termination (aid_case, proposed_on, id)",
      "ALTER TABLE assignment ADD COLUMN ended_because \(d.text)",
      "ALTER TABLE assignment ADD COLUMN ended_reason \(d.text)",
    ]
  }

  /// 更换申请人 · Who asked for another undertaker, also of the requests that still wait.
  static let requester = Migration(id: "cases.060") { d in
    [
      "ALTER TABLE replacement ADD COLUMN \(d.optionalID("requester")) REFERENCES user_account",
      """
      UPDATE replacement SET requester = (
        SELECT actor FROM event
        WHERE event.county = replacement.county AND event.kind = 'case.replacementRequested'
          AND event.subject_id = replacement.aid_case
        ORDER BY event.number DESC LIMIT 1)
      WHERE state IN ('requested', 'reviewed')
      """,
    ]
  }

  /// 开庭变更的表 · What hearings were before they were moved or cancelled.
  static let moving = Migration(id: "cases.011") { d in
    [
      """
      CREATE TABLE hearing_change (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("aid_case")) REFERENCES aid_case,
        \(d.id("hearing")), was_on \(d.text) NOT NULL, was_at \(d.text), moved_to \(d.text), moved_at \(d.text),
        court \(d.text) NOT NULL, reason \(d.text) NOT NULL, recorded_by \(d.text) NOT NULL,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX hearing_change_of_case ON hearing_change (aid_case, last_event, id)",
    ]
  }
}
