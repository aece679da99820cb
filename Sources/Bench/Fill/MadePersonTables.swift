import Intake
import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 人员与事项的表 · Made person tables: the person with the encrypted columns, the matter and its parties.
struct MadePersonTables {
  private let context: ActionContext
  private var people = BulkInsert(
    """
    person (id, county, name, identity_sealed, identity_hash, sex, birth_on, phone_sealed, phone_hash, address_sealed,
      township, groups, protection, version, last_event)
    """)
  private var matters = BulkInsert("matter (id, county, recipient, cause, opened_on, last_event)")
  private var parties = BulkInsert("party (id, county, matter, person, role, name, near, last_event)")

  init(_ context: ActionContext) { self.context = context }

  mutating func add(_ request: MadeRequest) throws -> (PersonID, MatterID) {
    let (id, matter, told, event) = (PersonID(), MatterID(), request.person, context.eventNumber)
    let protection = Protection(
      ProtectionFlag.evident(groups: told.groups, birthOn: told.birthOn, on: request.days.received))
    try people.add(
      """
      (\(id), \(context.county), \(told.name), \(sealed(told.identityNumber, "identity_sealed", id)),
        \(told.identityNumber.map { PersonTable.identityHash($0, context.keys) }), \(told.sex), \(told.birthOn),
        \(sealed(told.phone, "phone_sealed", id)), \(told.phone.map { PersonTable.phoneHash($0, context.keys) }),
        \(sealed(told.address, "address_sealed", id)), \(told.township), \(GroupCode.joined(told.groups)),
        \(protection.stored), 1, \(event))
      """)
    matters.add(
      "(\(matter), \(context.county), \(id), \(request.dispute.cause), \(request.days.received), \(event))")
    parties.add(
      """
      (\(PartyID()), \(context.county), \(matter), \(id), \(PartyRole.recipient), \(told.name),
        \(NearName(told.name).sound), \(event))
      """)
    if !request.opposing.isEmpty {
      parties.add(
        """
        (\(PartyID()), \(context.county), \(matter), \(PersonID?.none), \(PartyRole.opposing), \(request.opposing),
          \(NearName(request.opposing).sound), \(event))
        """)
    }
    return (id, matter)
  }

  func write() throws -> Int {
    try people.write(context.tx) + matters.write(context.tx) + parties.write(context.tx)
  }

  private func sealed(_ value: String?, _ column: String, _ id: PersonID) throws -> [UInt8]? {
    try value.map { try context.keys.seal($0, as: FieldPlace("person", column, id.uuid)) }
  }
}
