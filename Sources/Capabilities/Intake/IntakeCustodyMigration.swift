import Storage

extension IntakeMigration {
  /// 在押人员的申请 · Whose application came from custody, and by how much late; where he is held stands sealed with what was
  /// told.
  static let custody = Migration(id: "intake.custody") { d in
    [
      """
      CREATE TABLE custody_application (
        \(d.id("application")) PRIMARY KEY REFERENCES aid_application, \(d.id("county")) REFERENCES county,
        organ \(d.text), through \(d.text) NOT NULL, handed_over_at \(d.integer), reached_at \(d.integer) NOT NULL,
        hours_late \(d.integer), last_event \(d.integer) NOT NULL
      ) \(d.tableSuffix)
      """
    ]
  }
}
