import Kernel
import Localization
import Markup
import Papers
import Registry
import Storage
import Web
import WorkCalendar

/// 个人信息请求页 · One request: what is asked, how it was answered and by which paper, and what happened.
struct PersonalRequestPage: Sendable {
  let it: PersonalRequest
  let person: Person
  let clocks: [Deadline]
  let papers: [PaperRecord]
  let events: [Event]
  let hasOpenMatter: Bool

  static func load(_ request: WebRequest) async throws -> PersonalRequestPage {
    let (id, principal): (PersonalRequestID, _) = (try request.id(), try request.requirePrincipal())
    let keys = request.services.keys
    return try await request.services.database.read { reader in
      let it = try PersonalRequestTable.one(id, for: principal, keys, reader)
      return PersonalRequestPage(
        it: it,
        person: try PersonTable.of(it.person, in: principal.county, keys, reader).seen(by: principal),
        clocks: try Deadline.open(.personalRequest(id), reader),
        papers: try PaperTable.of([.personalRequest(id)], reader),
        events: try PersonalRequestTable.events(id, in: principal.county, reader),
        hasOpenMatter: try PersonalRequestTable.matters(of: it.person, in: principal.county, reader)
          .contains(where: \.isOpen))
    }
  }

  func crumbs(_ language: Language, here: Text? = nil) -> HTML {
    let list = Crumb(PersonalRequestList.title[language], path: PersonalRequestPaths.list.path())
    guard let here else { return breadcrumbs([list, Crumb(it.number)], in: language) }
    return breadcrumbs(
      [list, Crumb(it.number, path: PersonalRequestPaths.page.path(it.id)), Crumb(here[language])], in: language)
  }

  func body(_ request: WebRequest, _ principal: Principal) -> HTML {
    let language = request.language
    return .fragment {
      pageHead(
        "\(Format.mask(name: person.name)) \(it.kind.name[language])", crumbs: crumbs(language),
        lead: .fragment([.text(it.number), .text(" "), tag(it.state.name[language])]),
        actions: actions(request, principal))
      columns {
        sheet(Text("请求", "Request"), in: language) { Web.facts(asked(language), in: language) }
        if it.answeredOn != nil {
          sheet(Text("答复", "Answer"), in: language) { Web.facts(answered(language), in: language) }
        }
        sheet(Text("文书", "Papers"), in: language, flush: true) {
          paperList(papers, names: ["PI1": PersonalRequestForm.all[0].name], in: language)
        }
      } beside: {
        sheet(Text("流程记录", "Timeline"), in: language) {
          timeline(
            events.map {
              TimelineEntry(
                (PersonalRequests.events[$0.kind] ?? .same($0.kind))[language],
                byline: "\($0.actor) · \(Format.instant($0.at, language))")
            })
        }
      }
    }
  }

  private func actions(_ request: WebRequest, _ principal: Principal) -> [HTML] {
    let (language, steps) = (
      request.language, PersonalRequestLifecycle.table.allowed(from: it.state, by: principal)
    )
    var actions: [HTML] = []
    if steps.contains(.refuse) {
      actions.append(
        linkButton(AnswerPage.title, to: PersonalRequestPaths.answer.path(it.id), .main, in: language))
    }
    if steps.contains(.handOver), it.kind == .copy {
      actions.append(linkButton(CopyPage.title, to: PersonalRequestPaths.copy.path(it.id), .main, in: language))
    }
    if steps.contains(.withdraw) {
      actions.append(
        actionForm(
          PersonalRequestPaths.withdrawal.path(it.id), request.tokens(version: it.version),
          PersonalRequestStep.withdraw.name, in: language))
    }
    return actions
  }

  func asked(_ language: Language) -> [Fact] {
    [
      Fact(Text("请求人", "Who asked"), Format.mask(name: person.name)),
      Fact(Text("请求事项", "What is asked"), it.kind.name[language]),
      Fact(Text("请求内容", "Content of the request"), it.content),
      Fact(Text("身份核验", "Identity check"), it.check.name[language]),
      Fact(Text("登记", "Recorded"), "\(it.recorder) · \(Format.day(it.receivedOn, language))"),
    ]
      + clocks.compactMap { clock in
        clock.dueOn.map { Fact(Text("答复期限", "Due"), Format.day($0, language)) }
      }
  }

  private func answered(_ language: Language) -> [Fact] {
    let by = [it.answeredBy, it.answeredOn.map { Format.day($0, language) }].compactMap(\.self)
    return [
      Fact(Text("答复", "Answer"), it.state.name[language]), Fact(Text("理由", "Reason"), it.reason ?? ""),
      Fact(Text("答复人", "Answered by"), by.joined(separator: " · ")),
    ] + (it.ground.map { [Fact(Text("依据", "Basis"), "\($0.name[language]) \($0.basis.name[language])")] } ?? [])
  }
}
