import Intake
package import Kernel
import Localization
import Registry
import Storage

/// 安排承办人员 · The firm's manager names somebody of the firm. The hard rules are asked again, of the person. Whoever
/// undertook it beside another and now takes it over stands once.
package struct NameUndertaker: Action {
  package static let permission = Permission.nameUndertakers
  package let aidCase: CaseID
  package let person: LegalAidPersonID
  package let organ: String?

  package init(aidCase: CaseID, person: LegalAidPersonID, organ: String? = nil) {
    self.aidCase = aidCase
    self.person = person
    self.organ = organ
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .nameUndertaker)
    let person = try LegalAidPersonTable.one(person, in: context.county, context.tx)
    guard person.unit == found.unit else { throw Refusal.personOfAnotherUnit.at("person") }
    var refusals = try Conflicts(found, on: context.today, context.tx).blocks(person, on: context.today).map {
      $0.refusal.at("person")
    }
    if organ == nil, found.form.isLitigation { refusals.append(.organNeeded) }
    try Refusals.check(refusals)

    try CaseTable.update(
      found.id,
      set: """
        state = \(next), undertaker = \(person.id), undertaker_kind = \(person.kind),
        standing = \(context.standing(of: person))
        """, in: context)
    if found.coUndertaker == person.id { try CoUndertakerTable.remove(from: found.id.uuid, in: context) }
    try context.stop(CasesLimits.noticeAssignment, on: found.subject)
    try AssignmentTable.name(person.id, on: found.id, in: context)
    if let organ {
      let unit = try AgencyTable.of(person.unit, in: context.county, context.tx)
      try AssignmentPapers(context: context, aidCase: found, unit: unit).letter(to: organ, undertaker: person)
    }
    context.record(
      "case.undertakerNamed", found.subject, also: [.agency(person.unit)], rules: .inForce(on: context.today),
      basis: CaseLifecycle.basis(.nameUndertaker, on: context.today), facts: ["person": .id(person.id)])
    return Done()
  }
}
