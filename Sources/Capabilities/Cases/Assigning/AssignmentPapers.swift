import Intake
import Kernel
import Localization
import Papers
import Registry
import WorkCalendar

/// 指派文书 · The papers of an assignment. Both are sealed under the approval the grant was given: the assignment only
/// carries it out.
struct AssignmentPapers {
  let context: ActionContext
  let aidCase: AidCase
  let unit: Agency

  /// F11 · Answers the number of the notice.
  func notice(arrangeWithin days: Int) throws -> String {
    let recipient = try PersonTable.of(aidCase.recipient, in: context.county, context.keys, context.tx)
    let number = try context.takeNumber(.assignmentNotice, for: aidCase.subject)
    try decide(
      "F11", number,
      [
        "ground": aidCase.track.isNotified
          ? "由\(aidCase.organ ?? "办案机关")通知本中心指派律师" : "经审查，本中心决定给予法律援助",
        "unit": unit.name, "arrangeWithin": "\(days)个工作日", "engageWithin": try engageWithin(),
        "recipientContact": recipient.phone ?? "未登记，请与本中心联系",
      ])
    return number
  }

  /// F13 · The letter that tells the handling organ whom the recipient has.
  func letter(to organ: String, undertaker: LegalAidPerson) throws {
    try decide(
      "F13", context.takeNumber(.letter(aidCase.track), for: aidCase.subject),
      [
        "ground": decided, "organ": organ, "unit": unit.name, "undertaker": undertaker.name,
        "undertakerPhone": try phone(),
      ])
  }

  /// 援助的由来 · What the organ is told of how the aid came about: its own notice, or the centre's decision.
  private var decided: String {
    if aidCase.track.isNotified { return "本中心已收到贵机关的通知" }
    return RuleSet.inForce(on: context.today).formSet == 2013
      ? "符合法律援助条件，本中心已决定给予法律援助" : "本中心已依照《中华人民共和国法律援助法》决定给予法律援助"
  }

  /// The unit's, else the centre's, which passes a message on.
  private func phone() throws -> String {
    if let phone = unit.phone { return phone }
    let centre = try AgencyTable.of(aidCase.owner, in: context.county, context.tx)
    return centre.phone.map { "\($0)，由本中心转达" } ?? "请与本中心联系"
  }

  private func decide(_ code: String, _ number: String, _ fields: [String: String]) throws {
    let rules = RuleSet.inForce(on: context.today)
    guard let form = CasesForms.form(code, formSet: rules.formSet) else { throw Refusal.notFound }
    let common = [
      "recipient": aidCase.nameOnPapers, "cause": aidCase.causeOnPapers, "caseNumber": aidCase.number,
      "aidForm": aidCase.form.name.zh,
    ]
    try context.decide(
      form, number: number, fields: fields.merging(common) { own, _ in own }, about: aidCase.subject,
      issuer: aidCase.owner, rules: rules, approver: approver())
  }

  /// Who approved the grant; an imported case, whose grant is older than the product, is answered for by whoever assigns.
  private func approver() throws -> (id: UserID, name: String)? {
    if let application = aidCase.application,
      let approval = try ApplicationTable.one(application, in: context.county, context.tx).approval
    {
      return (approval.by, approval.name)
    }
    return context.principal.user.map { ($0, context.principal.name) }
  }

  private func engageWithin() throws -> String {
    let limit = CasesLimits.engagement.set(
      by: try OfficeLimits.of(context.county, context.tx), on: context.today)
    return limit.variant(.inForce(on: context.today), on: context.today)?.limit.text.zh ?? ""
  }
}
