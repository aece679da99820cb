import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 登录记录 · Sign-in history: the newest sign-ins of an account, those that failed too, as the event chain has them.
enum SignInHistory {
  struct Entry: Sendable {
    let at: Instant
    let kind: String
  }

  static let kinds = [
    "user.signedIn", "user.signInFailed", "user.locked", "user.passwordAccepted", "secondFactor.failed",
  ]

  static func of(_ user: UserID, _ reader: any Reader) throws -> [Entry] {
    try reader.rows(
      """
      SELECT at, kind FROM event WHERE subject_kind = 'user' AND subject_id = \(user) AND kind IN \(list: kinds)
      ORDER BY number DESC, id LIMIT 20
      """
    ).map { Entry(at: Instant(milliseconds: try $0.get("at")), kind: try $0.get("kind")) }
  }

  static func table(_ entries: [Entry], in language: Language) -> HTML {
    dataTable(
      DataTable(
        Text("登录记录", "Sign-in history"),
        columns: [Column(Text("时间", "Time")), Column(Text("结果", "Result"))],
        rows: entries.map { entry in
          let isGood = entry.kind == "user.signedIn"
          let name = Registry.capability.events[entry.kind] ?? .same(entry.kind)
          return TableRow([
            numeral(Format.instant(entry.at, language)), tag(name[language], isGood ? .good : .soon),
          ])
        },
        empty: Text("还没有登录过。", "Never signed in.")), in: language)
  }
}
