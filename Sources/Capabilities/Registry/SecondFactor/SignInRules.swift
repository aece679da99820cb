package import Kernel
import Localization
package import Storage
import WorkCalendar

/// 登录规则 · Sign-in rules: which roles must have a second factor, none until the office says so; and after how many hours
/// a one-time password that was handed over runs out, 72 unless the office sets its own (design; no law names a time).
package struct SignInRules: Sendable, Hashable {
  package static let standardHours = 72
  package static let hoursRange = 1...720

  package let roles: Set<Role>
  package let oneTimeHours: Int

  package init(requiring roles: Set<Role>, oneTimeHours: Int = standardHours) {
    self.roles = roles
    self.oneTimeHours = oneTimeHours
  }

  package func requires(_ held: Set<Role>) -> Bool { !roles.isDisjoint(with: held) }

  /// When a password handed over at this time stops opening anything.
  func end(ofPasswordGivenAt given: Instant) -> Instant { given.adding(minutes: oneTimeHours * 60) }

  private static let setting = "secondFactor.roles"
  private static let hoursSetting = "oneTimePassword.hours"

  package static func of(_ county: CountyID, _ reader: any Reader) throws -> SignInRules {
    let told = try OfficeSettingTable.values(setting, hoursSetting, in: county, reader)
    return SignInRules(
      requiring: Set((told[setting] ?? "").split(separator: ";").compactMap { Role(rawValue: String($0)) }),
      oneTimeHours: told[hoursSetting].flatMap { Int($0) } ?? standardHours)
  }

  func save(in context: ActionContext) throws {
    try OfficeSettingTable.set(
      Self.setting, roles.map(\.rawValue).sorted().joined(separator: ";"), in: context)
    try OfficeSettingTable.set(Self.hoursSetting, String(oneTimeHours), in: context)
  }
}

/// 办公室设置表 · Settings that an office changes in the browser, each one value.
package enum OfficeSettingTable {
  package static func value(_ setting: String, in county: CountyID, _ reader: any Reader) throws -> String? {
    try reader.value("SELECT value FROM office_setting WHERE county = \(county) AND setting = \(setting)")
  }

  /// Two settings in one query.
  static func values(
    _ one: String, _ other: String, in county: CountyID, _ reader: any Reader
  ) throws -> [String: String] {
    try reader.rows(
      """
      SELECT setting, value FROM office_setting WHERE county = \(county) AND setting IN (\(one), \(other))
      ORDER BY setting
      """
    ).reduce(into: [:]) { $0[try $1.get("setting")] = try $1.get("value") }
  }

  package static func set(_ setting: String, _ value: String, in context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO office_setting (county, setting, value, last_event)
      VALUES (\(context.county), \(setting), \(value), \(context.eventNumber))
      ON CONFLICT (county, setting) DO UPDATE SET value = \(value), last_event = \(context.eventNumber)
      """)
  }
}

/// 设定登录规则 · Says which roles must have a second factor and how long a one-time password is good. Refuses less than one
/// hour and more than thirty days.
package struct SetSignInRules: Action {
  package static let permission = Permission.manageSecurity
  private let rules: SignInRules

  package init(_ rules: SignInRules) { self.rules = rules }

  package func perform(in context: ActionContext) throws -> Done {
    guard SignInRules.hoursRange.contains(rules.oneTimeHours) else { throw Self.outOfRange }
    try rules.save(in: context)
    context.record(
      "signInRules.set", .county(context.county),
      facts: [
        "roles": .list(rules.roles.map(\.rawValue).sorted().map { .text($0) }),
        "oneTimeHours": .number(Int64(rules.oneTimeHours)),
      ])
    return Done()
  }

  private static let outOfRange = Refusal(
    "signInRules.hours",
    Text(
      "一次性密码的有效时间最短\(SignInRules.hoursRange.lowerBound)小时，最长\(SignInRules.hoursRange.upperBound)小时，请填写其间的整数。",
      "Type a whole number of hours from \(SignInRules.hoursRange.lowerBound) to \(SignInRules.hoursRange.upperBound)."
    ),
    field: "hours")
}
