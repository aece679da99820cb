import Storage

extension CasesMigration {
  /// 列表索引 · A list shows the newest first, whole or by one state, station or unit; a name or a cause is found by its
  /// beginning; figures are counted without looking at the rows.
  static let newest = Migration(id: "cases.050") { _ in
    [
      "CREATE INDEX case_newest ON aid_case (county, accepted_on, id)",
      "CREATE INDEX case_newest_by_state ON aid_case (county, state, accepted_on, id)",
      "CREATE INDEX case_newest_by_origin ON aid_case (county, origin, accepted_on, id)",
      "CREATE INDEX case_newest_by_unit ON aid_case (county, unit, accepted_on, id)",
      "CREATE INDEX case_by_name ON aid_case (county, recipient_name, id)",
      "CREATE INDEX case_by_cause ON aid_case (county, cause, id)",
      "DROP INDEX case_accepted",
      "CREATE INDEX case_accepted ON aid_case (county, accepted_on, track, form, undertaker_kind, assigned_on)",
      """
      CREATE INDEX case_dossier_accepted
      ON aid_case (county, COALESCE(dossier_accepted_on, archived_on), archived_on)
      """,
      "CREATE INDEX hearing_held ON hearing (county, is_held, held_on, is_observed, aid_case)",
    ]
  }

  /// 刑事案件的事实 · What the organ that handles a criminal case said of it: the situations, its name and its number of the case,
  /// by which co-defendants find each other.
  static let criminal = Migration(id: "cases.criminal") { d in
    [
      "ALTER TABLE aid_case ADD COLUMN situations \(d.text) NOT NULL DEFAULT ''",
      "ALTER TABLE aid_case ADD COLUMN organ \(d.text)",
      "ALTER TABLE aid_case ADD COLUMN organ_case \(d.text)",
      "CREATE INDEX case_of_organ ON aid_case (county, organ_case, id)",
    ]
  }

  /// An undertaker's work is his open cases, some dozen among the unit's thousands.
  static let openOfUnit = Migration(id: "cases.051") { _ in
    ["CREATE INDEX case_open_of_unit ON aid_case (county, unit, state, undertaker, id)"]
  }

  /// Who was given how much this year is counted without looking at the rows.
  static let assigned = Migration(id: "cases.assigned") { _ in
    ["CREATE INDEX case_assigned ON aid_case (county, owner, state, assigned_on, undertaker)"]
  }
}
