package import Storage

/// 异议的表 · Table of objections; each is about an application or a case.
package enum ObjectionsMigration {
  package static let all = [first, contest]

  /// 复议、诉讼 · Whether the objector went on against the bureau's decision, where, and what came of it.
  private static let contest = Migration(id: "objections.contest") { d in
    ["contest", "contest_body", "contested_on", "contest_result", "contest_ended_on"].map {
      "ALTER TABLE objection ADD COLUMN \($0) \(d.text)"
    }
  }

  private static let first = Migration(id: "objections.001") { d in
    [
      """
      CREATE TABLE objection (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.optionalID("application")),
        \(d.optionalID("aid_case")), state \(d.text) NOT NULL, decision_number \(d.text) NOT NULL,
        decided_against_on \(d.text) NOT NULL, received_on \(d.text) NOT NULL, grounds \(d.text) NOT NULL,
        recorder \(d.text) NOT NULL, \(d.optionalID("decider")), decider_name \(d.text), opinion \(d.text),
        decided_on \(d.text), number \(d.text), version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX objection_newest ON objection (county, received_on, id)",
      "CREATE INDEX objection_of_application ON objection (application)",
      "CREATE INDEX objection_of_case ON objection (aid_case)",
    ]
  }
}
