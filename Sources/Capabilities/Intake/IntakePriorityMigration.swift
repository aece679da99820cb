import Storage

extension IntakeMigration {
  /// 优先 · Which applications come first; of those registered before nobody asked.
  static let priority = Migration(id: "intake.priority") { d in
    ["ALTER TABLE aid_application ADD COLUMN is_priority \(d.integer) NOT NULL DEFAULT 0"]
  }
}
