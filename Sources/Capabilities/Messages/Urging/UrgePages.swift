import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 催办页 · The form that urges, on an application or a case, and the page of an urge with the form that answers it.
struct UrgePages: Sendable {
  static let title = Text("催办", "Urge")
  let work: [WorkItemSource]

  private static let recipientLabel = Text("应办人员", "Who is to act")
  private static let words = Field(
    "words", Text("内容", "Words"), .textarea(rows: 3),
    hint: Text("写明要办什么、何时办完；不要写个人信息。", "Say what is to be done and by when; no personal data."))
  private static let answer = Field(
    "answer", Text("答复", "Answer"), .textarea(rows: 3),
    hint: Text("写明办了什么，或者何时办；不要写个人信息。", "Say what was done, or when it will be; no personal data."))

  func routes() -> [Route] {
    ["case", "application"].flatMap(urging)
      + Route.form(
        "/urges/{id}", .signedIn, Text("催办与答复", "An urge and its answer"), page: Self.page, submit: Self.reply)
  }

  private func urging(_ kind: String) -> [Route] {
    Route.form(
      PathPattern("/\(kind)s/{id}/urging"), .urge, Self.title,
      page: { request, state in
        let (principal, today, subject) = (
          try request.requirePrincipal(), request.today, try Self.subject(kind, request)
        )
        let (hit, people) = try await request.services.database.read { reader in
          (
            try UrgeTable.record(subject, for: principal, reader),
            try WhoActs(work: work).on(subject, for: principal, on: today, reader)
          )
        }
        return try await Self.form(hit, people, request, state)
      },
      submit: { request in
        let subject = try Self.subject(kind, request)
        let (recipient, words) = try request.read { form in
          (
            form.requiredID("recipient", Self.recipientLabel, of: Spine.User.self),
            form.requiredText("words", Self.words.label, max: 200, isMultiline: true)
          )
        }
        _ = try await request.run(SendUrge(subject, to: recipient, words: words, work: work))
        return Self.path(of: subject, request)
      })
  }

  private static func subject(_ kind: String, _ request: WebRequest) throws -> Subject {
    guard let id = UUIDv7(request.value("id")) else { throw Refusal.notFound }
    return Subject(kind, id)
  }

  private static func path(of subject: Subject, _ request: WebRequest) -> String {
    request.services.search.first { $0.kind == subject.kind }?.path(subject.id) ?? "/work"
  }

  private static func form(
    _ hit: SearchHit, _ people: [User], _ request: WebRequest, _ state: FormState
  ) async throws -> HTML {
    let language = request.language
    return shell(try await request.frame(), title: title[language]) {
      pageHead(
        title[language], crumbs: crumbs(hit, request), lead: .text("\(hit.maskedName) · \(hit.about)"))
      if people.isEmpty {
        notice(
          Text("这条记录现在不等其他人办理，没有可以催办的人。", "The record waits for nobody else: there is no one to urge."), .soon,
          in: language)
      } else {
        errorSummary(state.formErrors, in: language)
        sheet(in: language) {
          p(.class("soft")) {
            Text("催办会排在本人待办的最前面，直到答复。", "It stands first on that person’s work list until answered.")[language]
          }
          postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
            field(
              Field(
                "recipient", recipientLabel,
                .select(people.map { Choice($0.id.description, .same($0.name)) })),
              state.value("recipient", or: people.count == 1 ? people[0].id.description : nil),
              errors: state.errors("recipient"), in: language)
            field(words, state.value("words"), errors: state.errors("words"), in: language)
            submitButton(title, .main, in: language)
          }
        }
      }
    }
  }

  private static func crumbs(_ hit: SearchHit, _ request: WebRequest) -> HTML {
    breadcrumbs(
      [Crumb(hit.number, path: path(of: hit.subject, request)), Crumb(title[request.language])],
      in: request.language)
  }

  @Sendable private static func page(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let (language, principal, id): (_, _, UrgeID) = (
      request.language, try request.requirePrincipal(), try request.id()
    )
    let urge = try await request.services.database.read { try UrgeTable.one(id, for: principal, $0) }
    return shell(try await request.frame(), title: title[language]) {
      pageHead(
        title[language], crumbs: crumbs(urge.hit, request),
        lead: .text("\(urge.hit.maskedName) · \(urge.hit.about)"))
      errorSummary(state.formErrors, in: language)
      sheet(in: language) { facts(told(urge, request), in: language) }
      if urge.recipient == principal.user, urge.answeredAt == nil {
        sheet(Text("答复催办", "Answer an urge"), in: language) {
          postForm(request.path, state.tokens(version: urge.version), changed: state.isReturned, in: language) {
            field(answer, state.value("answer"), errors: state.errors("answer"), in: language)
            submitButton(Text("答复", "Answer"), .main, in: language)
          }
        }
      }
    }
  }

  private static func told(_ urge: Urge, _ request: WebRequest) -> [Fact] {
    let language = request.language
    return [
      Fact(
        Text("编号", "Number"),
        a(.class("num"), .href(path(of: urge.hit.subject, request))) { urge.hit.number }),
      Fact(Text("状态", "State"), urge.hit.state[language]),
      Fact(Text("催办人", "Urged by"), "\(urge.senderName) \(Format.instant(urge.sentAt, language))"),
      Fact(recipientLabel, urge.recipientName), Fact(words.label, urge.words),
      Fact(
        answer.label,
        urge.answeredAt.map { "\(urge.answer ?? "") \(Format.instant($0, language))" }
          ?? Text("未答复", "No answer yet")[language]),
    ]
  }

  @Sendable private static func reply(_ request: WebRequest) async throws -> String {
    let id: UrgeID = try request.id()
    let typed = try request.read { $0.requiredText("answer", answer.label, max: 200, isMultiline: true) }
    try await request.run(AnswerUrge(id, answer: typed))
    return "/work"
  }
}
