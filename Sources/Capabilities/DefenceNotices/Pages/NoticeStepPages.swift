import Cases
import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 通知办理页 · One step of a notice: its form on the case it belongs to.
struct NoticeStepPage: Sendable {
  let path: NoticePaths
  let permission: Permission
  let title: Text
  let effect: Text
  let step: DefenceNoticeStep
  var takesFiles = false
  let fields: @Sendable (DefenceNotice, AidCase, NoticeAsking, Day) -> HTML
  let submit: @Sendable (CaseID, WebRequest) async throws -> String

  func routes() -> [Route] {
    Route.form(
      path.pattern, permission, title,
      page: { request, state in
        let principal = try request.requirePrincipal()
        let id = try request.id(of: Spine.Case.self)
        let (found, notice) = try await request.services.database.read { reader in
          let found = try CaseTable.one(id, for: principal, reader)
          guard let notice = try DefenceNoticeTable.of(id, in: found.county, reader) else { throw Refusal.notFound }
          return (found, notice)
        }
        let isOpen = DefenceNoticeLifecycle.table.allowed(from: notice.state, by: principal).contains(step)
        return shell(try await request.frame(), title: title[request.language]) {
          html(request, found, notice, state, isOpen: isOpen || state.isReturned)
        }
      },
      submit: { request in try await submit(try request.id(of: Spine.Case.self), request) })
  }

  private func html(
    _ request: WebRequest, _ found: AidCase, _ notice: DefenceNotice, _ state: FormState, isOpen: Bool
  ) -> HTML {
    let language = request.language
    let ask = NoticeAsking(
      state: state, usual: ["receivedAt": [request.services.clock.now().typed]], language: language)
    let crumbs = breadcrumbs(
      [
        Crumb(NoticeListPage.title[language], path: NoticePaths.list),
        Crumb(found.number, path: "/cases/\(found.id)"), Crumb(title[language]),
      ], in: language)
    return .fragment {
      pageHead(title[language], crumbs: crumbs, lead: .text("\(found.recipientName) · \(found.cause)"))
      if isOpen {
        errorSummary(state.formErrors, in: language)
        sheet(in: language) {
          p(.class("soft")) { effect[language] }
          postForm(
            path.path(found.id), state.tokens(version: notice.version), uploads: takesFiles,
            changed: state.isReturned, in: language
          ) {
            fields(notice, found, ask, request.today)
            submitButton(title, in: language)
          }
        }
      } else {
        Web.notice(
          Text(
            "通知现在的状态是“\(notice.state.name.zh)”，不能办理“\(title.zh)”。",
            "The notice is now “\(notice.state.name.en)”; “\(title.en)” is not possible."), .soon, in: language)
      }
    }
  }
}

/// 询问办案机关页 · What was asked of the organ, and what it said.
enum NoticeCallPage {
  static let title = Text("询问办案机关", "Ask the organ")
  static let spokeWith = Field("spokeWith", Text("接听人", "Spoke with"))
  static let answer = Field("answer", Text("询问情况和答复", "What was asked and answered"), .textarea(rows: 3))
  private typealias F = NoticeFields

  static let page = NoticeStepPage(
    path: .call, permission: .registerNotices, title: title,
    effect: Text(
      "每次询问登记一次。对方补充的内容填在下面，没有答复的留空；指派期限照常计算。",
      "One entry for each call. Fill in what the organ told, leave the rest empty; the time to assign runs on."),
    step: .ask,
    fields: { notice, _, ask, _ in
      .fragment {
        ask(spokeWith)
        ask(answer)
        for item in notice.missing {
          switch item {
          case .charge: ask(F.charge)
          case .situation: ask(F.situations(on: notice.receivedAt.day))
          case .whereabouts: ask(F.place)
          case .contact:
            .fragment {
              ask(F.contactName)
              ask(F.contactPhone)
            }
          }
        }
      }
    },
    submit: { id, request in
      try await request.run(NoticeReading.call(id, request))
      return "/cases/\(id)"
    })
}

