import Intake
package import Kernel
import Localization
package import Papers
import Storage
package import WorkCalendar

/// 签订协议 · Records that the recipient signed the agreement with the unit: the signed paper is scanned in, or everybody has
/// signed it on the screen, which counts the same where they agreed on it (电子签名法 3, 14). In a notified case no private contract is needed, and a statement of the recipient's consent takes its place (刑事规定 2013, 14).
package struct EngageRecipient: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  package let engagedOn: Day
  package let agreement: StoredUpload?
  package let statement: String

  package init(aidCase: CaseID, engagedOn: Day, agreement: StoredUpload?, statement: String = "") {
    self.aidCase = aidCase
    self.engagedOn = engagedOn
    self.agreement = agreement
    self.statement = statement
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .engage)
    let onScreen = try EngagementAgreement.of(found, context.tx)?.isSigned(CasesForms.all) == true
    try Refusals.check(refusals(found, isSigned: agreement != nil || onScreen, context.today))
    try CaseTable.update(found.id, set: "state = \(next), engaged_on = \(engagedOn)", in: context)
    if let agreement { try context.attach(agreement, kind: "agreement", about: found.subject) }
    if !statement.isEmpty {
      try HandlingRecordTable.insert(.meeting, on: engagedOn, statement, of: found.id, in: context)
    }
    try context.stop(CasesLimits.engagement, on: found.subject)
    context.record(
      "case.engaged", found.subject, rules: .inForce(on: context.today),
      basis: CaseLifecycle.basis(.engage, on: context.today),
      facts: ["engagedOn": .day(engagedOn), "agreement": .flag(agreement != nil || onScreen)])
    return Done()
  }

  private func refusals(_ found: AidCase, isSigned: Bool, _ today: Day) -> [Refusal] {
    var refusals: [Refusal] = []
    if engagedOn > today || engagedOn < found.assignedOn ?? found.acceptedOn {
      refusals.append(
        Refusal(
          "engagement.day",
          Text(
            "签订日期应在指派之日与今天之间，请核对。", "The day of signing lies between the assignment and today: check it."),
          field: "engagedOn"))
    }
    if !isSigned, !found.track.isNotified {
      refusals.append(
        Refusal(
          "engagement.agreement",
          Text(
            "请上传受援人和承办单位签字盖章的委托协议、授权委托书，或者由各方在屏幕上签完协议。",
            "Upload the agreement and power of attorney that the recipient and the unit signed, or let all sign the agreement on the screen."
          ),
          field: "agreement", basis: CaseLifecycle.basis(.engage, on: today)))
    }
    if !isSigned, found.track.isNotified, statement.isEmpty {
      refusals.append(
        Refusal(
          "engagement.statement",
          Text(
            "没有委托协议的，请说明受援人同意由其辩护或者代理的情况。",
            "Without an agreement, say how the recipient consented to be represented."),
          field: "statement", basis: [.c13("14")]))
    }
    return refusals
  }
}

/// 委托协议 · The agreement of a case that is in force, if one was made.
enum EngagementAgreement {
  static func of(_ aidCase: AidCase, _ reader: any Reader) throws -> PaperRecord? {
    try PaperTable.of([aidCase.subject], reader).last { $0.form == "F12" && $0.state != .revoked }
  }
}
