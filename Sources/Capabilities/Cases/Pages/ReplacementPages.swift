import Intake
import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 更换页 · The forms of a replacement: request, opinion, decision, handing over.
enum ReplacementPages {
  static func routes() -> [Route] {
    request.routes() + review.routes() + decision.routes() + handover.routes()
  }

  private static let request = StepPage(
    path: .replacement, permission: .requestReplacements,
    title: Text("申请更换法律援助人员", "Ask for a replacement of the legal aid person"),
    effect: Text(
      "登记后由中心审查、主任审批；批准以前，现承办人员继续承办。",
      "The centre reviews it and the director decides; until then the undertaker goes on."),
    takesUploads: true,
    load: { found, _, reader in try CaseChanges.load(found, reader) },
    content: { _, _, form in
      .fragment {
        form.many(groundField(for: form.principal))
        form(reason)
        form(evidence)
        form.submit(Text("提交申请", "Submit"))
      }
    },
    send: { id, request in
      let (chosen, text, upload) = try request.read { form in
        (
          form.requiredChoice("ground", groundLabel, ReplacementGround.self),
          form.requiredText("reason", reason.label, max: 1_000, isMultiline: true),
          form.file("evidence", evidence.label, FileType.scans)
        )
      }
      try await request.run(
        RequestReplacement(
          aidCase: id, ground: chosen, reason: text, evidence: try await upload.stored(in: request.services)))
    }, isOpen: { _, changes, principal in changes.isOpen(.replacement, for: principal) })

  private static let review = StepPage(
    path: .replacementReview, permission: .reviewReplacements,
    title: Text("审查更换申请", "Review the request for replacement"),
    effect: Text("核实情况后写明审查意见，交主任审批。", "Check the facts and write the opinion; the director decides."),
    load: { found, _, reader in try CaseChanges.load(found, reader) },
    content: { _, changes, form in
      .fragment {
        changes.replacements.last.map { asked($0, form.language) } ?? .empty
        form.many(recommends)
        form(opinion)
        form.submit(Text("提交审查意见", "Submit the opinion"))
      }
    },
    send: { id, request in
      let action = try request.read { form in
        ReviewReplacement(
          aidCase: id,
          recommends: form.requiredChoice("recommends", recommends.label, among: ["yes", "no"]) == "yes",
          opinion: form.requiredText("opinion", opinion.label, max: 1_000, isMultiline: true))
      }
      try await request.run(action)
    }, isOpen: { _, changes, principal in changes.isOpen(.replacementReview, for: principal) })

  private static let decision = StepPage(
    path: .replacementDecision, permission: .decideReplacements,
    title: Text("审批更换申请", "Decide the request for replacement"),
    effect: Text(
      "予以更换的，将制作更换法律援助人员通知书（盖章），原承办人员即时不能再查看本案。",
      "A replacement of the legal aid person makes the sealed notice; the old undertaker loses the case at once."),
    load: { found, _, reader in try CaseChanges.load(found, reader) },
    content: { _, changes, form in
      .fragment {
        changes.replacements.last.map { asked($0, form.language) } ?? .empty
        form.many(outcome)
        form(decisionOpinion)
        form(arrange, or: "3")
        form.submit(Text("作出决定", "Decide"))
      }
    },
    send: { id, request in
      let action = try request.read { form in
        DecideReplacement(
          aidCase: id, outcome: form.requiredChoice("outcome", outcome.label, ReplacementOutcome.self),
          opinion: form.requiredText("opinion", decisionOpinion.label, max: 1_000, isMultiline: true),
          arrangeWithin: form.integer("arrangeWithin", arrange.label, in: 1...30) ?? 3)
      }
      try await request.run(action)
    }, isOpen: { _, changes, principal in changes.isOpen(.replacementDecision, for: principal) })

