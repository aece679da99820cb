import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 退出某次登录 · Ends a session of oneself, or of anybody as the security administrator.
struct EndSession: Action {
  static let permission = Permission.signedIn
  let user: UserID
  let name: String

  func perform(in context: ActionContext) throws -> Done {
    guard let known = try UserTable.of(user, context.tx), known.county == context.county else {
      throw Refusal.notFound
    }
    guard context.principal.user == user || context.principal.holds(.manageSecurity) else {
      throw Refusal.notAllowed
    }
    guard try SessionTable.end(name, of: user, context.tx) else { throw Refusal.notFound }
    context.record("user.sessionEnded", .user(user))
    return Done()
  }
}

/// 登录列表 · The open sessions of an account as a table, each with its button.
enum SessionList {
  static func table(_ sessions: [Session], path: String, _ request: WebRequest) -> HTML {
    let language = request.language
    return dataTable(
      DataTable(
        Text("当前登录", "Where signed in"),
        columns: [
          Column(Text("开始", "Since")), Column(Text("最近活动", "Last seen")), Column(Text("地址", "Address")),
          Column(Text("浏览器", "Browser")), .actions,
        ],
        rows: sessions.map { one in
          TableRow([
            numeral(Format.instant(one.startedAt, language)), numeral(Format.instant(one.seenAt, language)),
            numeral(one.address ?? "—"), .text(browser(one.browser ?? "")),
            one == request.session
              ? tag(Text("本次登录", "This one")[language], .good)
              : actionForm(
                "\(path)/\(one.name)/end", request.tokens(), Text("退出这次登录", "End it"), .quiet, in: language),
          ])
        },
        empty: Text("没有在线的登录。", "Not signed in anywhere.")), in: language)
  }

  /// The family and the system; the whole line says nothing more to a person.
  private static func browser(_ agent: String) -> String {
    let family = ["Edg", "Firefox", "Chrome", "Safari"].first { agent.contains($0 + "/") }
    let system = ["Windows", "Android", "iPhone", "Mac OS", "Linux"].first(where: agent.contains)
    let known = [family == "Edg" ? "Edge" : family, system].compactMap(\.self)
    return known.isEmpty ? "—" : known.joined(separator: " · ")
  }
}
