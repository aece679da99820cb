import Localization
package import Storage
package import WorkCalendar

/// 期限设定 · Limit setting: an office's own length for a time limit whose source could not be read, from a day on. What
/// the law was read to say is not set. A clock keeps the length in force on the day it started.
package struct LimitSetting: Sendable {
  package let key: String
  package let rules: RuleSet
  package let version: Int
  /// In the unit of the rule: days or working days.
  package let number: Int
  package let from: Day
  package let source: String
  package let changedBy: String
  package let changedAt: Instant

  init(_ row: Row) throws {
    key = try row.get("limit_key")
    rules = try row.get("rule_set")
    version = try row.get("version")
    number = try row.get("number")
    from = try row.get("from_on")
    source = try row.get("source")
    changedBy = try row.get("changed_by")
    changedAt = try row.get("changed_at")
  }
}

package enum LimitSettingTable {
  static let migration = Migration(id: "kernel.limit_setting") { d in
    [
      """
      CREATE TABLE limit_setting (
        \(d.id("county")) REFERENCES county, limit_key \(d.text) NOT NULL, rule_set \(d.text) NOT NULL,
        version \(d.integer) NOT NULL, \(d.id("id")), number \(d.integer) NOT NULL, from_on \(d.text) NOT NULL,
        source \(d.text) NOT NULL, changed_by \(d.text) NOT NULL, changed_at \(d.integer) NOT NULL,
        last_event \(d.integer) NOT NULL, PRIMARY KEY (county, limit_key, rule_set, version)
      ) \(d.tableSuffix)
      """
    ]
  }

  /// The newest first.
  package static func all(_ county: CountyID, _ reader: any Reader) throws -> [LimitSetting] {
    try reader.rows(
      """
      SELECT limit_key, rule_set, version, number, from_on, source, changed_by, changed_at FROM limit_setting
      WHERE county = \(county) ORDER BY version DESC, limit_key, rule_set, id
      """
    ).map(LimitSetting.init)
  }
}

extension TimeLimit {
  /// Only lengths in days are set by an office.
  package var days: Int? {
    switch self {
    case .calendarDays(let number), .workingDays(let number): number
    case .hours, .months, .beforeEvent: nil
    }
  }
}

extension LimitRule {
  /// What an office may set: unverified, in days, and written for this very set; a set that amends it takes it over.
  package func isSettable(_ rules: RuleSet) -> Bool {
    variants[rules].map { !$0.isVerified && $0.limit.days != nil } ?? false
  }

  /// The setting in force on a day: the one that began last, and of several of one day the newest.
  package func setting(
    _ settings: [LimitSetting], under rules: RuleSet, on day: Day
  ) -> LimitSetting? {
    settings.filter { $0.key == key && $0.rules == rules && $0.from <= day }
      .max { ($0.from, $0.version) < ($1.from, $1.version) }
  }

  /// The rule as it holds in an office on a day: as set there, and shortened by the packs in force.
  package func set(by office: OfficeLimits, on day: Day) -> LimitRule {
    LimitRule(
      key, name, roles: roles,
      Dictionary(uniqueKeysWithValues: variants.map { ($0, set($1, under: $0, by: office, on: day)) }), note: note)
  }

  private func set(_ variant: Variant, under rules: RuleSet, by office: OfficeLimits, on day: Day) -> Variant {
    var variant = variant
    if isSettable(rules), let setting = setting(office.settings, under: rules, on: day),
      let limit = TimeLimit(number: setting.number, unit: variant.limit.unit)
    {
      variant = Variant(limit, variant.basis, isVerified: false)
    }
    for pack in office.packs where pack.bindsClocks(startedOn: day) {
      for local in pack.limits
      where local.key == key && (local.terms?.hold(on: day) ?? true)
        && local.limit.isNeverLonger(than: variant.limit)
      {
        let law = Law(pack.name, .same(local.terms?.document ?? pack.document), isLocal: true)
        variant = Variant(local.limit, variant.basis + [LegalBasis(law, key)], isVerified: false)
      }
    }
    return variant
  }
}

/// 本单位的期限 · Office limits: all that makes a time limit of an office another than the law's.
package struct OfficeLimits: Sendable {
  package let settings: [LimitSetting]
  package let packs: [AdoptedPack]

  package static func of(_ county: CountyID, _ reader: any Reader) throws -> OfficeLimits {
    OfficeLimits(
      settings: try LimitSettingTable.all(county, reader), packs: try AdoptedPackTable.all(county, reader))
  }
}
