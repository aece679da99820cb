package import Kernel
import Localization
import Storage

/// 登记值班地点 · Records where duty lawyers sit. Refuses a name there is already.
package struct AddDutyPlace: Action {
  package static let permission = Permission.arrangeDuty
  private let kind: DutyPlaceKind
  private let name: String
  private let phone: String?
  private let document: String?

  package init(_ kind: DutyPlaceKind, name: String, phone: String? = nil, document: String? = nil) {
    self.kind = kind
    self.name = name
    self.phone = phone
    self.document = document
  }

  package func perform(in context: ActionContext) throws -> DutyPlaceID {
    guard try !DutyPlaceTable.all(context.county, context.tx).contains(where: { $0.name == name }) else {
      throw Refusal(
        "duty.placeTwice",
        Text("已经登记过这个值班地点，请在列表中选择它。", "This duty place is on record already: choose it from the list."),
        field: "name")
    }
    let id = DutyPlaceID()
    try DutyPlaceTable.insert(id, kind, name: name, phone: phone, document: document, in: context)
    context.record("duty.place", .dutyPlace(id), facts: ["kind": .text(kind.rawValue)])
    return id
  }
}
