import Intake
import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 终止页 · The forms of a termination: proposal, decision, receipt.
enum TerminationPages {
  static func routes() -> [Route] { proposal.routes() + decision.routes() + receipt.routes() }

  struct Known: Sendable {
    let changes: CaseChanges
    let rules: RuleSet
    let organs: OrganField.Known?
  }

  private static let proposal = StepPage(
    path: .termination, permission: .proposeTerminations, title: Text("提出终止法律援助", "Propose the termination"),
    effect: Text(
      "写明事由和事实，由主任决定；决定以前，案件照常办理。",
      "Give the ground and the facts; the director decides, until then the case goes on."),
    takesUploads: true,
    load: { found, services, reader in
      Known(changes: try CaseChanges.load(found, reader), rules: .inForce(on: services.clock.today), organs: nil)
    },
    content: { found, known, form in
      .fragment {
        form.many(groundField(found, known.rules))
        form(factsField)
        if TerminationReason.recipientAsks.needsGoodReason(known.rules) { form(goodReason) }
        form(evidence)
        form.submit(Text("提出终止", "Propose"))
      }
    },
    send: { id, request in
      let (ground, text, why, upload) = try request.read { form in
        (
          form.requiredChoice("ground", groundLabel, TerminationReason.self),
          form.requiredText("facts", factsField.label, max: 1_000, isMultiline: true),
          form.text("goodReason", goodReason.label, max: 500, isMultiline: true) ?? "",
          form.file("evidence", evidence.label, FileType.scans)
        )
      }
      try await request.run(
        ProposeTermination(
          aidCase: id, ground: ground, facts: text, goodReason: why,
          evidence: try await upload.stored(in: request.services)))
    }, isOpen: { _, known, principal in known.changes.isOpen(.termination, for: principal) })

  private static let decision = StepPage(
    path: .terminationDecision, permission: .decideTerminations, title: Text("审批终止法律援助", "Decide the termination"),
    effect: Text(
      "决定终止的，将制作终止法律援助决定书（载明异议权）和终止法律援助公函，各项期限停止计算。承办方收到之日为结案日期；尚未指派承办单位的，决定之日为结案日期，不需要提交卷宗。",
      "A termination makes the decision, with the right to object, and the letters, and stops every clock. The case closes on the day the undertaking side receives it; where no unit was named yet, on the day of the decision, and no dossier is due."
    ),
    load: { found, services, reader in
      Known(
        changes: try CaseChanges.load(found, reader), rules: .inForce(on: services.clock.today),
        organs: try OrganField.Known(found.county, reader))
    },
    content: { found, known, form in
      .fragment {
        known.changes.terminations.last.map { proposed($0, known.rules, form.language) } ?? .empty
        form(opinion)
        form(organ.offering(known.organs?.words ?? []), or: known.organs?.proposed(found))
        form.submit(Text("决定终止", "Terminate"), name: "result", value: "terminate")
        form.submit(Text("不予终止", "Do not terminate"), name: "result", value: "refuse", .plain)
      }
    },
    send: { id, request in
      let action = try request.read { form in
        DecideTermination(
          aidCase: id, isApproved: request.fields["result"] == "terminate",
          opinion: form.requiredText("opinion", opinion.label, max: 1_000, isMultiline: true),
          organ: form.text("organ", organ.label, max: 100))
      }
      try await request.run(action)
    }, isOpen: { _, known, principal in known.changes.isOpen(.terminationDecision, for: principal) })

  private static let receipt = StepPage(
    path: .terminationReceipt, permission: .receiveTerminations,
    title: Text("登记收到终止公函", "Record the receipt of the termination"),
    effect: Text(
      "承办方收到之日为结案日期，提交立卷材料的期限自该日起算；收到后请与受援人解除委托协议。",
      "The case closes on the day it was received, and the time to hand in the dossier runs from it; then end the agreement with the recipient."
    ),
    load: { found, _, reader in try CaseChanges.load(found, reader) },
    content: { _, _, form in
      .fragment {
        form(receivedOn)
        form.submit(Text("登记收到", "Record"))
      }
    },
    send: { id, request in
      let day = try request.read { form in
        form.requiredDay("receivedOn", receivedOn.label, notAfter: request.today)
      }
      try await request.run(RecordTerminationReceived(aidCase: id, receivedOn: day))
    }, isOpen: { _, changes, principal in changes.isOpen(.terminationReceipt, for: principal) })

  private static func proposed(_ one: Termination, _ rules: RuleSet, _ language: Language) -> HTML {
    let lines: [(Text, String)] = [
      (Text("终止事由", "Ground"), one.ground.name[language]), (Text("事实情况", "Facts"), one.facts),
      (Text("正当理由", "Good reason"), one.goodReason),
      (Text("提出人", "Proposed by"), "\(one.proposerName) · \(Format.day(one.proposedOn, language))"),
      (
        Text("法律依据", "Basis"), Format.list(one.ground.grounds.basis(rules).map { $0.name[language] }, language)
      ),
    ]
    return facts(lines.compactMap { $1.isEmpty ? nil : Fact($0, $1) }, in: language)
  }

  /// The grounds under today's rules with their articles; those that do not apply come last, and say so.
  private static func groundField(_ found: AidCase, _ rules: RuleSet) -> Field {
    Field(
      "ground", groundLabel,
      .radios(
        TerminationReason.allCases.map { ground in
          let articles = ground.grounds.basis(rules).map(\.name)
          return Choice(
            ground.rawValue, ground.name,
            hint: articles.isEmpty
              ? nil : .each { language in Format.list(articles.map { $0[language] }, language) },
            excludedBecause: ground.isAvailable(rules, found.track)
              ? nil : Text("不适用于本案或者现行规则。", "Does not apply to this case or under these rules."))
        }))
  }

  private static let groundLabel = Text("终止事由", "Ground of the termination")
  private static let factsField = Field("facts", Text("事实情况", "Facts"), .textarea(rows: 3))
  private static let goodReason = Field(
    "goodReason", Text("受援人要求终止的正当理由", "The recipient's good reason"), .textarea(rows: 2),
    hint: Text("事由为受援人要求终止的必须填写。", "Needed where the recipient asks to stop."), required: false)
  private static let evidence = Field(
    "evidence", Text("证明材料", "Evidence"), .file(accept: "application/pdf,image/*", multiple: false), required: false
  )
  private static let opinion = Field("opinion", Text("审批意见", "Reasons"), .textarea(rows: 3))
  private static let organ = Field(
    "organ", Text("办案机关", "Handling organ"),
    hint: Text(
      "终止法律援助公函同时发给办案机关；没有的留空。", "The termination letter goes there too; leave it empty where there is none."),
    required: false)
  private static let receivedOn = Field("receivedOn", Text("收到日期", "Received on"), .date)
}
