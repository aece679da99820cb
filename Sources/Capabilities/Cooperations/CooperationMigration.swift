package import Storage

/// 协作的表 · Table of cooperation, out and in.
package enum CooperationMigration {
  package static let all = [first]

  private static let first = Migration(id: "cooperation.001") { d in
    [
      """
      CREATE TABLE cooperation (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("owner")) REFERENCES agency,
        \(d.optionalID("aid_case")), is_incoming \(d.integer) NOT NULL, state \(d.text) NOT NULL, other \(d.text) NOT NULL,
        item \(d.text) NOT NULL, cause \(d.text) NOT NULL, content \(d.text) NOT NULL, their_number \(d.text),
        begun_on \(d.text) NOT NULL, wanted_by \(d.text), recorder \(d.text) NOT NULL, handler \(d.text),
        number \(d.text), answer \(d.text), answered_on \(d.text), version \(d.integer) NOT NULL,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX cooperation_newest ON cooperation (county, begun_on, id)",
      "CREATE INDEX cooperation_of_case ON cooperation (aid_case)",
    ]
  }
}
