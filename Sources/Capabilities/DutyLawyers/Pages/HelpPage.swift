import Intake
import Kernel
import Localization
import Markup
import Papers
import Registry
import Web
import WorkCalendar

/// 法律帮助页 · One help: who asked, what was done, the application forwarded, and what may be done next.
enum HelpPage {
  static func html(_ request: WebRequest, _ view: HelpView, _ frame: Frame) -> HTML {
    let (language, it) = (request.language, view.it)
    let name = it.name(to: view.principal)
    return shell(frame, title: it.number) {
      pageHead(
        name, crumbs: crumbs(it, language),
        lead: .fragment([.text(it.number), .text(" "), tag(it.state.name[language])]),
        actions: actions(request, view))
      columns(urgent: it.takenAt != nil && it.forwardedAt == nil) {
        sheet(Text("请求", "Request"), in: language) { facts(asked(it, language), in: language) }
        sheet(Text("受帮助人", "Person to be helped"), in: language) { facts(person(view, language), in: language) }
        if it.lawyerName != nil {
          sheet(Text("值班律师", "Duty lawyer"), in: language) { facts(sent(it, language), in: language) }
        }
        if it.helpedAt != nil {
          sheet(Text("提供的法律帮助", "The help given"), in: language) { facts(given(it, language), in: language) }
        }
        sheet(Text("文书", "Papers"), in: language, flush: true) {
          paperList(view.papers, names: ["F28": DutyForms.record(it.rules.formSet).name], in: language)
        }
        if !view.files.isEmpty {
          sheet(Text("材料", "Attachments"), in: language, flush: true) {
            attachmentList(view.files, names: ["request": HelpFields.paper.label], in: language)
          }
        }
      } beside: {
        beside(view, language)
      }
    }
  }

  static func crumbs(_ it: LegalHelp, _ language: Language, here: Text? = nil) -> HTML {
    let list = Crumb(HelpListPage.title[language], path: HelpPaths.list)
    guard let here else { return breadcrumbs([list, Crumb(it.number)], in: language) }
    return breadcrumbs(
      [list, Crumb(it.number, path: HelpPaths.page.path(it.id)), Crumb(here[language])], in: language)
  }

  private static func actions(_ request: WebRequest, _ view: HelpView) -> [HTML] {
    let (language, id) = (request.language, view.it.id)
    return view.steps.enumerated().map { index, step in
      guard step != .record else {
        return actionForm(
          HelpPaths.ledger.path(id), request.tokens(version: view.it.version), step.name,
          index == 0 ? .main : .plain,
          in: language)
      }
      let path: HelpPaths =
        switch step {
        case .dispatch: .dispatch
        case .meet: .meeting
        case .takeApplication: .application
        case .forward: .forwarding
        case .help, .record: .given
        }
      return linkButton(step.name, to: path.path(id), index == 0 ? .main : .plain, in: language)
    }
  }

  static func asked(_ it: LegalHelp, _ language: Language) -> [Fact] {
    let form = it.source.form.map { "（\($0)）" } ?? ""
    let formEnglish = it.source.form.map { " (\($0))" } ?? ""
    let source = Text(it.source.name.zh + form, it.source.name.en + formEnglish)
    let custody = it.isInCustody.map { $0 ? Text("在押", "In custody") : Text("未羁押", "Not in custody") }
    let lines: [(Text, String?)] = [
      (HelpFields.source.label, source[language]), (Text("值班地点", "Duty place"), it.placeName),
      (HelpFields.stage.label, it.stage.name[language]), (Text("涉嫌罪名", "Charge"), it.charge),
      (Text("办案机关", "Handling organ"), it.organ), (HelpFields.organCase.label, it.organCase),
      (HelpFields.custody.label, custody?[language]),
      (HelpFields.wanted.label, it.wanted.isEmpty ? nil : Text.list(it.wanted.map(\.name))[language]),
      (HelpFields.brief.label, it.brief),
      (HelpFields.askedAt.label, it.askedAt.map { Format.instant($0, language) }),
      (HelpFields.receivedAt.label, Format.instant(it.receivedAt, language)),
      (Text("登记人", "Registered by"), it.recorder),
    ]
    var all = lines.compactMap { label, value in value.map { Fact(label, $0) } }
    if let late = it.hoursLate {
      all.append(
        Fact(
          Text("看守所通知", "Told by the house"),
          tag(Text("迟\(late)小时", "\(late) h late")[language], .late)))
    }
    return all
  }

