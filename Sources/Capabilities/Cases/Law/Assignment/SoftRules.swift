import Intake
import Kernel
import Localization
import Registry

/// 软规则 · Soft rules: what an assigner is warned of and may do all the same. They are the product's own.
extension AssignmentRule {
  /// AT-6.5: the law keeps co-defendants from sharing a defender, not a firm.
  static let sameFirm = AssignmentRule(
    key: "W1", name: Text("同案其他被告人的辩护人在同一单位的，提示", "A warning where a co-defendant's defender is of the same unit"),
    grounds: .warning
  ) { facts, _, _ in
    guard let unit = facts.person.unit,
      let other = facts.aidCase.coDefendants.first(where: { $0.unit == unit && $0.undertaker != facts.person.name })
    else { return nil }
    return Text(
      "\(unit)的其他律师为同案的\(other.name)辩护，请注意保密和利益冲突。",
      "Another lawyer of \(unit) defends the co-defendant \(other.name): mind confidence and interests.")
  }

  static let language = AssignmentRule(
    key: "W2",
    name: Text("承办人员不通晓受援人语言的，提示", "A warning where the undertaker does not speak the recipient's language"),
    grounds: .warning
  ) { facts, _, _ in
    guard let language = facts.aidCase.language, let spoken = facts.person.languages,
      !spoken.contains(language.rawValue)
    else { return nil }
    return Text(
      "没有登记通晓\(language.name.zh)，会见时需要翻译。",
      "Not on record as speaking \(language.name.en): an interpreter is needed.")
  }

  /// W3: nobody is excluded for a name that is only near, but who assigns him says that he has looked (律师法 39).
  static let nearName = AssignmentRule(
    key: "W3",
    name: Text("可能是对方当事人的代理人（姓名相近）的，核对后写明", "A near name on the other side: looked at, and said so"),
    grounds: .warning
  ) { facts, _, _ in
    if let own = facts.person.name, let other = facts.aidCase.opposing.first(where: { isNear($0.name, own) }) {
      return Text(
        "姓名与对方当事人\(other.name)相近，请核对是否本人。",
        "Bears a name near that of the opposing party \(other.name): check whether it is the same person.")
    }
    return facts.aidCase.possible.first(.nearName).map { one in
      let (zh, en) = (one.number.map { "（\($0)）" } ?? "", one.number.map { " (\($0))" } ?? "")
      return one.undertaker == nil
        ? Text(
          "\(one.unit)承办的案件\(zh)的受援人可能就是对方当事人\(one.name)，姓名相近，请核对。",
          "\(one.unit) has a case\(en) whose recipient may be the opposing party \(one.name), by a near name: check it."
        )
        : Text(
          "承办或者承办过的案件\(zh)的受援人可能就是对方当事人\(one.name)，姓名相近，请核对。",
          "Acts or acted in a case\(en) whose recipient may be the opposing party \(one.name), by a near name: check it."
        )
    }
  }

  /// W4: a past engagement in another dispute.
  static let pastEngagement = AssignmentRule(
    key: "W4",
    name: Text("在另一纠纷中为对方当事人代理过的，提示", "A warning where he acted for the opposing party in another dispute"),
    grounds: .warning
  ) { facts, _, _ in
    facts.aidCase.possible.first(.otherDispute).map { one in
      let (zh, en) = (one.number.map { "（\($0)）" } ?? "", one.number.map { " (\($0))" } ?? "")
      let (whoZh, whoEn) = one.undertaker == nil ? (one.unit, one.unit) : ("", "He")
      return Text(
        "\(whoZh)在另一纠纷\(zh)中承办\(one.name)的案件，与对方当事人同名，请注意利益冲突。",
        "\(whoEn) acts or acted in another dispute\(en) of one named like the opposing party \(one.name): mind interests."
      )
    }
  }

  private static func isNear(_ name: String, _ other: String) -> Bool {
    // Reading a name takes longer than all the rest.
    guard name != other, name.count == other.count, zip(name, other).count(where: { $0 != $1 }) <= 1 else {
      return false
    }
    return NearName(name).isNear(NearName(other))
  }

  static let publicLawyer = AssignmentRule(
    key: "Q12", name: Text("公职律师可以承办，不领取办案补贴", "A public lawyer may take it, without subsidy"), grounds: .warning
  ) { facts, _, _ in
    facts.person.kind == .publicLawyer
      ? Text("公职律师承办的，只报销直接费用，不发补贴。", "A public lawyer is paid direct costs and no subsidy.") : nil
  }
}

extension Grounds {
  fileprivate static let warning = throughoutByDesign(
    [], Text("只作提示，不阻止指派；本产品的默认规则。", "Warns and stops nothing; the product's own default."))
}

extension [AssignmentFacts.Possible] {
  /// His own engagement before that of his unit.
  fileprivate func first(_ ground: AssignmentFacts.Possible.Ground) -> AssignmentFacts.Possible? {
    let all = filter { $0.ground == ground }
    return all.first { $0.undertaker != nil } ?? all.first
  }
}
