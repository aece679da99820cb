import Intake
package import Kernel
import Localization
import Registry
import Storage

/// 安排共同承办人员 · Names a second undertaker of the same unit, or takes him off again (nil). The case stays one, with one
/// dossier, and its undertaker answers for it (AT-12.4). Refuses a case that is not being handled, the undertaker
/// himself, somebody of another unit, and whomever the assignment rules exclude.
package struct NameCoUndertaker: Action {
  package static let permission = Permission.nameCoUndertakers
  package let aidCase: CaseID
  package let person: LegalAidPersonID?

  package init(aidCase: CaseID, person: LegalAidPersonID?) {
    self.aidCase = aidCase
    self.person = person
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    guard Self.isOpen(found) else { throw Self.notNow }
    guard person != found.coUndertaker else { throw Self.unchanged }
    if let person {
      try check(person, found, context)
      try CoUndertakerTable.set(person, on: found.id.uuid, in: context)
      try CoUndertakingTable.insert(person, on: found.id, in: context)
    } else {
      try CoUndertakerTable.remove(from: found.id.uuid, in: context)
    }
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record(
      person == nil ? "case.coUndertakerRemoved" : "case.coUndertakerNamed", found.subject,
      rules: .inForce(on: context.today), facts: person.map { ["person": .id($0)] } ?? [:])
    return Done()
  }

  static func isOpen(_ found: AidCase) -> Bool { found.undertaker != nil && found.takesFiles }

  private func check(_ person: LegalAidPersonID, _ found: AidCase, _ context: ActionContext) throws {
    let named = try LegalAidPersonTable.one(person, in: context.county, context.tx)
    guard named.unit == found.unit else { throw Refusal.personOfAnotherUnit.at("person") }
    guard named.id != found.undertaker else { throw Self.himself }
    try Refusals.check(
      Conflicts(found, on: context.today, context.tx).blocks(named, on: context.today).map {
        $0.refusal.at("person")
      })
  }

  static let notNow = Refusal(
    "coUndertaker.notNow",
    Text(
      "案件有承办人员并且正在承办时，才能安排或者撤销共同承办人员。",
      "A second undertaker is named or taken off while the case has an undertaker and is being handled."))
  private static let himself = Refusal(
    "coUndertaker.himself",
    Text("该人员已经是本案承办人员，请选择其他人员。", "He undertakes the case already: choose somebody else."), field: "person")
  private static let unchanged = Refusal(
    "coUndertaker.unchanged",
    Text("共同承办人员没有变化，请重新选择。", "Nothing changes: choose somebody else."), field: "person")
}
