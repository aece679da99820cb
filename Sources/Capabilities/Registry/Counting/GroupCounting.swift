package import Kernel
package import Localization
package import Storage

/// 群体性案件统计口径 · Group counting: as how many cases a group case counts. No national text settles it: Henan's rules
/// bind one volume for each judgment or mediation agreement (byInstrument, the default), some centres count one case a
/// recipient. A group case has one dossier either way.
package enum GroupCounting: String, Sendable, Hashable, CaseIterable, Codable {
  case byInstrument, byRecipient

  package static let standard = GroupCounting.byInstrument

  package var name: Text {
    switch self {
    case .byInstrument: Text("按法律文书计件，一份文书一件", "by instrument: one case for each judgment, award or agreement")
    case .byRecipient: Text("按受援人计件，一人一件", "by recipient: one case for each person")
    }
  }

  package static func of(_ county: CountyID, _ reader: any Reader) throws -> GroupCounting {
    try OfficeSettingTable.value(GroupRules.countingSetting, in: county, reader)
      .flatMap { GroupCounting(rawValue: $0) } ?? standard
  }

  /// Whether a county counts by recipient, as a condition.
  package static func isByRecipient(_ county: CountyID) -> SQL {
    """
    EXISTS (SELECT 1 FROM office_setting WHERE county = \(county) AND setting = \(GroupRules.countingSetting)
      AND value = \(GroupCounting.byRecipient.rawValue))
    """
  }
}

/// 群体性案件设置 · Group rules: how group cases count, and from how many people on one is reported as a group incident.
/// Ten is what 民事诉讼法解释 75 calls numerous, as remembered; the office sets its own.
package struct GroupRules: Sendable, Hashable {
  package static let standard = GroupRules(counting: .standard, alertFrom: 10)
  package static let range = 2...500
  static let countingSetting = "group.counting"
  private static let alertSetting = "group.alertFrom"

  package let counting: GroupCounting
  /// 人数 · So many recipients, or more, are a group incident of which the head of the centre is told.
  package let alertFrom: Int

  package init(counting: GroupCounting, alertFrom: Int) {
    self.counting = counting
    self.alertFrom = alertFrom
  }

  package static func of(_ county: CountyID, _ reader: any Reader) throws -> GroupRules {
    let known = try OfficeSettingTable.values([countingSetting, alertSetting], in: county, reader)
    return GroupRules(
      counting: known[countingSetting].flatMap { GroupCounting(rawValue: $0) } ?? standard.counting,
      alertFrom: known[alertSetting].flatMap { Int($0) } ?? standard.alertFrom)
  }

  fileprivate func save(in context: ActionContext) throws {
    try OfficeSettingTable.set(Self.countingSetting, counting.rawValue, in: context)
    try OfficeSettingTable.set(Self.alertSetting, String(alertFrom), in: context)
  }
}

/// 设定群体性案件规则 · Says how group cases count; the figures of the years that are not frozen follow at once. Refuses fewer
/// than two people and more than five hundred.
package struct SetGroupRules: Action {
  package static let permission = Permission.setLimits
  package static let event = "groupRules.set"
  private let rules: GroupRules

  package init(_ rules: GroupRules) { self.rules = rules }

  package func perform(in context: ActionContext) throws -> Done {
    guard GroupRules.range.contains(rules.alertFrom) else { throw Self.outOfRange }
    let before = try GroupRules.of(context.county, context.tx)
    try rules.save(in: context)
    context.record(
      Self.event, .county(context.county),
      facts: [
        "counting": .text(rules.counting.rawValue), "before": .text(before.counting.rawValue),
        "alertFrom": .number(Int64(rules.alertFrom)),
      ])
    return Done()
  }

  private static let outOfRange = Refusal(
    "groupRules.range",
    Text(
      "请填写\(GroupRules.range.lowerBound)到\(GroupRules.range.upperBound)之间的人数。",
      "Type a number of people from \(GroupRules.range.lowerBound) to \(GroupRules.range.upperBound)."),
    field: "alertFrom")
}