  private static let handover = StepPage(
    path: .handover, permission: .handleCases, title: Text("登记移交案件材料", "Record the handing over"),
    effect: Text("记录原承办人员的案件材料何时移交。", "Say when the old undertaker's papers were handed over."), takesUploads: true,
    load: { found, _, reader in try CaseChanges.load(found, reader) },
    content: { _, _, form in
      .fragment {
        form(handedOverOn)
        form(note)
        form(list)
        form.submit(Text("登记", "Record"))
      }
    },
    send: { id, request in
      let (day, text, upload) = try request.read { form in
        (
          form.requiredDay("handedOverOn", handedOverOn.label, notAfter: request.today),
          form.requiredText("note", note.label, max: 1_000, isMultiline: true),
          form.file("list", list.label, FileType.scans)
        )
      }
      try await request.run(
        RecordHandover(
          aidCase: id, handedOverOn: day, note: text, list: try await upload.stored(in: request.services)))
    }, isOpen: { _, changes, principal in changes.isOpen(.handover, for: principal) })

  /// What was asked and what the reviewer says, above the form that answers it.
  private static func asked(_ one: Replacement, _ language: Language) -> HTML {
    let lines: [(Text, String?)] = [
      (Text("更换事由", "Ground"), one.ground.name[language]), (Text("理由", "Reason"), one.reason),
      (Text("原承办人员", "Undertaker"), one.oldPersonName),
      (Text("申请（登记）", "Asked by"), "\(one.requestedBy) · \(Format.day(one.requestedOn, language))"),
      (
        Text("法律依据", "Basis"),
        Format.list(one.ground.grounds.basis(one.rules).map { $0.name[language] }, language)
      ),
      (
        Text("审查结论", "Conclusion"),
        one.recommends.map { recommends in
          let advice = recommends ? Text("建议更换", "Replace") : Text("建议不予更换", "Do not replace")
          return [advice[language], one.reviewerName].compactMap(\.self).joined(separator: " · ")
        }
      ),
      (Text("审查意见", "Review opinion"), one.reviewOpinion),
    ]
    return facts(
      lines.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : Fact(name, $0) } }, in: language)
  }

  private static let groundLabel = Text("更换事由", "Ground")

  private static func groundField(for principal: Principal) -> Field {
    Field(
      "ground", groundLabel,
      .radios(
        ReplacementGround.allCases.map { ground in
          Choice(
            ground.rawValue, ground.name, excludedBecause: ground.refusal(of: principal.agencyKind)?.message)
        }))
  }

  private static let reason = Field("reason", Text("具体理由", "Reason in full"), .textarea(rows: 3))
  private static let evidence = Field(
    "evidence", Text("申请和证明材料", "Request and evidence"), .file(accept: "application/pdf,image/*", multiple: false),
    hint: Text("受援人申请的必须上传。", "Needed where the recipient asks."), required: false)
  private static let recommends = Field(
    "recommends", Text("审查结论", "Conclusion"),
    .radios([
      Choice("yes", Text("建议更换", "Replace")), Choice("no", Text("建议不予更换", "Do not replace")),
    ]))
  private static let opinion = Field("opinion", Text("审查意见", "Review opinion"), .textarea(rows: 3))
  private static let outcome = Field(
    "outcome", Text("决定", "Decision"), .radios(ReplacementOutcome.allCases.map { Choice($0.rawValue, $0.name) }))
  private static let decisionOpinion = Field("opinion", Text("审批意见", "Reasons"), .textarea(rows: 3))
  private static let arrange = Field(
    "arrangeWithin", Text("单位另行安排承办人员的期限（工作日）", "Working days for the unit to name another"), .number,
    required: false)
  private static let handedOverOn = Field("handedOverOn", Text("移交日期", "Handed over on"), .date)
  private static let note = Field("note", Text("移交的材料", "What was handed over"), .textarea(rows: 3))
  private static let list = Field(
    "list", Text("签字的移交清单", "Signed list"), .file(accept: "application/pdf,image/*", multiple: false),
    required: false)
}
