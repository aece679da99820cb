package import Kernel
import Localization
package import WorkCalendar

/// 新增机构 · Adds an agency to the county's tree. A station at a military unit is named by the unit's code alone.
package struct AddAgency: Action {
  package static let permission = Permission.manageAgencies
  package let kind: AgencyKind
  package let name: String
  package let parent: AgencyID
  package let township: String?
  package let address: String?
  package let phone: String?
  package let unitCode: String?

  package init(
    kind: AgencyKind, name: String, parent: AgencyID, township: String? = nil, address: String? = nil,
    phone: String? = nil, unitCode: String? = nil
  ) {
    self.unitCode = unitCode
    self.kind = kind
    self.name = name
    self.parent = parent
    self.township = township
    self.address = address
    self.phone = phone
  }

  package func perform(in context: ActionContext) throws -> AgencyID {
    if try AgencyTable.named(name, kind, in: context.county, context.tx) != nil {
      throw Refusal(
        "agency.exists", Text("已有同名机构，请核对名称。", "An agency of this name exists already, check the name."),
        field: "name")
    }
    try Refusals.check(
      AgencyTable.refusals(kind, unitCode: unitCode, name: name, township: township, address: address))
    let id = try AgencyTable.insert(
      kind, name: name, parent: parent, township: township, address: address, phone: phone,
      unitCode: unitCode, in: context)
    context.record("agency.added", .agency(id), facts: ["kind": .text(kind.rawValue), "name": .text(name)])
    return id
  }
}

/// 登记法律援助人员 · Adds a legal aid person to a unit, with licence dates and specialties.
package struct AddLegalAidPerson: Action {
  package static let permission = Permission.manageAgencies
  package let name: String
  package let kind: UndertakerKind
  package let unit: AgencyID
  package let user: UserID?
  package let licenceNumber: String?
  package let firstLicensedOn: Day?
  package let licenceValidTo: Day?
  package let specialties: [String]

  package init(
    name: String, kind: UndertakerKind, unit: AgencyID, user: UserID? = nil, licenceNumber: String? = nil,
    firstLicensedOn: Day? = nil, licenceValidTo: Day? = nil, specialties: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.user = user
    self.licenceNumber = licenceNumber
    self.firstLicensedOn = firstLicensedOn
    self.licenceValidTo = licenceValidTo
    self.specialties = specialties
  }

  package func perform(in context: ActionContext) throws -> LegalAidPersonID {
    let unit = try AgencyTable.of(unit, in: context.county, context.tx)
    let id = try LegalAidPersonTable.insert(
      name: name, kind: kind, unit: unit.id, user: user, licenceNumber: licenceNumber,
      firstLicensedOn: firstLicensedOn, licenceValidTo: licenceValidTo, specialties: specialties, in: context)
    context.record(
      "legalAidPerson.added", .agency(unit.id), facts: ["person": .id(id), "kind": .text(kind.rawValue)])
    return id
  }
}
