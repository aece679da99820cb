package import Kernel
import Localization
import Storage
import WorkCalendar

/// 修改机构 · Corrects an agency's name, township, address and telephone. Refuses a name that another of its kind has, and a
/// change by somebody else meanwhile.
package struct EditAgency: Action {
  package static let permission = Permission.manageAgencies
  private let agency: AgencyID
  private let name: String
  private let township: String?
  private let address: String?
  private let phone: String?
  private let unitCode: String?

  package init(
    _ agency: AgencyID, name: String, township: String?, address: String?, phone: String?, unitCode: String? = nil
  ) {
    self.unitCode = unitCode
    self.agency = agency
    self.name = name
    self.township = township
    self.address = address
    self.phone = phone
  }

  package func perform(in context: ActionContext) throws -> Done {
    let known = try AgencyTable.of(agency, in: context.county, context.tx)
    try context.requireVersion(known.version)
    if let other = try AgencyTable.named(name, known.kind, in: context.county, context.tx), other.id != agency {
      throw Refusal(
        "agency.exists", Text("已有同名机构，请核对名称。", "An agency of this name exists already, check the name."),
        field: "name")
    }
    try Refusals.check(
      AgencyTable.refusals(known.kind, unitCode: unitCode, name: name, township: township, address: address))
    try context.tx.run(
      """
      UPDATE agency SET name = \(name), township = \(township), address = \(address), phone = \(phone),
        unit_code = \(unitCode), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(agency) AND county = \(context.county)
      """)
    context.record("agency.edited", .agency(agency), facts: ["name": .text(name)])
    return Done()
  }
}

/// 停用、恢复机构 · Closes an agency or opens it again. Closing is refused, all reasons at once, while agencies below it,
/// legal aid persons, roles or open business still hang on it; a county's bureau and centre stay.
package struct SetAgencyActive: Action {
  package static let permission = Permission.manageAgencies
  /// The step that other capabilities may hold up.
  package static let closing = "agency.close"
  private let agency: AgencyID
  private let isActive: Bool

  package init(_ agency: AgencyID, _ isActive: Bool) {
    self.agency = agency
    self.isActive = isActive
  }

  package func perform(in context: ActionContext) throws -> Done {
    let known = try AgencyTable.of(agency, in: context.county, context.tx)
    if !isActive {
      try Refusals.check(refusals(known, context))
      try context.passGates(Self.closing, .agency(agency))
    }
    try context.tx.run(
      """
      UPDATE agency SET is_active = \(isActive), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(agency) AND county = \(context.county)
      """)
    context.record(isActive ? "agency.opened" : "agency.closed", .agency(agency))
    return Done()
  }

  private func refusals(_ known: Agency, _ context: ActionContext) throws -> [Refusal] {
    if [.bureau, .centre].contains(known.kind) {
      return [Refusal("agency.only", Text("本县只有这一个，不能停用。", "The county has only this one: it stays."))]
    }
    let below = try AgencyTable.all(context.county, context.tx).filter { $0.parent == agency && $0.isActive }
    let people = try LegalAidPersonTable.of(agency, in: context.county, context.tx)
    let holders = try AgencyTable.holders(agency, on: context.today, in: context.county, context.tx)
    return [
      below.isEmpty
        ? nil
        : Refusal(
          "agency.below",
          Text(
            "还有下级机构：\(names(below.map(\.name), .zh))。", "Agencies stand below it: \(names(below.map(\.name), .en))."
          )),
      people.isEmpty
        ? nil
        : Refusal(
          "agency.people",
          Text(
            "还有法律援助人员：\(names(people.map(\.name), .zh))，请先停用。",
            "Legal aid persons belong to it: \(names(people.map(\.name), .en)). Take them off the list first.")),
      holders.isEmpty
        ? nil
        : Refusal(
          "agency.roles",
          Text(
            "还有人在此任职：\(names(holders, .zh))，请先结束岗位。",
            "People hold roles there: \(names(holders, .en)). End the roles first.")),
    ].compactMap(\.self)
  }

  private func names(_ all: [String], _ language: Language) -> String { Format.list(all, language) }
}
