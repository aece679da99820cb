package import Kernel
package import Storage
package import WorkCalendar

/// 人员 · Person: who; found by the keyed hash of the identity number. The number, the phone and the address stand in
/// the row encrypted; what a list shows of them is a mask.
package struct Person: Sendable {
  package let id: PersonID
  package let name: String
  package let identityNumber: String?
  package let sex: Sex?
  package let birthOn: Day?
  package let phone: String?
  package let address: String?
  package let township: String?
  package let groups: [GroupCode]
  package let protection: Protection
  package let version: Int
}

/// 人员资料 · What is told about a person; nil leaves what is known as it is.
package struct PersonTold: Sendable {
  package var name: String
  package var identityNumber: String?
  package var sex: Sex?
  package var birthOn: Day?
  package var phone: String?
  package var address: String?
  package var township: String?
  package var groups: [GroupCode]

  package init(
    name: String, identityNumber: String? = nil, sex: Sex? = nil, birthOn: Day? = nil, phone: String? = nil,
    address: String? = nil, township: String? = nil, groups: [GroupCode] = []
  ) {
    self.name = name
    self.identityNumber = identityNumber.map(Normalise.identityNumber)
    self.sex = sex
    self.birthOn = birthOn
    self.phone = phone
    self.address = address
    self.township = township
    self.groups = groups
  }

  func evident(on day: Day) -> Set<ProtectionFlag> {
    .init(ProtectionFlag.evident(groups: groups, birthOn: birthOn, on: day))
  }
}