/// 拒绝辩护页 · The undertaker's report of a refusal, and the organ's answer to it.
enum RefusalPages {
  static let title = Text("报告拒绝辩护", "Report a refusal")
  static let answerTitle = Text("登记办案机关答复", "Record the organ’s answer")
  private static let refusedOn = Field("refusedOn", Text("拒绝日期", "Refused on"), .date)
  private static let reason = Field("reason", Text("拒绝理由", "Reason"), .textarea(rows: 3))
  private static let permitted = Field(
    "permitted", Text("办案机关的决定", "The organ’s decision"),
    .radios([
      Choice("no", Text("不准许，继续辩护", "Not permitted: the defence goes on")),
      Choice("yes", Text("准许，由本人另行委托或者办案机关另行通知", "Permitted: own counsel, or a new notice of the organ")),
    ]))
  private static let answeredOn = Field("answeredOn", Text("答复日期", "Answered on"), .date)
  private static let answer = Field("answer", Text("答复内容", "The answer"), .textarea(rows: 3))

  static let renewalTitle = Text("登记另行通知", "Register the new notice")

  static let pages = [report, answered, renewal]

  private static let report = NoticeStepPage(
    path: .refusal, permission: .handleCases, title: title,
    effect: Text(
      "登记后制作书面告知函，打印签名后送办案机关和中心。应当通知辩护的案件不因本人拒绝而终止，由办案机关查明原因后决定。",
      "This makes the written notice to the organ and the centre, to be printed and signed. Where the organ must notify, the aid does not end by a refusal: the organ looks into the reason and decides."
    ), step: .reportRefusal,
    fields: { _, _, ask, _ in
      .fragment {
        ask(refusedOn)
        ask(reason)
      }
    },
    submit: { id, request in
      let action = try request.read { form in
        ReportRefusal(
          id, on: form.requiredDay("refusedOn", refusedOn.label, notAfter: request.today),
          reason: form.requiredText("reason", reason.label, max: 500, isMultiline: true))
      }
      try await request.run(action)
      return "/cases/\(id)"
    })

  private static let answered = NoticeStepPage(
    path: .refusalAnswer, permission: .registerNotices, title: answerTitle,
    effect: Text(
      "准许的，本人另行委托后办理终止；办案机关另行通知的，更换承办人员。不准许的，继续辩护。",
      "If permitted, the aid is terminated once own counsel is engaged, or the lawyer replaced on the organ’s new notice. If not, the defence goes on."
    ), step: .permit,
    fields: { _, _, ask, _ in
      .fragment {
        ask(permitted)
        ask(answeredOn)
        ask(answer)
      }
    },
    submit: { id, request in
      let action = try request.read { form in
        AnswerRefusal(
          id, permitted: form.requiredChoice("permitted", permitted.label, among: ["yes", "no"]) == "yes",
          on: form.requiredDay("answeredOn", answeredOn.label, notAfter: request.today),
          answer: form.requiredText("answer", answer.label, max: 500, isMultiline: true))
      }
      try await request.run(action)
      return "/cases/\(id)"
    })

  private static let renewal = NoticeStepPage(
    path: .renewal, permission: .registerNotices, title: renewalTitle,
    effect: Text(
      "准许拒绝后办案机关另行通知的，登记在原案件下：案件退回待指派，原承办人员不再承办，三日的指派期限从收到之日起算。",
      "What the organ writes after it permitted a refusal belongs to the same case: it waits to be assigned to somebody else, and the three days to assign begin with the receipt."
    ), step: .renew, takesFiles: true,
    fields: { _, _, ask, _ in
      .fragment {
        ask(NoticeFields.receivedAt)
        ask(NoticeFields.notice)
      }
    },
    submit: { id, request in
      let (receivedAt, file) = try request.read { form in
        (
          form.requiredInstant("receivedAt", NoticeFields.receivedAt.label),
          form.file("notice", NoticeFields.notice.label, FileType.scans)
        )
      }
      let notice = try await NoticeRoutes.stored(file, request)
      try await request.run(RenewNotice(id, receivedAt: receivedAt, notice: notice))
      return "/cases/\(id)"
    })
}
