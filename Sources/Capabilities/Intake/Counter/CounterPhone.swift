import Kernel
import Localization
import Markup
import Papers
import Storage
import Web
import WorkCalendar

/// 收案手机上传 · Papers by telephone at the counter: the button under the materials keeps the draft and shows the code beside
/// the form; what the telephone sends stands among the files received when the form is shown again.
enum CounterPhone {
  static let path = "/applications/new/telephone"
  static let pattern = PathPattern(path)
  static let title = Text("手机上传", "By telephone")
  /// The form says with it that the code is shown.
  static let field = "code"

  static func isWanted(_ request: WebRequest) -> Bool {
    !request.query[field].isEmpty || !request.fields[field].isEmpty
  }

  /// The counter with the code.
  static func counter(_ request: WebRequest) -> String {
    let path = CounterFrom.path(CounterPage.path, request)
    return path + (path.contains("?") ? "&" : "?") + "\(field)=yes"
  }

  static func ticket(_ request: WebRequest, _ draft: Draft?) throws -> UploadTicket? {
    let principal = try request.requirePrincipal()
    guard isWanted(request), let draft, let user = principal.user, let agency = principal.agency else { return nil }
    let until = request.services.clock.now().adding(minutes: UploadTicket.minutes)
    return UploadTicket(.draft(draft.id), by: user, at: agency, until: until)
  }

  static func html(_ request: WebRequest, _ view: CounterView) throws -> HTML {
    guard let ticket = view.ticket else { return .empty }
    let language = request.language
    let code = try PhoneUploadPages.code(request, ticket)
    return sheet(Text("请用手机扫描", "Scan it with the telephone"), in: language) {
      hiddenField(field, "yes")
      code
      button(Text("收取已上传的文件", "Take in what was sent"), language)
    }
  }

  /// Sends the form as it stands, whatever is missing in it.
  static func button(_ words: Text, _ language: Language) -> HTML {
    p { Markup.button(.button(.submit), .class("button"), .formaction(path)) { words[language] } }
  }

  /// What came while the form was open.
  static func arrived(_ view: CounterView, _ language: Language) -> HTML {
    guard !view.arrived.isEmpty else { return .empty }
    let names = CounterMaterials.names(view.rules)
    return sheet(Text("手机刚发来的材料", "Just sent by telephone"), in: language) {
      ul(.class("bare")) {
        for one in view.arrived {
          li {
            one.file.name
            " "
            span(.class("soft small")) { (names[one.code] ?? .same(one.code))[language] }
          }
        }
      }
      p(.class("hint")) {
        Text("随草稿保存，登记时一并登记。", "Kept with the draft and registered with the application.")[language]
      }
    }
  }
}
