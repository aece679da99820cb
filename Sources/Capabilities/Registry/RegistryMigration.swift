package import Storage

/// 机构与人员的表 · Tables of agencies, users, legal aid persons and persons.
package enum RegistryMigration {
  package static let all = [
    first, protection, tenth, phones, merging, oneTime, experience, brake, unitCode, exclusion,
  ]

  private static let first = Migration(id: "registry.001") { d in
    [
      """
      CREATE TABLE agency (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, kind \(d.text) NOT NULL, name \(d.text) NOT NULL,
        \(d.optionalID("parent")) REFERENCES agency, township \(d.text), credit_code \(d.text), address \(d.text),
        phone \(d.text), is_active \(d.integer) NOT NULL, version \(d.integer) NOT NULL,
        last_event \(d.integer) NOT NULL, UNIQUE (county, kind, name)
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE user_account (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, login \(d.text) NOT NULL UNIQUE,
        name \(d.text) NOT NULL, password_hash \(d.text) NOT NULL, must_change \(d.integer) NOT NULL,
        failed_count \(d.integer) NOT NULL, locked_until \(d.integer), is_active \(d.integer) NOT NULL,
        version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE role_grant (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("user_account")) REFERENCES user_account,
        \(d.id("agency")) REFERENCES agency, role \(d.text) NOT NULL, from_on \(d.text) NOT NULL, to_on \(d.text),
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX role_grant_of_user ON role_grant (county, user_account)",
      """
      CREATE TABLE legal_aid_person (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("unit")) REFERENCES agency,
        \(d.optionalID("user_account")) REFERENCES user_account, name \(d.text) NOT NULL, kind \(d.text) NOT NULL,
        licence_number \(d.text), first_licensed_on \(d.text), licence_valid_to \(d.text),
        specialties \(d.text) NOT NULL, is_active \(d.integer) NOT NULL, version \(d.integer) NOT NULL,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX legal_aid_person_of_unit ON legal_aid_person (county, unit, name)",
      """
      CREATE TABLE person (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, name \(d.text) NOT NULL,
        identity_sealed \(d.blob), identity_hash \(d.blob), sex \(d.text), birth_on \(d.text),
        phone_sealed \(d.blob), phone_hash \(d.blob), address_sealed \(d.blob),
        township \(d.text), groups \(d.text) NOT NULL, version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE UNIQUE INDEX person_by_identity ON person (county, identity_hash)",
      "CREATE INDEX person_by_name ON person (county, name)",
    ]
  }

  /// Whoever was recorded as a minor or of a military group before is protected from now on.
  private static let protection = Migration(id: "registry.protection") { d in
    [
      "ALTER TABLE person ADD COLUMN protection \(d.text) NOT NULL DEFAULT ''",
      "UPDATE person SET protection = 'minor' WHERE REPLACE(groups, 'minor', '') <> groups",
      """
      UPDATE person SET protection = CASE WHEN protection = '' THEN 'military' ELSE protection || ';military' END
      WHERE REPLACE(groups, 'servicePerson', '') <> groups OR REPLACE(groups, 'militaryFamily', '') <> groups
        OR REPLACE(groups, 'militarySurvivor', '') <> groups
      """,
      """
      CREATE TABLE concealment (
        \(d.id("county")) REFERENCES county, \(d.id("matter")), ground \(d.text) NOT NULL, reason \(d.text) NOT NULL,
        set_by \(d.text) NOT NULL, set_on \(d.text) NOT NULL, last_event \(d.integer) NOT NULL,
        PRIMARY KEY (county, matter, ground)
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE concealment_opening (
        \(d.id("county")) REFERENCES county, \(d.id("matter")), \(d.id("user_account")) REFERENCES user_account,
        opened_on \(d.text) NOT NULL, last_event \(d.integer) NOT NULL,
        PRIMARY KEY (matter, user_account, opened_on)
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX concealment_opening_of_user ON concealment_opening (user_account, opened_on)",
    ]
  }

  /// 第二因素、离岗、设置 · The second factor of a sign-in, leave periods and languages of undertakers, settings of the office.
  private static let tenth = Migration(id: "registry.010") { d in
    [
      """
      CREATE TABLE second_factor (
        \(d.id("user_account")) PRIMARY KEY REFERENCES user_account, \(d.id("county")) REFERENCES county,
        secret_sealed \(d.blob) NOT NULL, confirmed_at \(d.integer), last_step \(d.integer) NOT NULL,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE recovery_code (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("user_account")) REFERENCES user_account,
        code_hash \(d.blob) NOT NULL, used_at \(d.integer), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX recovery_code_of_user ON recovery_code (county, user_account, code_hash)",
      """
      CREATE TABLE leave_period (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county,
        \(d.id("legal_aid_person")) REFERENCES legal_aid_person, from_on \(d.text) NOT NULL, to_on \(d.text) NOT NULL,
        last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX leave_period_of_person ON leave_period (county, legal_aid_person, from_on)",
      "ALTER TABLE legal_aid_person ADD COLUMN languages \(d.text) NOT NULL DEFAULT ''",
      """
      CREATE TABLE office_setting (
        \(d.id("county")) REFERENCES county, setting \(d.text) NOT NULL, value \(d.text) NOT NULL,
        last_event \(d.integer) NOT NULL, PRIMARY KEY (county, setting)
      ) \(d.tableSuffix)
      """,
    ]
  }

  /// People are found by their phone as by their identity number.
  private static let phones = Migration(id: "registry.phones") { _ in
    ["CREATE INDEX person_by_phone ON person (county, phone_hash)"]
  }

  /// 一次性密码 · When a password was handed over. What waits to be changed counts from the account's last event.
  private static let oneTime = Migration(id: "registry.oneTime") { d in
    [
      "ALTER TABLE user_account ADD COLUMN given_at \(d.integer)",
      """
      UPDATE user_account SET given_at = (SELECT at FROM event
        WHERE event.county = user_account.county AND event.number = user_account.last_event) WHERE must_change = 1
      """,
    ]
  }

  /// 执业经历 · What the rules of assignment ask of a lawyer beside the licence.
  private static let experience = Migration(id: "registry.experience") { d in
    [
      "ALTER TABLE legal_aid_person ADD COLUMN criminal_since \(d.text)",
      "ALTER TABLE legal_aid_person ADD COLUMN juvenile_evidence \(d.text) NOT NULL DEFAULT ''",
      "ALTER TABLE legal_aid_person ADD COLUMN judge_left_on \(d.text)",
    ]
  }

  /// 部队代号 · A station at a military unit is known by the unit's code.
  private static let unitCode = Migration(id: "registry.unitCode") { d in
    ["ALTER TABLE agency ADD COLUMN unit_code \(d.text)"]
  }

  /// 不得担任辩护人 · Why somebody may not be a defender.
  private static let exclusion = Migration(id: "registry.exclusion") { d in
    ["ALTER TABLE legal_aid_person ADD COLUMN defender_exclusion \(d.text)"]
  }

  /// 登录限制 · Failed sign-ins by logins that are nobody's, and by network addresses; both only as keyed hashes.
  private static let brake = Migration(id: "registry.brake") { d in
    [
      """
      CREATE TABLE sign_in_brake (
        \(d.id("county")) REFERENCES county, kind \(d.text) NOT NULL, key_hash \(d.blob) NOT NULL,
        failed_count \(d.integer) NOT NULL, counted_from \(d.integer) NOT NULL, locked_until \(d.integer),
        last_event \(d.integer) NOT NULL, PRIMARY KEY (county, kind, key_hash)
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX sign_in_brake_by_time ON sign_in_brake (county, counted_from)",
    ]
  }

  /// 合并档案 · Two records of one person: which became which, what moved, and what the kept one was before.
  private static let merging = Migration(id: "registry.merging") { d in
    [
      "ALTER TABLE person ADD COLUMN \(d.optionalID("merged_into"))",
      """
      CREATE TABLE person_merge (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("kept")) REFERENCES person,
        \(d.id("gone")) REFERENCES person, before_sealed \(d.blob) NOT NULL, kept_version \(d.integer) NOT NULL,
        reason_sealed \(d.blob) NOT NULL, merged_by \(d.text) NOT NULL, merged_on \(d.text) NOT NULL,
        undone_on \(d.text), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX person_merge_of_kept ON person_merge (county, kept, id)",
      """
      CREATE TABLE person_move (
        \(d.id("county")) REFERENCES county, \(d.id("merge_id")) REFERENCES person_merge, moved_table \(d.text) NOT NULL,
        \(d.id("row_id")), PRIMARY KEY (merge_id, moved_table, row_id)
      ) \(d.tableSuffix)
      """,
    ]
  }
}
