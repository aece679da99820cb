package import Kernel
package import Storage

/// 登录规则 · Sign-in rules: which roles must have a second factor. None until the office says so.
package struct SignInRules: Sendable, Hashable {
  package let roles: Set<Role>

  package init(requiring roles: Set<Role>) { self.roles = roles }

  package func requires(_ held: Set<Role>) -> Bool { !roles.isDisjoint(with: held) }

  private static let setting = "secondFactor.roles"

  package static func of(_ county: CountyID, _ reader: any Reader) throws -> SignInRules {
    let text = try OfficeSettingTable.value(setting, in: county, reader) ?? ""
    return SignInRules(requiring: Set(text.split(separator: ";").compactMap { Role(rawValue: String($0)) }))
  }

  func save(in context: ActionContext) throws {
    try OfficeSettingTable.set(
      Self.setting, roles.map(\.rawValue).sorted().joined(separator: ";"), in: context)
  }
}

/// 办公室设置表 · Settings that an office changes in the browser, each one value.
package enum OfficeSettingTable {
  package static func value(_ setting: String, in county: CountyID, _ reader: any Reader) throws -> String? {
    try reader.value("SELECT value FROM office_setting WHERE county = \(county) AND setting = \(setting)")
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

/// 设定登录规则 · Says which roles must have a second factor.
package struct SetSignInRules: Action {
  package static let permission = Permission.manageSecurity
  private let rules: SignInRules

  package init(_ rules: SignInRules) { self.rules = rules }

  package func perform(in context: ActionContext) throws -> Done {
    try rules.save(in: context)
    context.record(
      "signInRules.set", .county(context.county),
      facts: ["roles": .list(rules.roles.map(\.rawValue).sorted().map { .text($0) })])
    return Done()
  }
}
