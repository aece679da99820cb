package import Kernel
import Localization
package import Registry
package import WorkCalendar

/// 地方规则包 · Local rule pack: what a province, city or county adds to the national rules between two days, with the
/// document that says so (条例 10, 13; 法律援助法 31(9), 34). A pure value: whoever judges hands it in.
package struct LocalRulePack: Sendable, Hashable {
  /// 期限 · A shortened time limit.
  package struct Limit: Sendable, Hashable {
    package let key: String
    package let limit: TimeLimit

    package init(key: String, limit: TimeLimit) {
      self.key = key
      self.limit = limit
    }
  }

  /// 免予审查 · An exemption it gives, narrowed to groups and matters where those are named.
  package struct Exemption: Sendable, Hashable {
    package let key: ExemptionCode
    package let groups: [GroupCode]
    package let matters: [MatterCode]
    package let proof: String?

    package init(key: ExemptionCode, groups: [GroupCode] = [], matters: [MatterCode] = [], proof: String? = nil) {
      self.key = key
      self.groups = groups
      self.matters = matters
      self.proof = proof
    }

    func covers(_ matter: MatterCode?, _ told: [GroupCode]) -> Bool {
      (groups.isEmpty || groups.contains(where: told.contains))
        && (matters.isEmpty || matter.map(matters.contains) == true)
    }
  }

  package let name: String
  package let document: String
  package let from: Day
  package let to: Day?
  package var hardshipLines: [HardshipLine] = []
  package var limits: [Limit] = []
  /// The groups that the document names as those to reach.
  package var groups: [GroupCode] = []
  package var matters: [MatterCode] = []
  package var exemptions: [Exemption] = []
  /// 执业年限 · Years of practice asked of a lawyer in a life-or-death case.
  package var practiceYears: Int?

  package init(name: String, document: String, from: Day, to: Day? = nil) {
    self.name = name
    self.document = document
    self.from = from
    self.to = to
  }

  package func isInForce(on day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }

  package var basis: [LegalBasis] { [LegalBasis(Law(name, .same(document)), "")] }

  /// What brings a matter into scope: the matter itself, or the petitioner's entry, which opens and does not exempt.
  func opens(_ matter: MatterCode, for told: [GroupCode]) -> String? {
    if matters.contains(matter) { return matter.rawValue }
    let opened = exemptions.contains {
      $0.key == .petitioner && $0.matters.contains(matter) && $0.covers(matter, told)
    }
    return opened ? ExemptionCode.petitioner.rawValue : nil
  }

  func exempts(_ claim: ExemptionCode, _ facts: Eligibility.Facts) -> [LegalBasis]? {
    guard claim != .petitioner,
      exemptions.contains(where: { $0.key == claim && $0.covers(facts.matter, facts.groups) })
    else { return nil }
    return basis
  }

  /// As the rule book prints it, beside the national rules.
  package var entries: [RuleEntry] {
    let last = to.map(RuleSet.inForce(on:)) ?? .rs2023
    let sets = RuleSet.allCases.filter { RuleSet.inForce(on: from) <= $0 && $0 <= last }
    let note = Text("地方规则包\(name)，原文尚未核对。", "Local rule pack \(name); its text is not yet checked.")
    let entry = { (key: String, kind: RuleEntry.Kind, name: Text) in
      RuleEntry(key, kind, name, ruleSets: sets, from: from, to: to, basis: basis, isVerified: false, note: note)
    }
    return matters.map { entry($0.rawValue, .matter, $0.name(.inForce(on: from))) }
      + exemptions.map { entry($0.key.rawValue, .exemption, $0.key.name) }
  }
}
