package import Kernel
import Localization
package import Storage

/// 信息保护 · Protection: the flags of one person, and what they leave of his data for whoever looks (个人信息保护法 28;
/// 未成年人保护法 103; AT-X.3). Papers that the law addresses to the recipient carry the whole name and never ask here;
/// everything else (page, list, print, export, search, log, API) shows what these functions answer.
///
/// How a list applies it: select `person.protection`, make `Protection(row)`, and show `name(_:to:)`. How a search by
/// name does: add `Protection.namesMaySearch("p.protection", principal)` to the condition, so that a hit cannot tell
/// what the mask hides. Records that may not be found at all (封存) are left out by ``Principal/sight(_:)``.
package struct Protection: Sendable, Hashable {
  package let flags: Set<ProtectionFlag>

  package init(_ flags: Set<ProtectionFlag> = []) { self.flags = flags }

  /// As the row's column `protection` has it.
  package init(_ row: Row) throws { self.init(stored: try row.get("protection")) }

  init(stored: String) {
    flags = Set(stored.split(separator: ";").compactMap { ProtectionFlag(rawValue: String($0)) })
  }

  /// How the flags stand in the column; in one order, so that equal flags are equal text.
  package var stored: String {
    ProtectionFlag.allCases.filter(flags.contains).map(\.rawValue).joined(separator: ";")
  }

  /// 保护标记表 · Which field of whom is shown as usual to which roles; to all others it is masked or left out. A field
  /// that is not listed is not masked. Whoever undertakes the case must know whom to meet; everybody else asks for the
  /// whole data with a reason (``RevealPerson``).
  package static let table: [ProtectionFlag: [PersonalField: Set<Role>]] = [
    .minor: [
      .name: [.undertaker], .identityNumber: [.undertaker], .birthDate: [.undertaker], .phone: [.undertaker],
      .address: [.undertaker],
    ],
    .violence: [
      .name: [.undertaker], .identityNumber: [.undertaker], .birthDate: [.undertaker], .phone: [.undertaker],
      .address: [.undertaker],
    ],
    .military: [
      .name: [.undertaker], .identityNumber: [], .birthDate: [.undertaker], .phone: [.undertaker],
      .address: [],
    ],
  ]

  package func shows(_ field: PersonalField, to principal: Principal) -> Bool {
    flags.allSatisfy { Self.shows(field, under: $0, to: principal) }
  }

  /// 赵某某 where the flags mask it.
  package func name(_ name: String, to principal: Principal) -> String {
    shows(.name, to: principal) ? name : Format.mask(name: name)
  }

  /// A person as somebody may see him: the name masked, what else is masked absent.
  package func applied(to person: Person, for principal: Principal) -> Person {
    func kept<T>(_ field: PersonalField, _ value: T?) -> T? { shows(field, to: principal) ? value : nil }
    return Person(
      id: person.id, name: name(person.name, to: principal),
      identityNumber: kept(.identityNumber, person.identityNumber), sex: person.sex,
      birthOn: kept(.birthDate, person.birthOn), phone: kept(.phone, person.phone),
      address: kept(.address, person.address), township: person.township, groups: person.groups,
      protection: self, version: person.version)
  }

  /// The condition under which a person may be found by his name, or a part of it.
  package static func namesMaySearch(_ column: String, _ principal: Principal) -> SQL {
    let masking = ProtectionFlag.allCases.filter { !shows(.name, under: $0, to: principal) }
    return masking.isEmpty ? "1 = 1" : "\(raw: column) = ''"
  }

  /// The flags of whom the office knows by the number or the phone that stand hashed in a row: rather one too many.
  package static func known(by table: String) -> SQL {
    """
    COALESCE((SELECT p.protection FROM person p
      WHERE p.county = \(raw: table).county AND p.identity_hash = \(raw: table).identity_hash), '')
      || ';' || COALESCE((SELECT MAX(p.protection) FROM person p
        WHERE p.county = \(raw: table).county AND p.phone_hash = \(raw: table).phone_hash), '')
    """
  }

  private static func shows(_ field: PersonalField, under flag: ProtectionFlag, to principal: Principal) -> Bool {
    guard let seers = table[flag]?[field] else { return true }
    return principal.isSystem || !seers.isDisjoint(with: principal.roles)
  }
}

extension Person {
  /// What of a person may be shown to somebody.
  package func seen(by principal: Principal) -> Person { protection.applied(to: self, for: principal) }
}
