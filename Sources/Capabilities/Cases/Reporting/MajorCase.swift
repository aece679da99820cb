package import Kernel
package import Storage
package import WorkCalendar

/// 重大疑难案件报告 · Major-case report: one report of the undertaker, and what the centre answered.
package struct MajorCaseReport: Sendable {
  package let id: UUIDv7
  package let ground: MajorCaseGround
  package let content: String
  package let reportedBy: String
  package let reportedOn: Day
  package let answer: String?
  package let answeredBy: String?
  package let answeredOn: Day?

  init(_ row: Row) throws {
    id = try row.get("id")
    ground = try row.get("ground")
    content = try row.get("content")
    reportedBy = try row.get("reported_by")
    reportedOn = try row.get("reported_on")
    answer = try row.get("answer")
    answeredBy = try row.get("answered_by")
    answeredOn = try row.get("answered_on")
  }
}

package enum MajorCaseTable {
  package static func of(_ aidCase: CaseID, _ reader: any Reader) throws -> [MajorCaseReport] {
    try reader.rows(
      """
      SELECT id, ground, content, reported_by, reported_on, answer, answered_by, answered_on FROM major_case
      WHERE aid_case = \(aidCase) ORDER BY reported_on, id
      """
    ).map(MajorCaseReport.init)
  }

  /// The cases with a report that nobody has answered, as a condition on `aid_case`.
  static let unanswered: SQL =
    """
    aid_case.id IN (SELECT aid_case FROM major_case WHERE answered_on IS NULL)
    """

  static func insert(
    _ aidCase: CaseID, _ ground: MajorCaseGround, _ content: String, in context: ActionContext
  ) throws {
    try context.tx.run(
      """
      INSERT INTO major_case (id, county, aid_case, ground, content, reported_by, reported_on, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(aidCase), \(ground.rawValue), \(content),
        \(context.principal.name), \(context.today), \(context.eventNumber))
      """)
  }

  static func answer(_ id: UUIDv7, _ words: String, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE major_case SET answer = \(words), answered_by = \(context.principal.name),
        answered_on = \(context.today), last_event = \(context.eventNumber) WHERE id = \(id)
      """)
  }
}

extension CasesMigration {
  /// 重大疑难案件报告的表 · Table of major-case reports; what the first meeting told.
  static let reporting = Migration(id: "cases.030") { d in
    [
      """
      CREATE TABLE major_case (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("aid_case")) REFERENCES aid_case,
        ground \(d.text) NOT NULL, content \(d.text) NOT NULL, reported_by \(d.text) NOT NULL,
        reported_on \(d.text) NOT NULL, answer \(d.text), answered_by \(d.text), answered_on \(d.text),
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX major_case_of_case ON major_case (aid_case, reported_on, id)",
      "CREATE INDEX major_case_unanswered ON major_case (county, answered_on, aid_case)",
      "ALTER TABLE handling_record ADD COLUMN told \(d.text) NOT NULL DEFAULT ''",
    ]
  }
}
