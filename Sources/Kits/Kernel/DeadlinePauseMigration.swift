import Storage

extension KernelMigration {
  /// 期限暂停 · What suspends a clock, and since when it stands still.
  static let pauses = Migration(id: "kernel.pauses") { d in
    [
      """
      CREATE TABLE deadline_pause (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, \(d.id("deadline")) REFERENCES deadline,
        \(d.id("source")), paused_on \(d.text) NOT NULL, resumed_on \(d.text), pause_event \(d.integer) NOT NULL,
        resume_event \(d.integer)
      ) \(d.tableSuffix)
      """,
      "CREATE INDEX pause_of_deadline ON deadline_pause (deadline, paused_on, id)",
      "ALTER TABLE deadline ADD COLUMN paused_on \(d.text)",
    ]
  }
}
