package import Localization
package import Storage
package import WorkCalendar

/// 自述人 · Told person: somebody of whom the office may have no record of his own: the keyed hashes of the identity number
/// and the phone he told, and the protection flags that what he told makes evident.
package struct ToldPerson: Sendable {
  package let identityHash: [UInt8]?
  package let phoneHash: [UInt8]?
  package let protection: String

  package init(identityHash: [UInt8]?, phoneHash: [UInt8]?, protection: String) {
    self.identityHash = identityHash
    self.phoneHash = phoneHash
    self.protection = protection
  }
}

/// 检索条目 · Search entry: what one record is found by, and what is shown of it. Identity numbers, phones and addresses
/// never stand here: they are looked up by their keyed hash.
package struct SearchEntry: Sendable {
  package let id: UUIDv7
  package let number: String
  /// Whom it is about; shown masked.
  package let name: String
  package let about: String
  package let person: PersonID?
  /// In place of `person`, where nobody was registered.
  package let told: ToldPerson?
  /// The matter it belongs to, so that a concealed one is found by nobody; nil: it belongs to none.
  package let matter: MatterID?
  /// Names one may also type in pinyin, whole or by initials, beside `name`.
  package let names: [String]
  /// Whatever else is found: other numbers, the cause, places.
  package let words: [String]
  package let state: Text
  /// False once nothing more is to be done with it.
  package let isOpen: Bool
  package let recordedOn: Day
  package let origin: AgencyID
  package let owner: AgencyID
  package let unit: AgencyID?
  package let undertaker: LegalAidPersonID?

  package init(
    id: UUIDv7, number: String, name: String, about: String, person: PersonID? = nil, told: ToldPerson? = nil,
    matter: MatterID?, names: [String] = [], words: [String],
    state: Text, isOpen: Bool, recordedOn: Day, origin: AgencyID, owner: AgencyID, unit: AgencyID? = nil,
    undertaker: LegalAidPersonID? = nil
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.about = about
    self.person = person
    self.told = told
    self.matter = matter
    self.names = names
    self.words = words
    self.state = state
    self.isOpen = isOpen
    self.recordedOn = recordedOn
    self.origin = origin
    self.owner = owner
    self.unit = unit
    self.undertaker = undertaker
  }

  /// What it is found by: `open` by anybody, `whole` where the name is not protected: the same, and the name.
  var texts: (open: String, whole: String) {
    let open = Self.joined([number] + words + names.flatMap(Self.typed))
    return (open, Self.joined([open] + Self.typed(name)))
  }

  private static func typed(_ name: String) -> [String] {
    let pinyin = Pinyin.both(name)
    return [name, pinyin.whole, pinyin.initials]
  }

  private static func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ") }
}

/// 检索来源 · Search source: what a capability adds to the one search box: which of its records, found by what. After
/// every action the records its event names are read again, in the same transaction.
package struct SearchSource: Sendable {
  /// The subject kind of its records.
  package let kind: String
  package let name: Text
  package let permission: Permission
  package let path: @Sendable (UUIDv7) -> String
  /// All of a county's ids in no order, for building the index anew: sorted, even the first of them would cost them all.
  package let ids: @Sendable (CountyID) -> SQL
  /// Some of them by their ids, which are the county's already: to name it beside hundreds of keys would have SQLite read
  /// the whole county.
  package let entries: @Sendable (any Reader, KeyRing, CountyID, [UUIDv7]) throws -> [SearchEntry]

  package init(
    kind: String, name: Text, permission: Permission, path: @escaping @Sendable (UUIDv7) -> String,
    ids: @escaping @Sendable (CountyID) -> SQL,
    entries: @escaping @Sendable (any Reader, KeyRing, CountyID, [UUIDv7]) throws -> [SearchEntry]
  ) {
    self.kind = kind
    self.name = name
    self.permission = permission
    self.path = path
    self.ids = ids
    self.entries = entries
  }
}
