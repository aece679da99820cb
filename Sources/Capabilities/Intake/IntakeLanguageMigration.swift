import Storage

extension IntakeMigration {
  /// 沟通语言 · In what the applicant speaks; what was registered before this was asked says nothing.
  static let language = Migration(id: "intake.language") { d in
    ["ALTER TABLE aid_application ADD COLUMN language \(d.text)"]
  }
}
