package import Kernel
import Registry
package import Storage
package import WorkCalendar

package enum AppraisalTable {
  private static let columns: SQL =
    """
    id, state, opinion, made_by, made_by_name, made_on, first_by, first_by_name, second_by_name, carried_out_on,
    witness, version
    """

  /// The appraisals of a county, the latest first.
  package static func all(_ county: CountyID, _ reader: any Reader) throws -> [Appraisal] {
    try reader.rows(
      "SELECT \(columns) FROM archive_appraisal WHERE county = \(county) ORDER BY id DESC LIMIT 50"
    ).map(Appraisal.init)
  }

  package static func files(of appraisal: Appraisal, _ reader: any Reader) throws -> [AppraisedFile] {
    try reader.rows(
      """
      SELECT aid_case.id, archive_number, archived_on, retention, is_destroyed FROM archive_appraisal_item
        JOIN aid_case ON aid_case.id = archive_appraisal_item.aid_case
      WHERE appraisal = \(appraisal.id) ORDER BY archived_on, aid_case.id
      """
    ).map(AppraisedFile.init)
  }

  /// 到期档案 · Dossiers past their time that still exist, the oldest first.
  package static func expired(
    on today: Day, for principal: Principal, _ reader: any Reader
  ) throws -> [AppraisedFile] {
    try reader.rows(
      """
      SELECT aid_case.id, archive_number, archived_on, retention, NULL AS is_destroyed FROM aid_case
        LEFT JOIN archive_entry ON archive_entry.aid_case = aid_case.id
      WHERE \(principal.sight("aid_case")) AND aid_case.state = \(CaseState.archived)
        AND archive_entry.destroyed_on IS NULL AND \(isExpired(on: today))
      ORDER BY archived_on, aid_case.id LIMIT \(WorkItemSource.most)
      """
    ).map(AppraisedFile.init)
  }

  static func isExpired(on today: Day) -> SQL {
    let classes = RetentionClass.allCases.compactMap { one -> SQL? in
      one.expiredIfArchived(by: today).map { "retention = \(one) AND archived_on <= \($0)" }
    }
    return "(\(classes.joined(" OR ")))"
  }

  static func insert(
    _ opinion: String, destroyed: Set<CaseID>, files: [AppraisedFile], in context: ActionContext
  ) throws -> UUIDv7 {
    let id = UUIDv7()
    try context.tx.run(
      """
      INSERT INTO archive_appraisal (id, county, state, opinion, made_by, made_by_name, made_on, version, last_event)
      VALUES (\(id), \(context.county), \(AppraisalState.proposed), \(opinion), \(context.principal.user),
        \(context.principal.name), \(context.today), 1, \(context.eventNumber))
      """)
    for file in files {
      try context.tx.run(
        """
        INSERT INTO archive_appraisal_item (appraisal, aid_case, county, is_destroyed)
        VALUES (\(id), \(file.aidCase), \(context.county), \(destroyed.contains(file.aidCase)))
        """)
    }
    return id
  }

  static func update(_ appraisal: Appraisal, set changes: SQL, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE archive_appraisal SET \(changes), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(appraisal.id) AND county = \(context.county)
      """)
  }
}

extension ActionContext {
  /// The appraisal that is under way, as it was shown, and where a step leads it.
  func openAppraisal(_ step: AppraisalStep) throws -> (appraisal: Appraisal, next: AppraisalState) {
    guard let found = try AppraisalTable.all(county, tx).first(where: \.state.isOpen) else {
      throw Refusal.notFound
    }
    try requireVersion(found.version)
    return (found, try AppraisalLifecycle.table.next(step, from: found.state, by: principal))
  }
}
