package import Kernel
import Localization
package import Registry
package import WorkCalendar

/// 援助条件 · Eligibility: the three tests in order: person, matter, hardship. What is missing is not known,
/// never passed.
package enum Eligibility {
  package struct Facts: Sendable, Hashable {
    /// Nil: none of the matters the product knows.
    package var matter: MatterCode?
    package var groups: [GroupCode]
    /// Exemptions claimed with their proof held.
    package var claims: [ExemptionCode]
    package var household: Household?
    /// Of a foreigner or stateless person: whether law, treaty or reciprocity gives aid; nil: not yet looked up.
    package var foreignerIsEntitled: Bool?
    package var track: CaseTrack?
    /// Of a petition: a court ordered a retrial or a procuratorate protested (法律援助法 33); nil: as the matter chosen says.
    package var retrialOrdered: Bool?
    /// 诉讼地位 · In a criminal case: on which side; nil where nobody asked.
    package var position: LegalPosition?
    package var stage: Stage?

    package init(
      matter: MatterCode?, groups: [GroupCode] = [], claims: [ExemptionCode] = [], household: Household? = nil,
      foreignerIsEntitled: Bool? = nil, track: CaseTrack? = nil, retrialOrdered: Bool? = nil,
      position: LegalPosition? = nil, stage: Stage? = nil
    ) {
      self.track = track
      self.retrialOrdered = retrialOrdered
      self.position = position
      self.stage = stage
      self.matter = matter
      self.groups = groups
      self.claims = claims
      self.household = household
      self.foreignerIsEntitled = foreignerIsEntitled
    }
  }

  /// `division`: the county's division code, by which a pack of several places finds its line.
  package static func judge(
    _ facts: Facts, asOf day: Day, rules: RuleSet, line: HardshipLine?, packs: [LocalRulePack] = [],
    division: String? = nil
  ) -> Verdict {
    if facts.track?.isNotified == true { return notified(rules) }
    let packs = packs.compactMap { $0.standing(on: day) }
    return Verdict(
      ruleSet: rules,
      tests: [
        PersonTest.judge(facts, rules), MatterTest.judge(facts, rules, packs, on: day),
        HardshipTest.judge(facts, rules, packs, line, on: day, in: division),
      ])
  }

  /// 通知案件 · An organ's notice stands in place of all three tests.
  private static func notified(_ rules: RuleSet) -> Verdict {
    Verdict(
      ruleSet: rules,
      tests: Verdict.Aspect.allCases.map {
        Verdict.Test(
          aspect: $0, result: .exempt, key: ExemptionCode.notified.rawValue,
          reason: Text("通知案件不作申请审查。", "A notified case is not put to the tests."),
          basis: Grounds.notified.basis(rules))
      })
  }

  /// As the rule book prints the tests that no code of matter or exemption stands for.
  package static let entries =
    PersonTest.entries + CriminalStanding.entries + HardshipTest.entries + Priority.entries
}
