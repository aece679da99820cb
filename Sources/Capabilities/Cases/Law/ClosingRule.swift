package import Intake
package import Kernel
import Localization
package import WorkCalendar

/// 结案日规则 · Closing rule: what may close a case, and on which day. The articles are cited from memory.
package enum ClosingRule {
  /// In the order in which a form offers them.
  package static func allowed(_ form: CaseForm, stage: Stage?, terminated: Bool = false) -> [ClosingBasis] {
    if terminated { return [.terminationNotice] }
    switch (form, stage) {
    case (_, .petitionReview): return [.petitionRejection, .retrialRuling, .petitionReply, .settlement]
    case (.criminalDefence, .investigation), (.criminalAgency, .investigation):
      return [.prosecutionOpinion, .dismissal]
    case (.criminalDefence, .prosecutionReview), (.criminalAgency, .prosecutionReview):
      return [.indictment, .nonProsecution]
    case (.criminalDefence, _), (.criminalAgency, _): return [.judgment, .ruling, .mediationPaper]
    case (.civilLitigationAgency, .enforcement): return [.ruling, .settlement, .performance]
    case (.compensationLitigationAgency, _):
      return [.compensationDecision, .judgment, .ruling, .mediationPaper, .settlement]
    case (.civilLitigationAgency, _), (.administrativeLitigationAgency, _):
      return [.judgment, .ruling, .mediationPaper, .settlement]
    case (.arbitrationAgency, _): return [.award, .settlement]
    case (.reconsiderationAgency, _): return [.reconsiderationDecision, .settlement]
    case (.mediationAgency, _), (.otherNonLitigation, _): return [.settlement, .performance]
    }
  }

  package static func basis(_ rules: RuleSet) -> [LegalBasis] { rules >= .rs2023 ? [.p23("41")] : [.p12("34")] }

  /// Everything wrong with a closing, at once. The rule set of the closing day applies, whatever the case began under.
  package static func refusals(
    closedOn: Day, by closing: ClosingBasis, form: CaseForm, stage: Stage?, terminated: Bool = false,
    acceptedOn: Day, today: Day
  ) -> [Refusal] {
    var found: [Refusal] = []
    if closedOn > today {
      found.append(
        Refusal("closing.future", Text("结案日期不能晚于今天。", "The closing date cannot be after today."), field: "closedOn")
      )
    }
    if closedOn < acceptedOn {
      found.append(
        Refusal(
          "closing.before-acceptance",
          Text(
            "结案日期不能早于受理（批准）日期\(acceptedOn)。", "The closing date cannot be before the acceptance on \(acceptedOn)."),
          field: "closedOn"))
    }
    let allowed = allowed(form, stage: stage, terminated: terminated)
    if !allowed.contains(closing) {
      found.append(
        Refusal(
          "closing.wrong-basis",
          .each { language in
            let names = Format.list(allowed.map { $0.name[language] }, language)
            return language == .zh
              ? "这类案件不以“\(closing.name.zh)”结案，可以选择：\(names)。"
              : "Such a case is not closed by “\(closing.name.en)”. It may be: \(names)."
          }, field: "closingBasis", basis: basis(.inForce(on: closedOn))))
    }
    return found
  }
}
