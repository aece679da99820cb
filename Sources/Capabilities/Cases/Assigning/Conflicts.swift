import Intake
import Kernel
import Registry
package import Storage
package import WorkCalendar

/// 利益冲突 · Conflicts: the other side of a case, and who acts for it here or did, its second undertakers
/// too. The two cases are one dispute when each names one of the other's recipients as its opposing party, by the same
/// name or identity number. What is only near, or another dispute of the opposing party, excludes nobody and is told.
package struct Conflicts: Sendable {
  /// 代理 · Somebody acts, or acted, in a case; nil where nobody was named.
  struct Acting: Sendable {
    let aidCase: CaseID
    /// Nil where it may not be told.
    let number: String?
    let undertaker: LegalAidPersonID?
    let unit: AgencyID?
    /// 共同承办人员 · Beside the undertaker.
    let isSecond: Bool
  }

  struct OtherSide: Sendable {
    let name: String
    /// In the case in which he is aided; nil where none is here.
    let acting: Acting?
  }

  /// 可能的对方 · Perhaps the other side: `name` is our opposing party's.
  struct PossibleSide: Sendable {
    let name: String
    let ground: AssignmentFacts.Possible.Ground
    let acting: Acting
  }

  let aidCase: AidCase
  private(set) var otherSide: [OtherSide]
  private(set) var possible: [PossibleSide]
  /// Whom this case was taken from.
  let replaced: Set<LegalAidPersonID>
  /// 同案其他被告人的辩护人 · Who defends others in the organ's case, here or before.
  private(set) var coDefenders: [OtherSide]
  /// 离岗 · Who is on leave on the day, and until when.
  let onLeave: [LegalAidPersonID: Day]
  /// 施行的地方规则包 · The local packs in force.
  let packs: [LocalRulePack]

  package init(_ aidCase: AidCase, on day: Day, _ reader: any Reader) throws {
    guard let one = try Self.of([aidCase], in: aidCase.county, on: day, reader).first else {
      throw Refusal.notFound
    }
    self = one
  }

  private init(
    _ aidCase: AidCase, _ found: OtherSides.Found, coDefenders: [OtherSide], replaced: Set<LegalAidPersonID>,
    onLeave: [LegalAidPersonID: Day], packs: [LocalRulePack]
  ) {
    self.aidCase = aidCase
    otherSide = found.sides
    possible = found.possible
    self.coDefenders = coDefenders
    self.replaced = replaced
    self.onLeave = onLeave
    self.packs = packs
  }

  /// Those of several cases, in their order; as many queries as for one.
  static func of(
    _ cases: [AidCase], in county: CountyID, on day: Day, _ reader: any Reader
  ) throws -> [Conflicts] {
    let (onLeave, packs) = (
      try LeaveTable.onLeave(day, in: county, reader), try LocalRulePack.inForce(on: day, in: county, reader)
    )
    let (sides, defenders) = (
      try OtherSides.of(cases, in: county, reader), try OtherSides.coDefenders(of: cases, reader)
    )
    let replaced = try ReplacementTable.replaced(in: cases.map(\.id), reader)
    return cases.map { one in
      Conflicts(
        one, sides[one.id] ?? OtherSides.Found(), coDefenders: defenders[one.id, default: []],
        replaced: replaced[one.id, default: []], onLeave: onLeave, packs: packs)
    }
  }

  /// 方案中的指派 · As if another case had been given to somebody already: whoever takes it acts for its side here.
  mutating func assume(_ choice: AssignmentChoice, for other: CaseID) {
    otherSide += otherSide.assumed(choice, for: other)
    coDefenders += coDefenders.assumed(choice, for: other)
    possible += possible.filter { $0.acting.aidCase == other }.map {
      PossibleSide(name: $0.name, ground: $0.ground, acting: $0.acting.taken(by: choice))
    }
  }

  /// What the rules refuse of a person on a day, all at once.
  func blocks(_ person: LegalAidPerson, on day: Day) -> [AssignmentRule.Block] {
    blocks(facts(person, on: day), on: day)
  }

  /// What the assigner of somebody is only told.
  func warnings(
    _ person: LegalAidPerson, _ language: RecipientLanguage? = nil, on day: Day
  ) -> [AssignmentRule.Block] {
    var facts = facts(person, on: day)
    if case .other(let spoken) = language { facts.aidCase.language = spoken }
    return AssignmentRules.warnings(facts, on: day, rules: aidCase.rules)
  }

  /// The same of a unit that will name its person itself.
  func warnings(_ unit: Agency, on day: Day) -> [AssignmentRule.Block] {
    AssignmentRules.warnings(facts(unit), on: day, rules: aidCase.rules)
  }

  private func facts(_ person: LegalAidPerson, on day: Day) -> AssignmentFacts {
    let isLicensed = person.isActive && person.licenceValidTo.map { $0 >= day } ?? true
    var told = AssignmentFacts.Person(
      kind: person.kind, name: person.name, unit: person.unitName, firstLicensedOn: person.firstLicensedOn,
      criminalDefenceYears: person.criminalSince?.fullYears(until: day),
      juvenileCompetent: !person.juvenileEvidence.isEmpty, licenceValid: isLicensed,
      unitActive: person.isUnitActive, formerJudgeLeftOn: person.judgeLeftOn,
      isReplaced: replaced.contains(person.id), onLeaveUntil: onLeave[person.id],
      excludedBecause: person.exclusion?.name)
    told.languages = person.languages
    let other = { (other: OtherSide) in
      AssignmentFacts.Other(
        name: other.name, undertaker: other.acting?.undertaker == person.id ? person.name : nil,
        unit: other.acting?.unit == person.unit ? person.unitName : nil, isSecond: other.acting?.isSecond == true)
    }
    return facts(
      told, otherSide.map(other), coDefenders.map(other),
      possible.filter { $0.acting.undertaker == person.id || $0.acting.unit == person.unit }.map {
        AssignmentFacts.Possible(
          name: $0.name, ground: $0.ground, number: $0.acting.number,
          undertaker: $0.acting.undertaker == person.id ? person.name : nil, unit: person.unitName)
      })
  }

  /// What the rules refuse of a unit that will name its person itself.
  func blocks(_ unit: Agency, on day: Day) -> [AssignmentRule.Block] { blocks(facts(unit), on: day) }

  private func facts(_ unit: Agency) -> AssignmentFacts {
    facts(
      AssignmentFacts.Person(unit: unit.name, unitActive: unit.isActive),
      otherSide.map {
        AssignmentFacts.Other(name: $0.name, unit: $0.acting?.unit == unit.id ? unit.name : nil)
      }, [],
      possible.filter { $0.acting.unit == unit.id }.map {
        AssignmentFacts.Possible(name: $0.name, ground: $0.ground, number: $0.acting.number, unit: unit.name)
      })
  }

  private func facts(
    _ person: AssignmentFacts.Person, _ opposing: [AssignmentFacts.Other], _ coDefendants: [AssignmentFacts.Other],
    _ possible: [AssignmentFacts.Possible]
  ) -> AssignmentFacts {
    var told = AssignmentFacts.Case(
      track: aidCase.track, form: aidCase.form, stage: aidCase.stage, situations: aidCase.situations,
      opposing: opposing, coDefendants: coDefendants)
    told.possible = possible
    return AssignmentFacts(told, person, packs: packs)
  }

  private func blocks(_ facts: AssignmentFacts, on day: Day) -> [AssignmentRule.Block] {
    AssignmentRules.blocks(
      facts, on: day, rules: aidCase.rules,
      facts.person.kind == nil ? AssignmentRules.ofUnits : AssignmentRules.ofPersons)
  }
}

extension Conflicts.Acting {
  init(_ row: Row) throws {
    aidCase = try row.get("other")
    number = try row.get("number")
    undertaker = try row.get("undertaker")
    unit = try row.get("unit")
    isSecond = try row.get("is_second")
  }

  private init(_ other: Self, _ choice: AssignmentChoice) {
    (aidCase, number, undertaker, unit) = (other.aidCase, other.number, choice.person, choice.unit)
    isSecond = false
  }

  /// As if the case had been given to somebody.
  func taken(by choice: AssignmentChoice) -> Self { Self(self, choice) }
}

extension [Conflicts.OtherSide] {
  fileprivate func assumed(_ choice: AssignmentChoice, for other: CaseID) -> [Conflicts.OtherSide] {
    compactMap { one in
      one.acting.flatMap { $0.aidCase == other ? .init(name: one.name, acting: $0.taken(by: choice)) : nil }
    }
  }
}
