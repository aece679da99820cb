import Storage

extension IntakeMigration {
  /// 列表索引 · A list shows the newest first, whole, by one state or one station, and is counted without looking at the
  /// rows.
  static let newest = Migration(id: "intake.newest") { _ in
    [
      "CREATE INDEX application_newest ON aid_application (county, received_on, id, owner, origin, matter)",
      """
      CREATE INDEX application_newest_by_state
      ON aid_application (county, state, received_on, id, owner, origin, matter)
      """,
      "CREATE INDEX application_newest_by_origin ON aid_application (county, origin, received_on, id, state, matter)",
    ]
  }
}
