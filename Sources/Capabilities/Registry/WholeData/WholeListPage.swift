import Kernel
import Localization
import Markup
import Storage
import Web

/// 导出完整数据页 · Says how many rows go and who will be recorded, asks why and once more who stands there, and answers
/// with the workbook. Without a second factor nothing leaves.
struct WholeListPage: Sendable {
  static let title = Text("导出完整数据", "Export whole data")

  let list: WholeList

  var routes: [Route] {
    let pattern = PathPattern(list.path)
    let summary = Text("\(Self.title.zh)：\(list.name.zh)", "\(Self.title.en): \(list.name.en)")
    return [
      .page(pattern, list.permission, summary) { try await page($0, .fresh($0)) },
      Route(.post, pattern, list.permission, summary, kind: .form, answersStaleForms: true) { request in
        try await FormExchange.answer(request, page: page) { try await answer($0) }
      },
    ]
  }

  private func page(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    try await page(request, state, reason: state.value("reason"), handedOver: false)
  }

  private func page(
    _ request: WebRequest, _ state: FormState, reason: String, handedOver: Bool
  ) async throws -> HTML {
    let (language, principal) = (request.language, try request.requirePrincipal())
    let (rows, isEnrolled) = try await request.services.database.read { reader in
      (
        try list.load(request, principal, reader).people.count,
        try principal.user.map { try SecondFactor.isEnrolled($0, reader) } ?? false
      )
    }
    let obstacle = isEnrolled ? ExportWhole.refusal(ofRows: rows) : Self.noSecondFactor
    return shell(try await request.frame(), title: Self.title[language]) {
      pageHead(Self.title[language], crumbs: crumbs(request))
      if handedOver { notice(Self.handedOver, .soon, in: language) }
      if let obstacle, !state.isReturned {
        notice(obstacle.message, .soon, in: language)
      } else {
        errorSummary(state.formErrors, in: language)
      }
      columns {
        if obstacle == nil || state.isReturned {
          form(request, state, reason, language)
        } else {
          p {
            isEnrolled
              ? linkButton(
                Text("返回列表", "Back to the list"), to: request.filtered(at: list.list), .main, in: language)
              : linkButton(
                Text("设置第二因素", "Set up a second factor"), to: SecondFactorPages.path, .main, in: language)
          }
        }
      } beside: {
        sheet(Text("导出内容", "What goes out"), in: language) {
          facts(content(rows, principal, language), in: language)
        }
      }
    }
  }

  private func form(
    _ request: WebRequest, _ state: FormState, _ reason: String, _ language: Language
  ) -> HTML {
    sheet(in: language) {
      p(.class("soft")) {
        Text(
          "谁、何时、因何导出了多少行，会记入日志，也会列入每个人的查看记录，本人可以查询。受保护人员的信息照样遮盖。文件不加密：交付后请从本机删除。",
          "Who exported how many rows, when and why is recorded, also among who looked at each person, and the person may ask for it. Protected people stay masked. The file is not encrypted: delete it here once it is handed over."
        )[language]
      }
      postForm(request.filtered(at: list.path), state.tokens(), changed: state.isReturned, in: language) {
        field(Self.reason, reason, errors: state.errors("reason"), in: language)
        field(SecondFactor.field, errors: state.errors(SecondFactor.name), in: language)
        submitButton(Text("导出", "Export"), in: language)
      }
    }
  }

  private func content(_ rows: Int, _ principal: Principal, _ language: Language) -> [Fact] {
    let most = WholeList.mostRows
    return [
      Fact(Text("列表", "List"), list.name[language]),
      Fact(Text("行数", "Rows"), rows > most ? Text("超过\(most)", "More than \(most)")[language] : "\(rows)"),
      Fact(
        Text("另加各列", "Columns added"), Format.list(WholePeople.fields.map { $0.name[language] }, language)),
      Fact(Text("记录为", "Recorded as"), "\(principal.name) · \(principal.agencyName)"),
    ]
  }

  private func crumbs(_ request: WebRequest) -> HTML {
    let language = request.language
    return breadcrumbs(
      [Crumb(list.name[language], path: request.filtered(at: list.list)), Crumb(Self.title[language])], in: language
    )
  }

  private func answer(_ request: WebRequest) async throws -> WebResponse {
    let (principal, keys, nonce) = (try request.requirePrincipal(), request.services.keys, request.newToken())
    let (rows, people, isEnrolled) = try await request.services.database.read { reader in
      let rows = try list.load(request, principal, reader)
      // Of too many nothing is opened.
      let few = rows.people.count > WholeList.mostRows ? [] : rows.people
      return (
        rows, try WholePeople.load(few, for: principal, keys, reader),
        try principal.user.map { try SecondFactor.isEnrolled($0, reader) } ?? false
      )
    }
    guard isEnrolled else { throw Self.noSecondFactor }
    let reason = try request.read { form in
      let reason = form.requiredText(
        "reason", Self.reason.label, max: ExportWhole.reasonLengths.upperBound, isMultiline: true)
      if let refusal = ExportWhole.refusal(ofReason: reason) {
        form.refuse(refusal.key, at: "reason", refusal.message, basis: refusal.basis)
      }
      _ = form.requiredText(SecondFactor.name, SecondFactor.field.label, max: 40)
      return reason
    }
    if let refusal = ExportWhole.refusal(ofRows: rows.people.count) { throw refusal }
    try await SecondFactor.confirm(request)
    let action = ExportWhole(
      list: String(list.list.dropFirst()), filter: String(request.filtered(at: "").dropFirst()),
      rows: rows.people.count, people: people.whole, reason: reason, nonce: nonce)
    // The same form sent again has handed its file over.
    guard try await request.run(action) == nonce else {
      return .page(try await page(request, .fresh(request), reason: reason, handedOver: true))
    }
    return try rows.table(people).workbook(request)
  }

  private static let reason = Field(
    "reason", Text("导出理由", "Reason"), .textarea(rows: 3),
    hint: Text(
      "交给谁，依据什么，例如：县审计局审计通知书〔2016〕8号。理由会写入日志，不要写当事人的姓名和号码。",
      "To whom, on what ground; such as: county audit office, notice 8 of 2016. It stands in the log: name no person and no number."
    ))

  private static let noSecondFactor = Refusal(
    "whole.secondFactor",
    Text(
      "导出完整数据须当场验证第二因素，您还没有设置。请先设置，再从列表回到本页。",
      "Exporting whole data needs your second factor, and you have none yet. Set it up, then come back here from the list."
    ))

  private static let handedOver = Text(
    "这份表单的文件已经给出，不再重发。还需要的，请再次验证后导出，并另作记录。",
    "The file of this form was handed out and is not sent again. If you need another, confirm again: it is recorded anew."
  )
}
