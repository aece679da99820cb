package import Storage

/// 骨干表 · The tables the kernel itself keeps: county, event chain, checkpoints, clocks, jobs, numbers.
package enum KernelMigration {
  package static let all = [
    first, numberTemplates, calendarYears, search, pauses, CoUndertakerTable.migration,
    LimitSettingTable.migration, searchOrder, searchTold, totals,
    AdoptedPackTable.migration, searchNumber,
  ]

  private static let first = Migration(id: "kernel.001") { d in
    [
      """
      CREATE TABLE county (
        \(d.id("id")) PRIMARY KEY, name \(d.text) NOT NULL, code \(d.text) NOT NULL UNIQUE, short_name \(d.text) NOT NULL,
        time_zone \(d.text) NOT NULL, is_demo \(d.integer) NOT NULL, business_day \(d.text),
        chain_count \(d.integer) NOT NULL, chain_head \(d.blob) NOT NULL
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE event (
        \(d.id("county")) REFERENCES county, number \(d.integer) NOT NULL, \(d.id("id")) UNIQUE, kind \(d.text) NOT NULL,
        at \(d.integer) NOT NULL, \(d.optionalID("actor")), actor_name \(d.text) NOT NULL,
        subject_kind \(d.text) NOT NULL, \(d.id("subject_id")), token \(d.text), outcome \(d.text) NOT NULL,
        body \(d.blob) NOT NULL, hash \(d.blob) NOT NULL, PRIMARY KEY (county, number)
      ) \(d.tableSuffix)
      """,
      "CREATE UNIQUE INDEX event_token ON event (county, token)",
      "CREATE INDEX event_of_subject ON event (subject_kind, subject_id, number)",
      """
      CREATE TABLE event_subject (
        \(d.id("county")), subject_kind \(d.text) NOT NULL, \(d.id("subject_id")), event_number \(d.integer) NOT NULL,
        PRIMARY KEY (subject_kind, subject_id, event_number)
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE chain_checkpoint (
        \(d.id("county")) REFERENCES county, number \(d.integer) NOT NULL, head \(d.blob) NOT NULL,
        at \(d.integer) NOT NULL, signature \(d.blob) NOT NULL, PRIMARY KEY (county, number)
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE deadline (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, subject_kind \(d.text) NOT NULL,
        \(d.id("subject_id")), rule_key \(d.text) NOT NULL, rule_set \(d.text) NOT NULL, role \(d.text) NOT NULL,
        \(d.id("owner")), started_on \(d.text) NOT NULL, due_on \(d.text), is_provisional \(d.integer) NOT NULL,
        start_event \(d.integer) NOT NULL, done_on \(d.text), done_event \(d.integer)
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX deadline_open ON deadline (county, role, due_on) WHERE done_on IS NULL",
      "CREATE INDEX deadline_of_subject ON deadline (subject_kind, subject_id, rule_key)",
      """
      CREATE TABLE job (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, kind \(d.text) NOT NULL, job_key \(d.text) NOT NULL,
        payload \(d.text) NOT NULL, state \(d.text) NOT NULL, attempts \(d.integer) NOT NULL,
        run_after \(d.integer) NOT NULL, event_number \(d.integer) NOT NULL, last_error \(d.text)
      ) \(d.tableSuffix)
      """,
      "CREATE UNIQUE INDEX job_once ON job (county, job_key)",
      "CREATE INDEX job_queue ON job (run_after, id) WHERE state = 'queued'",
      """
      CREATE TABLE number_series (
        \(d.id("county")) REFERENCES county, kind \(d.text) NOT NULL, year \(d.integer) NOT NULL,
        next_serial \(d.integer) NOT NULL, template \(d.text), PRIMARY KEY (county, kind, year)
      ) \(d.tableSuffix)
      """,
      """
      CREATE TABLE number_register (
        \(d.id("county")) REFERENCES county, text \(d.text) NOT NULL, kind \(d.text) NOT NULL, year \(d.integer) NOT NULL,
        serial \(d.integer) NOT NULL, state \(d.text) NOT NULL, reason \(d.text), subject_kind \(d.text) NOT NULL,
        \(d.id("subject_id")), event_number \(d.integer) NOT NULL, PRIMARY KEY (county, text)
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX number_in_series ON number_register (county, kind, year, serial)",
    ] + d.forbidChange(table: "event") + d.forbidChange(table: "event_subject")
      + d.forbidChange(table: "chain_checkpoint")
  }

  /// A template is the office's until it changes, not one year's.
  private static let numberTemplates = Migration(id: "kernel.010") { d in
    [
      """
      CREATE TABLE number_template (
        \(d.id("county")) REFERENCES county, kind \(d.text) NOT NULL, template \(d.text) NOT NULL,
        last_event \(d.integer) NOT NULL, PRIMARY KEY (county, kind)
      ) \(d.tableSuffix)
      """,
      "ALTER TABLE number_series DROP COLUMN template",
    ]
  }

  /// 节假日安排 · The years whose days the office entered itself.
  private static let calendarYears = Migration(id: "kernel.calendar") { d in
    [
      """
      CREATE TABLE calendar_year (
        \(d.id("county")) REFERENCES county, year \(d.integer) NOT NULL, days \(d.text) NOT NULL,
        source \(d.text) NOT NULL, last_event \(d.integer) NOT NULL, PRIMARY KEY (county, year)
      ) \(d.tableSuffix)
      """
    ]
  }
}
