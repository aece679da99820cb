package import Kernel
import Localization
package import Storage
import WorkCalendar

/// 登录规则 · Sign-in rules: which roles must have a second factor, none until the office says so; and after how many hours
/// a one-time password that was handed over runs out, 72 unless the office sets its own, and after how many failures within a quarter of
/// an hour an address is held (design; no law names a figure).
package struct SignInRules: Sendable, Hashable {
  package static let standardHours = 72
  package static let hoursRange = 1...720
  package static let standardAddressFailures = 30
  package static let addressFailuresRange = 10...1_000

  package let roles: Set<Role>
  package let oneTimeHours: Int
  package let addressFailures: Int

  package init(
    requiring roles: Set<Role>, oneTimeHours: Int = standardHours, addressFailures: Int = standardAddressFailures
  ) {
    self.roles = roles
    self.oneTimeHours = oneTimeHours
    self.addressFailures = addressFailures
  }

  package func requires(_ held: Set<Role>) -> Bool { !roles.isDisjoint(with: held) }

  /// When a password handed over at this time stops opening anything.
  func end(ofPasswordGivenAt given: Instant) -> Instant { given.adding(minutes: oneTimeHours * 60) }

  private static let setting = "secondFactor.roles"
  private static let hoursSetting = "oneTimePassword.hours"
  private static let addressSetting = "signIn.addressFailures"

  package static func of(_ county: CountyID, _ reader: any Reader) throws -> SignInRules {
    let told = try OfficeSettingTable.values([setting, hoursSetting, addressSetting], in: county, reader)
    return SignInRules(
      requiring: Set((told[setting] ?? "").split(separator: ";").compactMap { Role(rawValue: String($0)) }),
      oneTimeHours: told[hoursSetting].flatMap { Int($0) } ?? standardHours,
      addressFailures: told[addressSetting].flatMap { Int($0) } ?? standardAddressFailures)
  }

  func save(in context: ActionContext) throws {
    try OfficeSettingTable.set(
      Self.setting, roles.map(\.rawValue).sorted().joined(separator: ";"), in: context)
    try OfficeSettingTable.set(Self.hoursSetting, String(oneTimeHours), in: context)
    try OfficeSettingTable.set(Self.addressSetting, String(addressFailures), in: context)
  }
}

/// 办公室设置表 · Settings that an office changes in the browser, each one value.
package enum OfficeSettingTable {
  package static func value(_ setting: String, in county: CountyID, _ reader: any Reader) throws -> String? {
    try reader.value("SELECT value FROM office_setting WHERE county = \(county) AND setting = \(setting)")
  }

  /// Several settings in one query.
  static func values(
    _ settings: [String], in county: CountyID, _ reader: any Reader
  ) throws -> [String: String] {
    try reader.rows(
      """
      SELECT setting, value FROM office_setting WHERE county = \(county) AND setting IN \(list: settings)
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
    guard SignInRules.addressFailuresRange.contains(rules.addressFailures) else { throw Self.wrongFailures }
    try rules.save(in: context)
    context.record(
      "signInRules.set", .county(context.county),
      facts: [
        "roles": .list(rules.roles.map(\.rawValue).sorted().map { .text($0) }),
        "oneTimeHours": .number(Int64(rules.oneTimeHours)),
        "addressFailures": .number(Int64(rules.addressFailures)),
      ])
    return Done()
  }

  private static let wrongFailures = Refusal(
    "signInRules.addressFailures",
    Text(
      "每个网络地址的失败次数最少\(SignInRules.addressFailuresRange.lowerBound)次，最多\(SignInRules.addressFailuresRange.upperBound)次，请填写其间的整数。",
      "Type a whole number of failures from \(SignInRules.addressFailuresRange.lowerBound) to \(SignInRules.addressFailuresRange.upperBound)."
    ),
    field: "addressFailures")
  private static let outOfRange = Refusal(
    "signInRules.hours",
    Text(
      "一次性密码的有效时间最短\(SignInRules.hoursRange.lowerBound)小时，最长\(SignInRules.hoursRange.upperBound)小时，请填写其间的整数。",
      "Type a whole number of hours from \(SignInRules.hoursRange.lowerBound) to \(SignInRules.hoursRange.upperBound)."
    ),
    field: "hours")
}
