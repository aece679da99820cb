package import Kernel
import Localization
import Registry
package import Storage

/// 相像程度 · Likeness: why somebody on record may be the one who was named.
package enum Likeness: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// 证件号码相同 · The same identity number, whatever the name.
  case identity
  /// 姓名相同 · The same name.
  case exact
  /// 姓名相近 · A near name: to be looked at, and never more than a warning.
  case near

  package static func < (a: Likeness, b: Likeness) -> Bool { a.rawValue < b.rawValue }
}

/// 相近姓名表 · Alike names: which names of parties on record may be the same as one that is asked for, written otherwise. How
/// a name sounds stands in each party's row with an index of its own (`party.near`), so that a million parties are asked
/// by it; it is derived and can be made anew.
package enum AlikeNames {
  /// For each name asked the near ones on record, without itself. Two statements, however many are asked.
  package static func of(
    _ names: some Collection<String>, in county: CountyID, _ reader: any Reader
  ) throws -> [String: Set<String>] {
    let place = try CountyTable.of(county, reader)
    let places = [place.name, place.shortName, String(place.name.dropLast())].unique
    let asked = Set(names).sorted().map { (name: $0, forms: NearName($0).forms(in: places)) }
    let sounds = Set(asked.flatMap(\.forms).map(\.sound)).subtracting([""])
    let known = try reader.rows(
      """
      SELECT DISTINCT near, name FROM party WHERE county = \(county) AND near IN \(list: sounds.sorted())
      ORDER BY near, name
      """
    ).map { (name: try $0.get("name", as: String.self), sound: try $0.get("near", as: String.self)) }
    let bySound = Dictionary(grouping: known, by: \.sound).mapValues { $0.map { ($0.name, NearName($0.name)) } }
    return asked.reduce(into: [:]) { found, one in
      let near = one.forms.flatMap { form in
        bySound[form.sound, default: []].filter { $0.0 != one.name && form.isNear($0.1) }.map(\.0)
      }
      found[one.name] = Set(near)
    }
  }

  /// What every party's row needs to be found by.
  static func sound(of name: String) -> String { NearName(name).sound }

  /// 缺少的 · How many parties cannot be found by a near name yet.
  package static func missing(_ county: CountyID, _ reader: any Reader) throws -> Int {
    try reader.value("SELECT COUNT(*) FROM party WHERE county = \(county) AND near IS NULL") ?? 0
  }

  /// Makes what is missing in every county: parties recorded before near names were looked for.
  package static func makeMissing(_ services: Services) async throws {
    for county in try await services.database.read({ try CountyTable.all($0) }) {
      _ = try await make(county.id, services, where: "near IS NULL")
    }
  }

  /// Makes a county's anew, answers how many names there are.
  package static func rebuild(_ county: CountyID, _ services: Services) async throws -> Int {
    try await make(county, services, where: "1 = 1")
  }

  /// Some hundred names a transaction: whoever is cut off goes on where he was.
  private static func make(_ county: CountyID, _ services: Services, where condition: SQL) async throws -> Int {
    var (last, count) = ("", 0)
    while true {
      let names = try await services.database.write(serial: county.uuid) { [last] tx in
        let names = try tx.rows(
          """
          SELECT DISTINCT name FROM party WHERE county = \(county) AND \(condition) AND name > \(last)
          ORDER BY name LIMIT 500
          """
        ).map { try $0.get("name", as: String.self) }
        for name in names {
          try tx.run("UPDATE party SET near = \(sound(of: name)) WHERE county = \(county) AND name = \(name)")
        }
        return names
      }
      guard let end = names.last else { return count }
      (last, count) = (end, count + names.count)
    }
  }
}

extension Array where Element: Hashable {
  /// Each once, in the order of first appearance.
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension IntakeMigration {
  /// 相近姓名与证件号码 · The way from a matter to its applications; how a party's name sounds, filled when the office is opened; the keyed hash of an opposing party's
  /// identity number where it was told; the recipient of every matter among its parties, imported ones too.
  static let alike = Migration(id: "intake.alike") { d in
    [
      "ALTER TABLE party ADD COLUMN near \(d.text)",
      "ALTER TABLE party ADD COLUMN identity_hash \(d.blob)",
      """
      INSERT INTO party (id, county, matter, person, role, name, last_event)
      SELECT m.id, m.county, m.id, m.recipient, 'recipient', p.name, m.last_event
      FROM matter m JOIN person p ON p.id = m.recipient
      WHERE NOT EXISTS (SELECT 1 FROM party t WHERE t.matter = m.id AND t.role = 'recipient')
      """,
      "CREATE INDEX party_by_near ON party (county, near, name)",
      "CREATE INDEX application_of_matter ON aid_application (matter)",
      "CREATE INDEX party_by_identity ON party (county, identity_hash) WHERE identity_hash IS NOT NULL",
    ]
  }

  /// 姓名索引 · Which matters have a name on which side is read from the index alone, however common the name is.
  static let partyNames = Migration(id: "intake.partyNames") { _ in
    [
      "DROP INDEX party_by_name",
      "CREATE INDEX party_by_name ON party (county, name, role, matter)",
    ]
  }
}
