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
