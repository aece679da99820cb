import Foundation
package import Kernel
import Localization
package import Storage
package import WorkCalendar

/// 档案合并 · Person merge: two records of one human being that became one; the old one points to the kept.
package struct PersonMerge: Sendable {
  package let id: UUIDv7
  package let kept: PersonID
  package let gone: PersonID
  package let reason: String
  package let mergedBy: String
  package let mergedOn: Day
  /// The kept record's as the merge left it: once it was used, the merge is not undone any more.
  let keptVersion: Int
  /// What the kept record was before.
  let before: Before

  /// The columns of a person that a merge may fill.
  struct Before: Codable, Sendable {
    let identityNumber: String?
    let sex: Sex?
    let birthOn: String?
    let phone: String?
    let address: String?
    let township: String?
    let groups: [GroupCode]
    let protection: [ProtectionFlag]
  }

  fileprivate init(_ row: Row, _ keys: KeyRing) throws {
    id = try row.get("id")
    kept = try row.get("kept")
    gone = try row.get("gone")
    mergedBy = try row.get("merged_by")
    mergedOn = try row.get("merged_on")
    keptVersion = try row.get("kept_version")
    reason = try keys.open(row.get("reason_sealed"), as: PersonMergeTable.place("reason_sealed", id))
    before = try JSONDecoder().decode(
      Before.self,
      from: Data(keys.open(row.get("before_sealed"), as: PersonMergeTable.place("before_sealed", id)).utf8))
  }
}

package enum PersonMergeTable {
  static func place(_ column: String, _ id: UUIDv7) -> FieldPlace { FieldPlace("person_merge", column, id) }

  /// The last merge into a person that stands.
  package static func last(
    into person: PersonID, in county: CountyID, _ keys: KeyRing, _ reader: any Reader
  ) throws -> PersonMerge? {
    try reader.row(
      """
      SELECT id, kept, gone, before_sealed, kept_version, reason_sealed, merged_by, merged_on FROM person_merge
      WHERE county = \(county) AND kept = \(person) AND undone_on IS NULL ORDER BY id DESC LIMIT 1
      """
    ).map { try PersonMerge($0, keys) }
  }

  /// By whom and when the last merge into a person that stands was made.
  static func made(
    into person: PersonID, in county: CountyID, _ reader: any Reader
  ) throws -> (by: String, on: Day)? {
    try reader.row(
      """
      SELECT merged_by, merged_on FROM person_merge WHERE county = \(county) AND kept = \(person)
        AND undone_on IS NULL ORDER BY id DESC LIMIT 1
      """
    ).map { (try $0.get("merged_by"), try $0.get("merged_on")) }
  }

  /// Where a record that was merged is now; itself where it was not.
  package static func present(_ id: PersonID, in county: CountyID, _ reader: any Reader) throws -> PersonID {
    var id = id
    while let next = try reader.value(
      "SELECT merged_into FROM person WHERE id = \(id) AND county = \(county)", as: PersonID?.self) ?? nil
    {
      id = next
    }
    return id
  }

  /// 可能重复 · Others that may be the same: under the same name or the same phone, within what one may see.
  package static func candidates(
    for person: Person, _ principal: Principal, _ keys: KeyRing, _ reader: any Reader
  ) throws -> [Person] {
    let phone = person.phone.map { PersonTable.phoneHash($0, keys) }
    return try reader.rows(
      """
      SELECT \(PersonTable.columns) FROM person WHERE county = \(principal.county) AND merged_into IS NULL
        AND id <> \(person.id) AND (name = \(person.name) OR phone_hash = \(phone)) ORDER BY id DESC LIMIT 20
      """
    ).map { try PersonTable.person($0, keys) }
      .filter { (try? PersonScope.require($0.id, principal, reader)) != nil }
  }

  static func insert(
    _ kept: Person, _ gone: PersonID, reason: String, in context: ActionContext
  ) throws -> UUIDv7 {
    let id = UUIDv7()
    let before = PersonMerge.Before(
      identityNumber: kept.identityNumber, sex: kept.sex, birthOn: kept.birthOn?.description, phone: kept.phone,
      address: kept.address, township: kept.township, groups: kept.groups,
      protection: ProtectionFlag.allCases.filter(kept.protection.flags.contains))
    try context.tx.run(
      """
      INSERT INTO person_merge (id, county, kept, gone, before_sealed, kept_version, reason_sealed, merged_by, merged_on,
        last_event)
      VALUES (\(id), \(context.county), \(kept.id), \(gone),
        \(context.keys.seal(CanonicalJSON.encode(before), as: place("before_sealed", id))), \(kept.version + 1),
        \(context.keys.seal(reason, as: place("reason_sealed", id))), \(context.principal.name), \(context.today),
        \(context.eventNumber))
      """)
    return id
  }

  static func undo(_ merge: PersonMerge, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE person_merge SET undone_on = \(context.today), last_event = \(context.eventNumber) WHERE id = \(merge.id)
      """)
  }

  /// Points the old record to the kept one, or nowhere; the number it is found by goes with it.
  static func point(_ gone: Person, to kept: PersonID?, in context: ActionContext) throws {
    let hash = kept == nil ? gone.identityNumber.map { PersonTable.identityHash($0, context.keys) } : nil
    try context.tx.run(
      """
      UPDATE person SET merged_into = \(kept), identity_hash = \(hash), version = version + 1,
        last_event = \(context.eventNumber) WHERE id = \(gone.id) AND county = \(context.county)
      """)
  }

  /// Sets every column that a merge may fill, to nothing too.
  static func set(_ person: PersonID, _ values: PersonMerge.Before, in context: ActionContext) throws {
    let keys = context.keys
    func sealed(_ value: String?, _ column: String) throws -> [UInt8]? {
      try value.map { try keys.seal($0, as: PersonTable.place(column, person)) }
    }
    try context.tx.run(
      """
      UPDATE person SET identity_sealed = \(sealed(values.identityNumber, "identity_sealed")),
        identity_hash = \(values.identityNumber.map { PersonTable.identityHash($0, keys) }), sex = \(values.sex),
        birth_on = \(values.birthOn), phone_sealed = \(sealed(values.phone, "phone_sealed")),
        phone_hash = \(values.phone.map { PersonTable.phoneHash($0, keys) }),
        address_sealed = \(sealed(values.address, "address_sealed")), township = \(values.township),
        groups = \(GroupCode.joined(values.groups)), protection = \(Protection(Set(values.protection)).stored),
        version = version + 1, last_event = \(context.eventNumber) WHERE id = \(person) AND county = \(context.county)
      """)
  }
}
