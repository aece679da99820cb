import Intake
import Kernel
import Registry
import Storage
import WorkCalendar

/// 利益冲突 · Conflicts: the other side of a case, and who acts for it here or did, its second undertakers
/// too. The two cases are one dispute when each names the other's recipient as its opposing party; names are compared
/// exactly.
struct Conflicts: Sendable {
  struct OtherSide: Sendable {
    let name: String
    let undertaker: LegalAidPersonID?
    let unit: AgencyID?
    /// 共同承办人员 · Beside the undertaker.
    let isSecond: Bool
  }

  let aidCase: AidCase
  let otherSide: [OtherSide]
  /// Whom this case was taken from.
  let replaced: Set<LegalAidPersonID>
  /// 同案其他被告人的辩护人 · Who defends others in the organ's case, here or before.
  let coDefenders: [OtherSide]
  /// 离岗 · Who is on leave on the day, and until when.
  let onLeave: [LegalAidPersonID: Day]
  /// 施行的地方规则包 · The local packs in force.
  let packs: [LocalRulePack]

  init(_ aidCase: AidCase, on day: Day, _ reader: any Reader) throws {
    self.aidCase = aidCase
    onLeave = try LeaveTable.onLeave(day, in: aidCase.county, reader)
    coDefenders = try Self.coDefenders(of: aidCase, reader)
    packs = try LocalRulePack.inForce(on: day, in: aidCase.county, reader)
    replaced = try ReplacementTable.replaced(in: aidCase.id, reader)
    otherSide =
      try reader.rows(
        """
        SELECT ours.name, COALESCE(assignment.person, aid_case.undertaker) AS undertaker,
          COALESCE(assignment.unit, aid_case.unit) AS unit, 0 AS is_second FROM \(Self.sides(of: aidCase))
          LEFT JOIN assignment ON assignment.aid_case = aid_case.id
        WHERE \(Self.opponents(of: aidCase)) ORDER BY ours.name, aid_case.id NULLS LAST, assignment.id NULLS LAST
        """
      ).map(OtherSide.init)
      + reader.rows(
        """
        SELECT ours.name, beside.person AS undertaker, aid_case.unit, 1 AS is_second
        FROM \(Self.sides(of: aidCase)) JOIN co_undertaking beside ON beside.aid_case = aid_case.id
        WHERE \(Self.opponents(of: aidCase)) ORDER BY ours.name, beside.id
        """
      ).map(OtherSide.init)
  }

  /// The opposing parties of a case, and the cases here in which they are the recipient of the same dispute.
  private static func sides(of aidCase: AidCase) -> SQL {
    """
    party ours
      LEFT JOIN party theirs ON theirs.county = ours.county AND theirs.name = ours.name
        AND theirs.role = \(PartyRole.recipient) AND theirs.matter IN (
          SELECT matter FROM party mirror WHERE mirror.county = ours.county
            AND mirror.name = \(aidCase.nameOnPapers) AND mirror.role = \(PartyRole.opposing))
      LEFT JOIN aid_case ON aid_case.matter = theirs.matter
    """
  }

  private static func opponents(of aidCase: AidCase) -> SQL {
    "ours.matter = \(aidCase.matter) AND ours.role = \(PartyRole.opposing)"
  }

  private static func coDefenders(of aidCase: AidCase, _ reader: any Reader) throws -> [OtherSide] {
    guard let number = aidCase.organCase, aidCase.isCriminal else { return [] }
    return try reader.rows(
      """
      SELECT other.recipient_name AS name, assignment.person AS undertaker, assignment.unit, 0 AS is_second
      FROM aid_case other JOIN assignment ON assignment.aid_case = other.id
      WHERE other.county = \(aidCase.county) AND other.organ_case = \(number) AND other.recipient <> \(aidCase.recipient)
      ORDER BY other.id, assignment.id
      """
    ).map(OtherSide.init)
  }

  /// What the rules refuse of a person on a day, all at once.
  func blocks(_ person: LegalAidPerson, on day: Day) -> [AssignmentRule.Block] {
    blocks(facts(person, on: day), on: day)
  }

  /// What the assigner of somebody is only told.
  func warnings(
    _ person: LegalAidPerson, _ language: RecipientLanguage?, on day: Day
  ) -> [AssignmentRule.Block] {
    var facts = facts(person, on: day)
    if case .other(let spoken) = language { facts.aidCase.language = spoken }
    return AssignmentRules.warnings(facts, on: day, rules: aidCase.rules)
  }

  private func facts(_ person: LegalAidPerson, on day: Day) -> AssignmentFacts {
    let isLicensed = person.isActive && person.licenceValidTo.map { $0 >= day } ?? true
    var told = AssignmentFacts.Person(
      kind: person.kind, name: person.name, unit: person.unitName, firstLicensedOn: person.firstLicensedOn,
      criminalDefenceYears: person.criminalSince?.fullYears(until: day),
      juvenileCompetent: !person.juvenileEvidence.isEmpty, licenceValid: isLicensed,
      unitActive: person.isUnitActive, formerJudgeLeftOn: person.judgeLeftOn,
      isReplaced: replaced.contains(person.id), onLeaveUntil: onLeave[person.id])
    told.languages = person.languages
    let other = { (other: OtherSide) in
      AssignmentFacts.Other(
        name: other.name, undertaker: other.undertaker == person.id ? person.name : nil,
        unit: other.unit == person.unit ? person.unitName : nil, isSecond: other.isSecond)
    }
    return facts(told, otherSide.map(other), coDefenders.map(other))
  }

  /// What the rules refuse of a unit that will name its person itself.
  func blocks(_ unit: Agency, on day: Day) -> [AssignmentRule.Block] {
    let opposing = otherSide.map {
      AssignmentFacts.Other(name: $0.name, unit: $0.unit == unit.id ? unit.name : nil)
    }
    return blocks(facts(AssignmentFacts.Person(unit: unit.name, unitActive: unit.isActive), opposing, []), on: day)
  }

  private func facts(
    _ person: AssignmentFacts.Person, _ opposing: [AssignmentFacts.Other], _ coDefendants: [AssignmentFacts.Other]
  ) -> AssignmentFacts {
    let told = AssignmentFacts.Case(
      track: aidCase.track, form: aidCase.form, stage: aidCase.stage, situations: aidCase.situations,
      opposing: opposing, coDefendants: coDefendants)
    return AssignmentFacts(told, person, packs: packs)
  }

  private func blocks(_ facts: AssignmentFacts, on day: Day) -> [AssignmentRule.Block] {
    AssignmentRules.blocks(
      facts, on: day, rules: aidCase.rules,
      facts.person.kind == nil ? AssignmentRules.ofUnits : AssignmentRules.ofPersons)
  }
}

extension Conflicts.OtherSide {
  init(_ row: Row) throws {
    name = try row.get("name")
    undertaker = try row.get("undertaker")
    unit = try row.get("unit")
    isSecond = try row.get("is_second")
  }
}
