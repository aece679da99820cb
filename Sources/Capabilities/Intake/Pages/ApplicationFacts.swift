import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 申请要素 · What an application says, personal data masked.
enum ApplicationFacts {
  static func applicant(_ view: ApplicationView, _ language: Language) -> [Fact] {
    var lines = view.person.facts(language)
    let groups = Text.list(view.telling.groups.map(\.name))
    if !view.telling.groups.isEmpty { lines.append(Fact(Text("人群类别", "Groups"), groups[language])) }
    if let military = view.telling.military {
      lines.append(Fact(MilitaryFields.title, military.words[language]))
    }
    if let spoken = view.application.language {
      lines.append(Fact(RecipientLanguage.label, spoken.name[language]))
    }
    if let one = view.telling.representative {
      let name = view.person.protection.flags.isEmpty ? one.name : Format.mask(name: one.name)
      let number = one.identityNumber.map { Format.mask(identityNumber: $0) }
      let phone = one.phone.map { Format.mask(phone: $0) }
      lines.append(
        Fact(
          Text("代为申请人", "Applying representative"),
          Format.list([name, one.relation.name[language], number, phone].compactMap(\.self), language)))
    }
    if view.telling.isOral == true {
      lines.append(
        Fact(Text("申请方式", "Manner of applying"), Text("口头申请，由工作人员记录", "By mouth, written down by staff")[language]))
    }
    return lines
  }

  static func matter(_ view: ApplicationView, _ language: Language) -> [Fact] {
    let it = view.application
    var lines = [
      Fact(
        Text("请求的事项", "Matter"),
        it.matterCode?.name(it.ruleSet)[language] ?? Text("其他事项", "Another matter")[language]),
      Fact(Text("案由", "Cause"), it.cause),
    ]
    if !it.opposing.isEmpty { lines.append(Fact(Text("对方当事人", "Opposing party"), it.opposing)) }
    lines += [
      Fact(Text("案件类型", "Case track"), it.track.name[language]),
      Fact(Text("援助形式", "Form of aid"), it.form.name[language]),
    ]
    if let stage = it.stage { lines.append(Fact(Text("办案阶段", "Stage"), stage.name[language])) }
    lines += GroupPages.facts(view, language)
    lines += criminal(view, language) + petition(view, language)
    if let household = view.telling.household {
      lines.append(Fact(Text("经济状况", "Economic situation"), self.household(household, view, language)))
    }
    if !it.claims.isEmpty {
      lines.append(
        Fact(Text("免予审查的情形", "Exempt situations"), Text.list(it.claims.map(\.name))[language]))
      if let proof = view.telling.proof {
        lines.append(Fact(Text("证明方式", "Shown by"), proof.name[language]))
      }
    }
    lines.append(Fact(Text("事实和理由", "Facts and reasons"), it.facts))
    return lines
  }

  /// The totals, and what was told besides; of whom a flag protects no family name either.
  private static func household(_ told: Household, _ view: ApplicationView, _ language: Language) -> HTML {
    let isMasked = !view.person.protection.flags.isEmpty
    let details = told.details { isMasked ? Format.mask(name: $0) : $0 }
    guard !details.isEmpty else { return .text(told.summary[language]) }
    return .fragment {
      told.summary[language]
      ul(.class("bare small")) {
        for one in details { li { one[language] } }
      }
    }
  }

  private static func criminal(_ view: ApplicationView, _ language: Language) -> [Fact] {
    guard let told = view.telling.criminal else { return [] }
    var lines = [Fact(Text("诉讼地位", "Legal position"), told.position.name[language])]
    if let organ = told.organ {
      let words = [organ, told.organCase].compactMap(\.self)
      lines.append(Fact(Text("办案机关", "Handling organ"), Format.list(words, language)))
    }
    guard let custody = told.custody else { return lines }
    lines.append(Fact(Text("羁押场所", "Place of custody"), custody.place))
    let handed = custody.handedOverAt.map { [Format.instant($0, language)] } ?? []
    lines.append(
      Fact(
        Text("申请如何转来", "How the application came"), Format.list([custody.through.name[language]] + handed, language)
      ))
    if let hours = custody.hoursLate(reachedAt: view.application.servedAt, view.calendar) {
      lines.append(
        Fact(
          Text("转交迟延", "Forwarded late"),
          .fragment { tag(Text("迟\(hours)小时", "\(hours) h late")[language], .late) }))
    }
    return lines
  }

