import Storage

extension IntakeMigration {
  /// 标准的口径 · Whose income a hardship line looks at, what it forbids to own, and of which place it is; the lines
  /// recorded before say nothing of it, and the family that lives together counts.
  static let hardshipRules = Migration(id: "intake.hardshipRules") { d in
    [
      "ALTER TABLE hardship_line ADD COLUMN household_rule \(d.text)",
      "ALTER TABLE hardship_line ADD COLUMN asset_rule \(d.text)",
      "ALTER TABLE hardship_line ADD COLUMN region_code \(d.text)",
    ]
  }
}
