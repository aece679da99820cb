import Intake
package import Kernel
import Localization
import Papers
import Registry
import Storage
import WorkCalendar

/// 制作委托协议 · Makes the engagement agreement (F12) from the case, to be printed and signed (程序规定 2012, 22; 2023, 27).
/// Made again, it revokes the one before. Refuses a case that does not wait for the signing, and a special authority in a
/// defence, which has none.
package struct MakeAgreement: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  package let authority: Authority

  package init(aidCase: CaseID, authority: Authority = .general) {
    self.aidCase = aidCase
    self.authority = authority
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    guard Self.isOpen(found), let unit = found.unit else { throw Self.notNow }
    guard authority == .general || !found.isDefence else { throw Self.noSpecial }
    if let old = try EngagementAgreement.of(found, context.tx) {
      try context.revokePaper(old.id, reason: "重新制作")
    }
    let rules = RuleSet.inForce(on: context.today)
    guard let form = CasesForms.form("F12", formSet: rules.formSet) else { throw Refusal.notFound }
    try context.decide(
      form, number: nil, fields: try fields(found, AgencyTable.of(unit, in: context.county, context.tx), context),
      about: found.subject, issuer: found.owner, rules: rules)
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record(
      "case.agreementMade", found.subject, rules: rules,
      basis: CaseLifecycle.basis(.engage, on: context.today), facts: ["authority": .text(authority.rawValue)])
    return Done()
  }

  static func isOpen(_ found: AidCase) -> Bool { found.state == .assignedToPerson }

  private func fields(_ found: AidCase, _ unit: Agency, _ context: ActionContext) throws -> [String: String] {
    let centre = try AgencyTable.of(found.owner, in: context.county, context.tx)
    return [
      "recipient": found.nameOnPapers, "unit": unit.name, "unitAddress": unit.address ?? "未登记",
      "undertaker": found.undertakerNames,
      "undertakerPhone": unit.phone ?? centre.phone.map { "\($0)，由\(centre.name)转达" } ?? "未登记",
      "cause": found.cause, "caseNumber": found.number, "aidForm": found.form.name.zh,
      "capacity": found.isDefence ? "辩护人" : "代理人",
      "authority": found.isDefence ? "依法行使辩护人的各项诉讼权利" : authority.onPaper, "centre": centre.name,
    ]
  }

  private static let notNow = Refusal(
    "agreement.notNow",
    Text("安排承办人员以后、签订协议以前才能制作协议。", "The agreement is made between the naming of the undertaker and the signing."))
  private static let noSpecial = Refusal(
    "agreement.authority",
    Text("刑事辩护没有特别授权，请选择一般授权。", "A defence knows no special authority: choose the general one."),
    field: "authority")
}

extension AidCase {
  /// 辩护 · Whether the undertaker defends, instead of acting for a party.
  var isDefence: Bool { form == .criminalDefence }
}
