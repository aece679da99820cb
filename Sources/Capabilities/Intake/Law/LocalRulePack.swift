package import Kernel
import Localization
package import Registry
package import WorkCalendar

/// 地方规则包 · Local rule pack: what a province, city or county adds to the national rules between two days, with the
/// document that says so (条例 10, 13; 法律援助法 31(9), 34). A pure value: whoever judges hands it in.
package struct LocalRulePack: Sendable, Hashable, Codable {
  /// 免予审查 · An exemption it gives, narrowed to groups and matters where those are named.
  package struct Exemption: Sendable, Hashable, Codable {
    package let key: ExemptionCode
    package let groups: [GroupCode]
    package let matters: [MatterCode]
    package let proof: String?
    package let terms: EntryTerms?

    package init(
      key: ExemptionCode, groups: [GroupCode] = [], matters: [MatterCode] = [], proof: String? = nil,
      terms: EntryTerms? = nil
    ) {
      self.key = key
      self.groups = groups
      self.matters = matters
      self.proof = proof
      self.terms = terms
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
  /// Shortened time limits.
  package var limits: [LocalLimit] = []
  /// The groups that the document names as those to reach.
  package var groups: [Listed<GroupCode>] = []
  package var matters: [Listed<MatterCode>] = []
  package var exemptions: [Exemption] = []
  /// 执业年限 · Years of practice asked of a lawyer in a life-or-death case.
  package var practiceYears: Listed<Int>?

  package init(name: String, document: String, from: Day, to: Day? = nil) {
    self.name = name
    self.document = document
    self.from = from
    self.to = to
  }

  package func isInForce(on day: Day) -> Bool { day.isWithin(from, to) }

  /// As it stands on a day, with the entries that hold then; nil where the pack itself does not.
  package func standing(on day: Day) -> LocalRulePack? {
    guard isInForce(on: day) else { return nil }
    var pack = self
    pack.entries = entries.filter { $0.terms?.hold(on: day) ?? true }
    return pack
  }

  /// What a rule of the pack rests on: the document, the entry's own where it has one, the pack, and the entry's key.
  package func basis(_ entry: String = "", _ terms: EntryTerms? = nil) -> [LegalBasis] {
    [LegalBasis(Law(name, .same(terms?.document ?? document), isLocal: true), entry)]
  }

  /// What brings a matter into scope, and on what ground: the matter itself, or the petitioner's entry, which opens and does
  /// not exempt.
  func opens(_ matter: MatterCode, for told: [GroupCode]) -> (key: String, basis: [LegalBasis])? {
    if let own = matters.first(where: { $0.value == matter }) {
      return (matter.rawValue, basis(matter.rawValue, own.terms))
    }
    let petition = exemptions.first {
      $0.key == .petitioner && $0.matters.contains(matter) && $0.covers(matter, told)
    }
    return petition.map { ($0.key.rawValue, basis($0.key.rawValue, $0.terms)) }
  }

  /// What exempts a claim; the petitioner's entry exempts nobody.
  func exemption(_ claim: ExemptionCode, of matter: MatterCode?, for told: [GroupCode]) -> Exemption? {
    guard claim != .petitioner else { return nil }
    return exemptions.first { $0.key == claim && $0.covers(matter, told) }
  }

  /// 拒绝的条目 · What no pack may say: a limit longer than the law's, and an entry that would never hold.
  package func refusals(_ rules: [LimitRule]) -> [Refusal] { longer(rules) + outside }

  /// 期外条目 · Entries whose own days all lie outside the pack's; at the day of the entry that is the wrong one.
  package var outside: [Refusal] {
    entries.filter { one in
      let last = [to, one.terms?.to].compactMap(\.self).min() ?? .latest
      return last < max(from, one.terms?.from ?? from)
    }.map { one in
      let words = one.words(on: from)
      let endsBefore = one.terms?.to.map { $0 < from } ?? false
      return Refusal(
        "rulePack.outside",
        Text(
          "“\(words.zh)”的起止日期在规则包的施行期间之外，永远不会生效，请改正日期。",
          "The days of “\(words.en)” lie outside those of the pack, so that it would never hold: correct them."),
        field: endsBefore ? "to" : "from")
    }
  }

  /// A local limit may shorten what the law gives and never lengthen it: the limits for which that is not so.
  private func longer(_ rules: [LimitRule]) -> [Refusal] {
    limits.flatMap { local in
      rules.filter { $0.key == local.key }.flatMap { rule in
        Set(ruleSets.compactMap { rule.home($0, on: max(from, $0.from)) }).sorted().compactMap { set in
          guard let national = rule.variants[set], !local.limit.isNeverLonger(than: national.limit) else {
            return nil
          }
          return Refusal(
            "rulePack.longer",
            Text(
              "\(local.key)（\(rule.name.zh)）：\(set.name.zh)是\(national.limit.text.zh)，地方只能缩短，不能改为\(local.limit.text.zh)。",
              "\(local.key) (\(rule.name.en)): \(national.limit.text.en) under the \(set.name.en); a local rule may shorten it, not make it \(local.limit.text.en)."
            ), basis: national.basis)
        }
      }
    }
  }

  /// Under which rule sets it holds.
  private var ruleSets: [RuleSet] {
    let (first, last) = (RuleSet.inForce(on: from), to.map(RuleSet.inForce(on:)))
    return RuleSet.allCases.filter { set in first <= set && last.map { set <= $0 } ?? true }
  }

  /// As the rule book prints it, beside the national rules.
  package var printed: [RuleEntry] {
    let note = Text("地方规则包\(name)，原文尚未核对。", "Local rule pack \(name); its text is not yet checked.")
    let entry = { (key: String, kind: RuleEntry.Kind, name: Text, terms: EntryTerms?) in
      RuleEntry(
        key, kind, name, ruleSets: ruleSets, from: terms?.from ?? from, to: terms?.to ?? to,
        basis: basis(key, terms), isVerified: false, note: note)
    }
    return matters.map { entry($0.value.rawValue, .matter, $0.value.name(.inForce(on: from)), $0.terms) }
      + exemptions.map { entry($0.key.rawValue, .exemption, $0.key.name, $0.terms) }
  }
}

/// 适用的条目 · What of the packs in force exempts a claim first.
extension [LocalRulePack] {
  func exemption(
    _ claim: ExemptionCode, of matter: MatterCode?, for told: [GroupCode]
  ) -> (pack: LocalRulePack, entry: LocalRulePack.Exemption)? {
    lazy.compactMap { pack in pack.exemption(claim, of: matter, for: told).map { (pack, $0) } }.first
  }
}
