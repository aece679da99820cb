import Kernel
import Localization
import Markup
import Papers
import Registry
import Web
import WorkCalendar

/// 手机上传页 · The clerk's page with the code, and the page it opens on the telephone.
enum PhoneUploadPages {
  static let title = Text("手机上传材料", "Papers by telephone")
  static let pattern = PathPattern(ApplicationPaths.list + "/{id}/phone-upload")
  static let ticketPattern: PathPattern = "/phone-upload/{ticket}"

  static func path(_ id: ApplicationID) -> String { "\(ApplicationPaths.page(id))/phone-upload" }

  static func clerk(_ request: WebRequest, _ view: ApplicationView, _ ticket: UploadTicket, _ frame: Frame) throws
    -> HTML
  {
    let language = request.language
    let code = try code(request, ticket)
    return shell(frame, title: title[language]) {
      pageHead(
        title[language], crumbs: ApplicationPage.crumbs(view.application, language, here: title),
        lead: .text("\(view.person.name) \(view.application.cause)"),
        actions: [linkButton(Text("刷新", "Refresh"), to: path(view.application.id), .plain, in: language)])
      columns {
        sheet(Text("请用手机扫描", "Scan it with the telephone"), in: language) {
          code
        }
      } beside: {
        sheet(Text("材料", "Materials"), in: language, flush: true) {
          attachmentList(
            view.attachments, names: CounterMaterials.names(view.application.ruleSet), in: language)
        }
      }
    }
  }

  /// The code, till when it holds, and the same page for who has no telephone at hand.
  static func code(_ request: WebRequest, _ ticket: UploadTicket) throws -> HTML {
    let language = request.language
    let there = "/phone-upload/\(ticket.written(request.services.keys))"
    return .fragment([
      try QRDrawing.html(
        request.baseURL + there, description: Text("手机上传材料的二维码", "QR code for papers by telephone")[language]),
      p {
        Text(
          "\(Format.instant(ticket.until, .zh))前有效。手机须能访问本系统。",
          "Valid until \(Format.instant(ticket.until, .en)). The telephone has to reach this system.")[language]
      },
      p(.class("small")) { a(.href(there)) { Text("在本机打开上传页", "Open the page here")[language] } },
    ])
  }

  static func phone(
    _ request: WebRequest, _ state: FormState, _ ticket: UploadTicket, _ refusal: Refusal?, _ frame: Frame
  ) -> HTML {
    let language = request.language
    return publicShell(frame, title: title[language]) {
      h1 { title[language] }
      if let refusal {
        notice(refusal.message, .late, in: language)
      } else {
        form(request, state, ticket, language)
      }
    }
  }

  private static func form(
    _ request: WebRequest, _ state: FormState, _ ticket: UploadTicket, _ language: Language
  ) -> HTML {
    .fragment {
      if let count = Int(request.query["received"]), (1...100).contains(count) {
        notice(
          Text(
            "已收到\(count)个文件，可以继续上传。",
            count == 1 ? "1 file received; you may go on." : "\(count) files received; you may go on."),
          .good, in: language)
      }
      errorSummary(state.formErrors, in: language)
      postForm(
        "/phone-upload/\(ticket.written(request.services.keys))", state.tokens(), uploads: true,
        changed: state.isReturned, in: language
      ) {
        field(
          kind(.inForce(on: request.today)), state.value("kind"), errors: state.errors("kind"), in: language)
        field(files, errors: state.errors("files"), in: language)
        submitButton(Text("上传", "Upload"), .main, in: language)
      }
    }
  }

  static let kindLabel = Text("材料", "Kind of paper")
  static func kind(_ rules: RuleSet) -> Field {
    Field("kind", kindLabel, .select(CounterMaterials.items(rules).map { Choice($0.code, $0.name) }))
  }
  static let files = Field(
    "files", Text("照片或者文件", "Photographs or files"), .file(accept: "image/*,application/pdf", multiple: true),
    hint: Text("可以拍照，一次可以选择几张", "Take a photograph; several may be chosen at once"))

  static let over = Refusal(
    "phoneUpload.over",
    Text("二维码已经过期，请工作人员重新打开。", "The code has run out: ask the clerk to open it again."))
}