package enum PersonTable {
  static let columns: SQL =
    """
    id, name, identity_sealed, sex, birth_on, phone_sealed, address_sealed, township, groups, protection, version
    """

  package static func of(
    _ id: PersonID, in county: CountyID, _ keys: KeyRing, _ reader: any Reader
  ) throws -> Person {
    guard let row = try reader.row("SELECT \(columns) FROM person WHERE id = \(id) AND county = \(county)") else {
      throw Refusal.notFound
    }
    return try person(row, keys)
  }

  /// Many at once; who is not of this county is left out.
  package static func of(
    _ ids: Set<PersonID>, in county: CountyID, _ keys: KeyRing, _ reader: any Reader
  ) throws -> [PersonID: Person] {
    let people = try reader.rows(
      "SELECT \(columns) FROM person WHERE county = \(county) AND id IN \(list: ids.sorted()) ORDER BY id"
    ).map { try person($0, keys) }
    return Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
  }

  package static func byIdentity(
    _ number: String, in county: CountyID, _ keys: KeyRing, _ reader: any Reader
  ) throws -> PersonID? {
    try reader.value(
      "SELECT id FROM person WHERE county = \(county) AND identity_hash = \(identityHash(number, keys))")
  }

  /// Who the office knows by that identity number or that phone, the newest first.
  package static func known(
    identityNumber: String, phone: String, in county: CountyID, _ keys: KeyRing, _ reader: any Reader
  ) throws -> [PersonID] {
    let identity = identityNumber.isEmpty ? nil : identityHash(identityNumber, keys)
    let phone = phone.isEmpty ? nil : phoneHash(phone, keys)
    guard identity != nil || phone != nil else { return [] }
    return try reader.rows(
      """
      SELECT id FROM person WHERE county = \(county) AND merged_into IS NULL AND (identity_hash = \(identity) OR phone_hash = \(phone))
      ORDER BY id DESC LIMIT 5
      """
    ).map { try $0.get("id") }
  }

  /// Finds the person by identity number and adds what is newly told, or records a new one. Without a number each
  /// telling is its own person, unless it is `known` who tells.
  package static func save(
    _ told: PersonTold, known: PersonID? = nil, in context: ActionContext
  ) throws -> PersonID {
    let found = try told.identityNumber.map {
      try byIdentity($0, in: context.county, context.keys, context.tx)
    }
    if let known = found ?? known {
      try update(known, told, context)
      return known
    }
    return try insert(told, context)
  }

  private static func insert(_ told: PersonTold, _ context: ActionContext) throws -> PersonID {
    let id = PersonID()
    let sealed = try seal(told, id, context.keys)
    try context.tx.run(
      """
      INSERT INTO person (id, county, name, identity_sealed, identity_hash, sex, birth_on, phone_sealed, phone_hash,
        address_sealed, township, groups, protection, version, last_event)
      VALUES (\(id), \(context.county), \(told.name), \(sealed.identity),
        \(told.identityNumber.map { identityHash($0, context.keys) }), \(told.sex), \(told.birthOn), \(sealed.phone),
        \(told.phone.map { phoneHash($0, context.keys) }), \(sealed.address), \(told.township),
        \(GroupCode.joined(told.groups)), \(Protection(told.evident(on: context.today)).stored), 1,
        \(context.eventNumber))
      """)
    return id
  }

  private static func update(_ id: PersonID, _ told: PersonTold, _ context: ActionContext) throws {
    let known = try of(id, in: context.county, context.keys, context.tx)
    let sealed = try seal(told, id, context.keys)
    let protection = Protection(known.protection.flags.union(told.evident(on: context.today)))
    let groups = known.groups + told.groups.filter { !known.groups.contains($0) }
    try context.tx.run(
      """
      UPDATE person SET name = \(told.name), sex = COALESCE(\(told.sex), sex),
        birth_on = COALESCE(\(told.birthOn), birth_on), phone_sealed = COALESCE(\(sealed.phone), phone_sealed),
        phone_hash = COALESCE(\(told.phone.map { phoneHash($0, context.keys) }), phone_hash),
        address_sealed = COALESCE(\(sealed.address), address_sealed),
        township = COALESCE(\(told.township), township), groups = \(GroupCode.joined(groups)),
        protection = \(protection.stored), version = version + 1,
        last_event = \(context.eventNumber) WHERE id = \(id)
      """)
  }

  /// 更正 · Sets what was found to be wrong; what is nil stays. Another identity number than somebody else's is the caller's
  /// to see to.
  static func correct(_ id: PersonID, _ right: PersonCorrection, in context: ActionContext) throws {
    let keys = context.keys
    func sealed(_ value: String?, _ column: String) throws -> [UInt8]? {
      try value.map { try keys.seal($0, as: place(column, id)) }
    }
    try context.tx.run(
      """
      UPDATE person SET name = COALESCE(\(right.name), name), birth_on = COALESCE(\(right.birthOn), birth_on),
        identity_sealed = COALESCE(\(sealed(right.identityNumber, "identity_sealed")), identity_sealed),
        identity_hash = COALESCE(\(right.identityNumber.map { identityHash($0, keys) }), identity_hash),
        phone_sealed = COALESCE(\(sealed(right.phone, "phone_sealed")), phone_sealed),
        phone_hash = COALESCE(\(right.phone.map { phoneHash($0, keys) }), phone_hash),
        address_sealed = COALESCE(\(sealed(right.address, "address_sealed")), address_sealed),
        version = version + 1, last_event = \(context.eventNumber) WHERE id = \(id) AND county = \(context.county)
      """)
  }

  static func protect(_ id: PersonID, _ protection: Protection, in context: ActionContext) throws {
    try context.tx.run(
      """
      UPDATE person SET protection = \(protection.stored), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(id) AND county = \(context.county)
      """)
  }

  /// What happened to a person's own record, newest first; also the exports of lists in which it stood whole.
  static func events(_ id: PersonID, in county: CountyID, _ reader: any Reader) throws -> [Event] {
    try reader.rows(
      """
      SELECT \(Event.columns) FROM event WHERE county = \(county) AND (subject_kind = 'person' AND subject_id = \(id)
        OR kind = 'person.exported' AND number IN (SELECT event_number FROM event_subject
          WHERE county = \(county) AND subject_kind = 'person' AND subject_id = \(id)))
      ORDER BY number DESC LIMIT 100
      """
    ).map(Event.init)
  }

  private static func seal(
    _ told: PersonTold, _ id: PersonID, _ keys: KeyRing
  ) throws -> (identity: [UInt8]?, phone: [UInt8]?, address: [UInt8]?) {
    (
      try told.identityNumber.map { try keys.seal($0, as: place("identity_sealed", id)) },
      try told.phone.map { try keys.seal($0, as: place("phone_sealed", id)) },
      try told.address.map { try keys.seal($0, as: place("address_sealed", id)) }
    )
  }

  static func person(_ row: Row, _ keys: KeyRing) throws -> Person {
    let id: PersonID = try row.get("id")
    func open(_ column: String) throws -> String? {
      try row.get(column, as: [UInt8]?.self).map { try keys.open($0, as: place(column, id)) }
    }
    return Person(
      id: id, name: try row.get("name"), identityNumber: try open("identity_sealed"), sex: try row.get("sex"),
      birthOn: try row.get("birth_on"), phone: try open("phone_sealed"), address: try open("address_sealed"),
      township: try row.get("township"), groups: GroupCode.split(try row.get("groups")),
      protection: try Protection(row), version: try row.get("version"))
  }

  static func place(_ column: String, _ id: PersonID) -> FieldPlace {
    FieldPlace("person", column, id.uuid)
  }

  /// The keyed hash by which an identity number is found, here and in other records.
  package static func identityHash(_ number: String, _ keys: KeyRing) -> [UInt8] {
    keys.lookupHash("identity|" + Normalise.identityNumber(number))
  }

  package static func phoneHash(_ number: String, _ keys: KeyRing) -> [UInt8] {
    keys.lookupHash("phone|" + Normalise.phone(number))
  }
}
