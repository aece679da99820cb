package import Kernel
package import Localization
package import Markup
import Storage
package import Web

/// 完整数据列 · Whole people: the columns that an export with a reason adds to those of a list, and what stands in them.
/// Whoever is protected stays masked as on the own page, and the row says so.
package struct WholePeople: Sendable {
  /// What is added; the name stands in the list already.
  static let fields: [PersonalField] = [.identityNumber, .phone, .address]

  /// As a list is looked at: nothing is added.
  package static let none = WholePeople(people: nil, principal: nil)

  private let people: [PersonID: Person]?
  private let principal: Principal?

  static func load(
    _ ids: [PersonID], for principal: Principal, _ keys: KeyRing, _ reader: any Reader
  ) throws -> WholePeople {
    WholePeople(
      people: try PersonTable.of(Set(ids), in: principal.county, keys, reader), principal: principal)
  }

  /// Those of whom a number, a phone or an address is whole in the file.
  var whole: [PersonID] {
    (people ?? [:]).filter { _, person in Self.fields.contains { seen($0, of: person) != nil } }.keys.sorted()
  }

  package func caption(_ list: Text) -> Text {
    people == nil ? list : Text("\(list.zh)（完整数据）", "\(list.en) (whole data)")
  }

  package var columns: [Column] {
    people == nil ? [] : Self.fields.map { Column($0.name) } + [Column(Text("备注", "Remark"))]
  }

  package func cells(_ id: PersonID, in language: Language) -> [HTML] {
    guard let people else { return [] }
    guard let person = people[id] else { return Self.fields.map { _ in .text("—") } + [.text("—")] }
    let isWhole = ([.name] + Self.fields).allSatisfy { shows($0, of: person) }
    return Self.fields.map { .text(seen($0, of: person) ?? "—") }
      + [.text(isWhole ? "—" : PersonPage.partlyProtected[language])]
  }

  private func seen(_ field: PersonalField, of person: Person) -> String? {
    shows(field, of: person) ? person.value(field) : nil
  }

  private func shows(_ field: PersonalField, of person: Person) -> Bool {
    principal.map { person.protection.shows(field, to: $0) } ?? false
  }
}
