import Storage

extension IntakeMigration {
  /// 责令改正 · The number of the bureau's order to correct a refusal, once there is one.
  static let correction = Migration(id: "intake.correction") { d in
    ["ALTER TABLE aid_application ADD COLUMN correction_order \(d.text)"]
  }
}
