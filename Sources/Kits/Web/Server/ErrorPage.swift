import Kernel
import Localization
import Markup

/// 出错页 · Error page: what went wrong, what to do, and the number that finds it in the log.
enum ErrorPage {
  static func html(_ failure: Failure, _ frame: Frame, requestID: String) -> HTML {
    let language = frame.language
    return publicShell(frame, title: failure.title[language]) {
      h1 { failure.title[language] }
      p { failure.message[language] }
      if !failure.refusals.isEmpty {
        ul {
          for refusal in failure.refusals { li { refusal.message[language] } }
        }
      }
      if failure.status == 401 { p { a(.href("/sign-in")) { Text("登录", "Sign in")[language] } } }
      p { a(.href(frame.homePath)) { Text("返回首页", "Go to the front page")[language] } }
      p(.class("soft small")) {
        Text("编号：", "Number: ")[language]
        code { requestID }
      }
    }
  }

  /// RFC 9457, for programs.
  static func problem(_ failure: Failure, requestID: String) -> JSON {
    [
      "type": "about:blank", "title": .string(failure.title.en), "status": .integer(failure.status),
      "detail": .string(failure.message.en), "instance": .string(requestID),
      "errors": .array(
        failure.refusals.map { refusal in
          var error: [String: JSON] = [
            "key": .string(refusal.key), "zh": .string(refusal.message.zh), "en": .string(refusal.message.en),
          ]
          if let field = refusal.field { error["field"] = .string(field) }
          return .object(error)
        }),
    ]
  }
}
