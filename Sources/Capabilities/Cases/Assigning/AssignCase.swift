import Intake
package import Kernel
import Localization
import Papers
import Registry
import Storage

/// 指派案件 · Assigns a case to a unit, and to somebody of it where the centre names him itself. The hard rules block it
/// (Q6, Q7, Q10); who passes over the first candidate says why, and so does who chooses somebody of a near name (W3). Makes the assignment notice (F11), and the letter to the
/// handling organ (F13) once the person is known.
package struct AssignCase: Action {
  package static let permission = Permission.assignCases
  /// What other capabilities hang a gate on.
  package static let step = "case.assign"
  package let aidCase: CaseID
  package let choice: AssignmentChoice
  package let reason: String
  /// 办案机关 · The organ the letter goes to; needed in litigation when the person is named at once.
  package let organ: String?
  /// Working days within which the unit names somebody.
  package let arrangeWithin: Int
  /// As a plan proposed it, or the recipient asked for: then the way is its reason. Nil: as the list of candidates says.
  let way: AssignmentWay?

  package init(
    aidCase: CaseID, choice: AssignmentChoice, reason: String = "", organ: String? = nil, arrangeWithin: Int = 3,
    way: AssignmentWay? = nil
  ) {
    self.aidCase = aidCase
    self.choice = choice
    self.reason = reason
    self.organ = organ
    self.arrangeWithin = arrangeWithin
    self.way = way
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, choice.person == nil ? .assignToUnit : .assignToPerson)
    try context.passGates(Self.step, found.subject)
    let unit = try AgencyTable.of(choice.unit, in: context.county, context.tx)
    let person = try choice.person.map { try LegalAidPersonTable.one($0, in: context.county, context.tx) }
    let way = try way ?? (isFirst(found, context) ? .first : .chosen)
    try Refusals.check(refusals(found, unit, person, way, context))

    try CaseTable.update(
      found.id,
      set: """
        state = \(next), unit = \(unit.id), undertaker = \(person?.id), undertaker_kind = \(person?.kind),
        standing = \(context.standing(of: person)), assigned_on = \(context.today)
        """, in: context)
    try AssignmentTable.insert(found.id, to: choice, way, reason: reason, in: context)
    try context.stopAssignment(of: found, isNamed: person != nil)
    try context.start(CasesLimits.engagement, on: found.subject, owner: unit.id)
    let papers = AssignmentPapers(context: context, aidCase: found, unit: unit)
    let number = try papers.notice(arrangeWithin: arrangeWithin)
    if let person, let organ { try papers.letter(to: organ, undertaker: person) }
    context.record(
      "case.assigned", found.subject, also: [.agency(unit.id)], rules: .inForce(on: context.today),
      basis: CaseLifecycle.basis(.assignToUnit, on: context.today),
      facts: [
        "unit": .id(unit.id), "person": person.map { .id($0.id) } ?? "", "number": .text(number),
        "way": .text(way.rawValue),
      ])
    return Done()
  }

  private func refusals(
    _ found: AidCase, _ unit: Agency, _ person: LegalAidPerson?, _ way: AssignmentWay, _ context: ActionContext
  ) throws -> [Refusal] {
    if let person, person.unit != unit.id { return [.personOfAnotherUnit] }
    guard person != nil || [.lawFirm, .grassrootsOffice].contains(unit.kind) else { return [.noUnit] }
    let conflicts = try Conflicts(found, on: context.today, context.tx)
    let blocks = person.map { conflicts.blocks($0, on: context.today) } ?? conflicts.blocks(unit, on: context.today)
    var refusals = blocks.map { $0.refusal.at("choice") }
    if refusals.isEmpty, reason.isEmpty {
      let warnings =
        person.map { conflicts.warnings($0, on: context.today) } ?? conflicts.warnings(unit, on: context.today)
      if warnings.needChecking {
        refusals.append(.checkNeeded)
      } else if way == .chosen {
        refusals.append(.reasonNeeded)
      }
    }
    if person != nil, organ == nil, found.form.isLitigation { refusals.append(.organNeeded) }
    return refusals
  }

  private func isFirst(_ found: AidCase, _ context: ActionContext) throws -> Bool {
    guard let first = try Candidates.of(found, on: context.today, context.tx).first, first.isEligible else {
      return true
    }
    return choice.person.map { $0 == first.person.id } ?? (choice.unit == first.person.unit)
  }
}

extension ActionContext {
  /// The time to assign has been kept; in a notified case once the organ is told whom the person has, not before
  /// (刑事规定 2013, 12; 法律援助法 36).
  func stopAssignment(of aidCase: AidCase, isNamed: Bool) throws {
    guard isNamed || !aidCase.track.isNotified else { return }
    try stopOwn(on: aidCase)
  }
}

extension Refusal {
  static let noUnit = Refusal(
    "assignment.noUnit",
    Text(
      "只有律师事务所和基层法律服务所可以自行安排承办人员，请直接选择人员。",
      "Only a law firm or a grassroots office names its person itself: choose a person."), field: "choice")
  static let personOfAnotherUnit = Refusal(
    "assignment.otherUnit",
    Text("所选人员不属于该单位，请重新选择。", "The person does not belong to the unit: choose again."), field: "choice")
  static let reasonNeeded = Refusal(
    "assignment.reason",
    Text(
      "没有选择排在第一位的候选人，请填写理由。", "This is not the first candidate of the list: give the reason."),
    field: "reason")
  static let checkNeeded = Refusal(
    "assignment.check",
    Text(
      "对方当事人可能由其代理（姓名相近），请核对是否同一人，并在理由中写明。",
      "He may act for the other side, by a near name: check whether it is the same person and say so in the reason."
    ),
    field: "reason")
  static let organNeeded = Refusal(
    "assignment.organ",
    Text(
      "诉讼案件须向办案机关发送公函，请填写办案机关。",
      "In litigation the handling organ gets a letter: fill in the organ."), field: "organ")
}
