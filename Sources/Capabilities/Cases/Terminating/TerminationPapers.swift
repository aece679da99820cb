import Intake
import Kernel
import Localization
import Papers
import Registry
import WorkCalendar

/// 终止文书 · The papers of a termination: F18 to the recipient, F19 to the unit and to the organ.
struct TerminationPapers {
  let context: ActionContext
  let aidCase: AidCase
  let termination: Termination

  private var rules: RuleSet { .inForce(on: context.today) }

  /// Answers the number of the decision.
  func decision() throws -> String {
    let bureau = try AgencyTable.only(.bureau, in: context.county, context.tx)
    let number = try context.takeNumber(.terminationDecision, for: aidCase.subject)
    try decide(
      "F18", number,
      [
        "grantedOn": Format.day(aidCase.acceptedOn, .zh), "facts": termination.facts, "bureau": bureau.name,
        "objectionLimit": ObjectionRight.limit(rules),
      ])
    return number
  }

  func letter(to addressee: String) throws {
    try decide(
      "F19", context.takeNumber(.terminationLetter, for: aidCase.subject), ["addressee": addressee])
  }

  private func decide(_ code: String, _ number: String, _ fields: [String: String]) throws {
    guard let form = CasesForms.form(code, formSet: rules.formSet) else { throw Refusal.notFound }
    let basis = termination.ground.grounds.basis(rules).map(\.name.zh)
    let common = [
      "recipient": aidCase.nameOnPapers, "cause": aidCase.cause, "caseNumber": aidCase.number,
      "reason": termination.ground.name.zh, "basis": Format.list(basis, .zh),
    ]
    try context.decide(
      form, number: number, fields: fields.merging(common) { own, _ in own }, about: aidCase.subject,
      issuer: aidCase.owner, rules: rules, approver: context.principal.user.map { ($0, context.principal.name) })
  }
}