  private static func petition(_ view: ApplicationView, _ language: Language) -> [Fact] {
    guard let told = view.telling.petition else { return [] }
    let judgment = [told.judgment, told.effectiveOn.map { Format.day($0, language) }].compactMap(\.self)
    var lines = [
      Fact(Text("生效裁判", "Effective judgment"), Format.list(judgment, language)),
      Fact(Text("申诉事由", "Ground of the petition"), told.ground),
    ]
    if let organ = told.organ { lines.append(Fact(Text("受理申诉的机关", "Organ petitioned"), organ)) }
    if told.wasRejected == true {
      lines.append(Fact(Text("以前的申诉", "Earlier petitions"), Text("曾被驳回", "Rejected before")[language]))
    }
    if let by = told.retrialBy(view.calendar) {
      lines.append(
        Fact(
          Text("民事再审最迟申请日", "Last day for a civil retrial"),
          .fragment { tag(Format.day(by, language), by < view.today ? .late : .plain) }))
    }
    return lines
  }

  static func service(_ view: ApplicationView, _ language: Language) -> [Fact] {
    let it = view.application
    let way = view.forwardings.map { one in
      Fact(
        Text("转来", "Forwarded"),
        Text(
          "\(Format.day(one.forwardedOn, .zh))由\(one.senderName)转交\(one.receiverName)",
          "from \(one.senderName) to \(one.receiverName), \(Format.day(one.forwardedOn, .en))")[language])
    }
    return priority(view, language) + [
      Fact(Text("接收凭证号", "Receipt number"), it.receiptNumber),
      Fact(Text("申请编号", "Application number"), it.number ?? "—"), Fact(Text("接收机构", "Received at"), it.originName),
    ] + way + [
      Fact(Text("来源渠道", "Channel"), it.channel.name[language]),
      Fact(Text("接待时间", "Time of service"), Format.instant(it.servedAt, language)),
      Fact(Text("录入时间", "Time of entry"), Format.instant(it.enteredAt, language)),
      Fact(Text("适用规则", "Rule set"), it.ruleSet.name[language]),
    ]
  }

  /// 优先办理 · That it comes first, and by when the office wants it decided.
  private static func priority(_ view: ApplicationView, _ language: Language) -> [Fact] {
    guard view.application.isPriority else { return [] }
    let target = view.deadlines.first { $0.key == PriorityLimits.target.key }?.dueOn
    let by = target.map { Text("审查目标\(Format.day($0, .zh))", "to be decided by \(Format.day($0, .en))") }
    return [
      Fact(
        Text("办理顺序", "Order"),
        .fragment {
          tag(Priority.name[language], .soon)
          if let by { " \(by[language])" }
        })
    ]
  }

  static func opinions(_ application: Application, _ language: Language) -> [Fact] {
    var lines: [Fact] = []
    if let review = application.review {
      lines.append(
        Fact(
          Text("审查意见", "Review"), review.recommendation.name[language] + Text("：", ": ")[language] + review.opinion)
      )
      lines.append(
        Fact(Text("审查人", "Reviewer"), "\(review.name) \(Format.day(review.on, language))"))
    }
    if let approval = application.approval {
      lines.append(Fact(Text("审批意见", "Approval"), approval.opinion))
      lines.append(Fact(Text("审批人", "Approver"), "\(approval.name) \(Format.day(approval.on, language))"))
    }
    return lines
  }
}
