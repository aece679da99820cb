import Kernel
import Localization
import Markup
import Papers
import Registry
import Web
import WorkCalendar

/// 咨询页 · Consultation page: what was asked and answered, the documents drafted, and what may come of it.
enum ConsultationPage {
  static func html(_ request: WebRequest, _ view: ConsultationView, _ frame: Frame) -> HTML {
    let (language, it) = (request.language, view.it)
    return shell(frame, title: it.number) {
      pageHead(
        it.cause, crumbs: crumbs(it, language),
        lead: .fragment([.text(it.number), .text(" "), tag(it.state.name[language])]),
        actions: actions(request, view))
      columns(urgent: !view.deadlines.isEmpty) {
        sheet(Text("咨询人", "Consulter"), in: language) { facts(consulter(view, language), in: language) }
        sheet(Text("咨询内容", "Content of consultation"), in: language) { facts(matter(view, language), in: language) }
        if it.answer != nil {
          sheet(Text("答复", "Answer"), in: language) { facts(answer(view, language), in: language) }
        }
        sheet(Text("代拟法律文书", "Drafting of legal documents"), in: language, flush: true) {
          dataTable(drafts(view, language), in: language)
        }
        sheet(Text("文书", "Papers"), in: language, flush: true) {
          paperList(
            view.papers, names: ["F01": ConsultationForms.form(it.rules.formSet).name],
            signing: request.principal?.holds(.takeSignatures) == true ? ConsultationForms.all : [], in: language)
        }
      } beside: {
        beside(view, language)
      }
    }
  }

  static func crumbs(_ it: Consultation, _ language: Language, here: Text? = nil) -> HTML {
    let list = Crumb(Text("咨询", "Consultations")[language], path: ConsultationPaths.list)
    guard let here else { return breadcrumbs([list, Crumb(it.number)], in: language) }
    return breadcrumbs(
      [list, Crumb(it.number, path: ConsultationPaths.page(it.id)), Crumb(here[language])], in: language)
  }

  private static func actions(_ request: WebRequest, _ view: ConsultationView) -> [HTML] {
    let (language, id) = (request.language, view.it.id)
    var actions: [HTML] = []
    if view.steps.contains(.answer) {
      actions.append(
        linkButton(ConsultationStep.answer.name, to: ConsultationPaths.handling(id), .main, in: language))
    }
    if view.mayRecord {
      actions.append(
        linkButton(Text("代拟文书", "Draft a document"), to: ConsultationPaths.drafting(id), .plain, in: language))
    }
    if view.steps.contains(.close) {
      actions.append(
        actionForm(
          ConsultationPaths.closing(id), request.tokens(version: view.it.version), ConsultationStep.close.name,
          in: language))
    }
    return actions
  }

  private static func consulter(_ view: ConsultationView, _ language: Language) -> [Fact] {
    let who = view.who
    var lines = [Fact(Text("姓名", "Name"), who.name ?? "—")]
    if who.declinesIdentity {
      lines.append(Fact(Text("身份信息", "Identity"), Text("本人不愿提供", "Declined to give it")[language]))
    }
    if let number = who.identityNumber {
      lines.append(Fact(Text("证件号码", "Identity number"), Format.mask(identityNumber: number)))
    }
    if let phone = who.phone { lines.append(Fact(Text("联系电话", "Phone"), Format.mask(phone: phone))) }
    if let address = who.address { lines.append(Fact(Text("现住址", "Address"), Format.mask(address: address))) }
    if !who.groups.isEmpty {
      lines.append(Fact(Text("人群类别", "Groups"), Text.list(who.groups.map(\.name))[language]))
    }
    if let companions = who.companions { lines.append(Fact(Text("陪同人员", "Companions"), companions)) }
    return lines
  }

  static func matter(_ view: ConsultationView, _ language: Language) -> [Fact] {
    let it = view.it
    var lines = [
      Fact(Text("咨询事项", "Topic of consultation"), it.topic.name[language]),
      Fact(Text("简要事由", "In short"), it.cause),
      Fact(Text("咨询内容", "Content of consultation"), it.content),
    ]
    if let opposing = it.opposing { lines.append(Fact(Text("对方当事人", "Opposing party"), opposing)) }
    lines.append(Fact(Text("咨询方式", "Channel of consultation"), it.channel.name[language]))
    lines.append(Fact(Text("接待时间", "Time of service"), Format.instant(it.servedAt, language)))
    let entry = it.isSameDay ? Text("当日录入", "the same day") : Text("非当日录入", "not the same day")
    lines.append(
      Fact(Text("录入时间", "Time of entry"), "\(Format.instant(it.enteredAt, language)) \(entry[language])"))
    lines.append(Fact(Text("接待", "Served by"), "\(it.originName) \(it.recorder)"))
    return lines
  }

  private static func answer(_ view: ConsultationView, _ language: Language) -> [Fact] {
    guard let answer = view.it.answer else { return [] }
    let reminded =
      answer.isReminded ? Text("已告知有权申请法律援助", "Told of the right to apply for legal aid") : Text("未告知", "Not told")
    var lines = [
      Fact(Text("答复意见", "Answer"), answer.text), Fact(Text("处理情况", "Handling"), answer.handling.name[language]),
      Fact(Text("提示义务", "Duty to inform"), reminded[language]),
    ]
    if let department = answer.department {
      lines.append(Fact(Text("应向哪个部门反映", "Department to be asked"), department))
    }
    if let on = view.it.answeredOn {
      lines.append(Fact(Text("答复人", "Answered by"), "\(view.it.answerer ?? "") \(Format.day(on, language))"))
    }
    return lines
  }

  private static func drafts(_ view: ConsultationView, _ language: Language) -> DataTable {
    DataTable(
      Text("代拟法律文书", "Drafting of legal documents"),
      columns: [
        Column(Text("文书种类", "Document")), Column(Text("文书名称", "Title")), Column(Text("拟写人", "Drafted by")),
        Column(Text("日期", "Day")),
      ],
      rows: view.drafts.map { one in
        TableRow([
          .text(one.kind.name[language]),
          one.attachment.map { id in a(.href("/attachments/\(id)")) { one.title } } ?? .text(one.title),
          .text(one.drafter), numeral(Format.day(one.draftedOn, language)),
        ])
      }, empty: Text("没有代拟文书。", "No document was drafted."))
  }

  private static func beside(_ view: ConsultationView, _ language: Language) -> HTML {
    .fragment {
      if let due = view.deadlines.first?.dueOn {
        notice(
          Text("请在\(Format.day(due, .zh))前答复（七个工作日）。", "Answer by \(Format.day(due, .en)) (seven working days)."),
          .soon,
          in: language)
      }
      if view.it.state == .appointment, let at = view.it.appointedAt {
        notice(
          Text("预约在\(Format.instant(at, .zh))", "Appointment at \(Format.instant(at, .en))"), .soon, in: language)
      }
      for panel in view.panels { panelSheet(panel, in: language) }
      KnownPerson.sheets(view.known, language)
      sheet(Text("流程记录", "Timeline"), in: language) {
        timeline(
          view.events.map { event in
            TimelineEntry(
              (Consultations.events[event.kind] ?? .same(event.kind))[language],
              byline: "\(event.actor) \(Format.instant(event.at, language))")
          })
      }
    }
  }
}