  private static func person(_ view: HelpView, _ language: Language) -> [Fact] {
    let who = view.who
    let lines: [(Text, String?)] = [
      (Text("姓名", "Name"), who.name),
      (Text("证件号码", "Identity number"), who.identityNumber.map(Format.mask(identityNumber:))),
      (Text("电话", "Phone"), who.phone.map(Format.mask(phone:))),
      (Text("住址", "Address"), who.address.map(Format.mask(address:))),
    ]
    return lines.compactMap { label, value in value.map { Fact(label, $0) } }
  }

  private static func sent(_ it: LegalHelp, _ language: Language) -> [Fact] {
    let way = it.isOnCall ? Text("待命律师", "On call") : Text("当班律师", "On the roster")
    let lines: [(Text, String?)] = [
      (Text("值班律师", "Duty lawyer"), [it.lawyerName, it.unitName].compactMap(\.self).joined(separator: " ")),
      (Text("派遣方式", "Sent as"), way[language]),
      (Text("派遣时间", "Sent"), it.dispatchedAt.map { Format.instant($0, language) }),
      (HelpFields.metAt.label, it.metAt.map { Format.instant($0, language) }),
    ]
    return lines.compactMap { label, value in value.map { Fact(label, $0) } }
  }

  private static func given(_ it: LegalHelp, _ language: Language) -> [Fact] {
    let lines: [(Text, String?)] = [
      (Text("法律帮助内容", "Kind of legal help"), Text.list(it.kinds.map(\.name))[language]),
      (HelpFields.at.label, it.helpedAt.map { Format.instant($0, language) }),
      (HelpFields.content.label, it.content),
      (HelpFields.result.label, it.result),
      (Text("具结书签署日期", "Plea affidavit signed"), it.pleaOn.map { Format.day($0, language) }),
      (HelpFields.objection.label, it.pleaObjection),
    ]
    return lines.compactMap { label, value in value.map { Fact(label, $0) } }
  }

  private static func beside(_ view: HelpView, _ language: Language) -> HTML {
    let it = view.it
    return .fragment {
      if it.takenAt != nil { sheet(Text("法律援助申请", "Application"), in: language) { application(view, language) } }
      if it.lawyerName == nil {
        if let serving = view.serving {
          notice(
            Text("今天在此值班：\(serving.servingName)", "Serving here today: \(serving.servingName)"), .plain,
            in: language)
        } else {
          notice(
            Text("今天这里没有排班，请派待命律师。", "Nobody serves here today: send a lawyer on call."), .soon, in: language)
        }
      }
      sheet(Text("流程记录", "Timeline"), in: language) {
        timeline(
          view.events.map { event in
            TimelineEntry(
              (DutyLawyers.events[event.kind] ?? .same(event.kind))[language],
              byline: "\(event.actor) \(Format.instant(event.at, language))")
          })
      }
    }
  }

  private static func application(_ view: HelpView, _ language: Language) -> HTML {
    let it = view.it
    var lines = [
      Fact(HelpFields.takenAt.label, it.takenAt.map { Format.instant($0, language) } ?? "—"),
      Fact(HelpFields.forwardedAt.label, it.forwardedAt.map { Format.instant($0, language) } ?? "—"),
      Fact(Text("期限", "Due"), HelpListPage.forwarding(it, language)),
    ]
    if let id = it.application, view.isApplicationSeen {
      lines.append(
        Fact(
          Text("已登记为申请", "Registered"),
          a(.href("/applications/\(id)")) { Text("查看申请", "See the application")[language] }))
    } else if it.forwardedAt != nil, it.application == nil, view.principal.holds(.registerApplication) {
      lines.append(
        Fact(
          Text("受理窗口", "Counter"),
          a(.href(HelpStart.path(it.id))) {
            Text("登记申请，已知内容自动带入", "Register it: what is known is filled in")[language]
          }))
    }
    return facts(lines, in: language)
  }
}
