package import Kernel
package import Localization
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
  /// Shortened time limits.
  package var limits: [LocalLimit] = []
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

  /// What a rule of the pack rests on: the document, the pack, and the entry where one has a key.
  package func basis(_ entry: String = "") -> [LegalBasis] {
    [LegalBasis(Law(name, .same(document), isLocal: true), entry)]
  }

  /// What brings a matter into scope: the matter itself, or the petitioner's entry, which opens and does not exempt.
  func opens(_ matter: MatterCode, for told: [GroupCode]) -> String? {
    if matters.contains(matter) { return matter.rawValue }
    let opened = exemptions.contains {
      $0.key == .petitioner && $0.matters.contains(matter) && $0.covers(matter, told)
    }
    return opened ? ExemptionCode.petitioner.rawValue : nil
  }

  /// What exempts a claim; the petitioner's entry exempts nobody.
  func exemption(_ claim: ExemptionCode, of matter: MatterCode?, for told: [GroupCode]) -> Exemption? {
    guard claim != .petitioner else { return nil }
    return exemptions.first { $0.key == claim && $0.covers(matter, told) }
  }

  /// 规则包条目 · Each thing it changes, in words.
  package var changes: [(key: String, what: Text)] {
    limits.map { ($0.key, Text("期限缩短为", "The limit is ") + $0.limit.text) }
      + matters.map { ($0.rawValue, Text("列入援助事项：", "Brought into scope: ") + $0.name(.inForce(on: from))) }
      + exemptions.map { ($0.key.rawValue, change($0)) }
      + (groups.isEmpty
        ? [] : [("groups", Text("地方重点人群：", "Groups to reach: ") + .list(groups.map(\.name)))])
      + hardshipLines.map { ("hardshipLine", Text("经济困难标准：", "Hardship line: ") + $0.words) }
      + (practiceYears.map {
        [("practiceYears", Text("重大刑事案件承办律师执业满\($0)年", "Life or death cases: \($0) years of practice"))]
      } ?? [])
  }

  private func change(_ one: Exemption) -> Text {
    let opened = Text.list(one.matters.map { $0.name(.inForce(on: from)) })
    if one.key == .petitioner { return Text("列入援助事项：", "Brought into scope: ") + opened }
    let groups = one.groups.map(\.name).filter { $0.zh != one.key.name.zh }
    var what = Text("免予经济困难审查：", "Exempt from the hardship test: ") + one.key.name
    if !groups.isEmpty { what = what + Text("；限", "; only ") + .list(groups) }
    return one.matters.isEmpty ? what : what + Text("；事项：", "; matters: ") + opened
  }

  /// Under which rule sets it holds.
  private var ruleSets: [RuleSet] {
    let (first, last) = (RuleSet.inForce(on: from), to.map(RuleSet.inForce(on:)))
    return RuleSet.allCases.filter { set in first <= set && last.map { set <= $0 } ?? true }
  }

  /// A local limit may shorten what the law gives and never lengthen it: the limits for which that is not so.
  package func refusals(_ rules: [LimitRule]) -> [Refusal] {
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

  /// As the rule book prints it, beside the national rules.
  package var entries: [RuleEntry] {
    let sets = ruleSets
    let note = Text("地方规则包\(name)，原文尚未核对。", "Local rule pack \(name); its text is not yet checked.")
    let entry = { (key: String, kind: RuleEntry.Kind, name: Text) in
      RuleEntry(
        key, kind, name, ruleSets: sets, from: from, to: to, basis: basis(key), isVerified: false, note: note)
    }
    return matters.map { entry($0.rawValue, .matter, $0.name(.inForce(on: from))) }
      + exemptions.map { entry($0.key.rawValue, .exemption, $0.key.name) }
  }
}
