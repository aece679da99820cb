package import Kernel
package import Localization
package import Registry
package import WorkCalendar

extension LocalRulePack {
  /// 规则包条目 · Entry: one thing that a pack changes; the vocabulary is closed.
  package enum Entry: Sendable, Hashable {
    case limit(LocalLimit)
    case matter(Listed<MatterCode>)
    case exemption(Exemption)
    case group(Listed<GroupCode>)
    case hardshipLine(HardshipLine)
    case practiceYears(Listed<Int>)
  }

  /// 条目 · All it changes, in one order. There is one on years of practice at most.
  package var entries: [Entry] {
    get {
      let (limits, lines) = (limits.map(Entry.limit), hardshipLines.map(Entry.hardshipLine))
      return limits + matters.map(Entry.matter) + exemptions.map(Entry.exemption) + groups.map(Entry.group) + lines
        + [practiceYears.map(Entry.practiceYears)].compactMap(\.self)
    }
    set {
      (limits, matters, exemptions, groups, hardshipLines, practiceYears) = ([], [], [], [], [], nil)
      for entry in newValue {
        switch entry {
        case .limit(let one): limits.append(one)
        case .matter(let one): matters.append(one)
        case .exemption(let one): exemptions.append(one)
        case .group(let one): groups.append(one)
        case .hardshipLine(let one): hardshipLines.append(one)
        case .practiceYears(let one): practiceYears = one
        }
      }
    }
  }

  /// The same entries under another name, document or days.
  package func renamed(_ name: String, document: String, from: Day, to: Day?) -> LocalRulePack {
    var pack = LocalRulePack(name: name, document: document, from: from, to: to)
    pack.entries = entries
    return pack
  }
}

extension LocalRulePack.Entry {
  /// The code of the rule that it changes, or the word of the pack file where it has none.
  package var key: String {
    switch self {
    case .limit(let one): one.key
    case .matter(let one): one.value.rawValue
    case .exemption(let one): one.key.rawValue
    case .group(let one): one.value.rawValue
    case .hardshipLine: "hardshipLine"
    case .practiceYears: "practiceYears"
    }
  }

  /// The document and days that are its own.
  package var terms: EntryTerms? {
    switch self {
    case .limit(let one): one.terms
    case .matter(let one): one.terms
    case .exemption(let one): one.terms
    case .group(let one): one.terms
    case .hardshipLine(let one): EntryTerms(document: one.source, from: one.from, to: one.to)
    case .practiceYears(let one): one.terms
    }
  }

  /// What it changes, in words; matters bear the names of the rule set of a day.
  package func words(on day: Day) -> Text {
    let rules = RuleSet.inForce(on: day)
    switch self {
    case .limit(let one): return Text("期限缩短为", "The limit is ") + one.limit.text
    case .matter(let one): return Text("列入援助事项：", "Brought into scope: ") + one.value.name(rules)
    case .exemption(let one): return one.words(rules)
    case .group(let one): return Text("地方重点人群：", "A group to reach: ") + one.value.name
    case .hardshipLine(let one): return Text("经济困难标准：", "Hardship line: ") + one.words
    case .practiceYears(let one):
      return Text(
        "重大刑事案件承办律师执业满\(one.value)年", "Life or death cases: \(one.value) years of practice")
    }
  }
}

extension LocalRulePack.Exemption {
  fileprivate func words(_ rules: RuleSet) -> Text {
    let opened = Text.list(matters.map { $0.name(rules) })
    if key == .petitioner { return Text("列入援助事项：", "Brought into scope: ") + opened }
    let narrowed = groups.map(\.name).filter { $0.zh != key.name.zh }
    var what = Text("免予经济困难审查：", "Exempt from the hardship test: ") + key.name
    if !narrowed.isEmpty { what = what + Text("；限", "; only ") + .list(narrowed) }
    return matters.isEmpty ? what : what + Text("；事项：", "; matters: ") + opened
  }
}
