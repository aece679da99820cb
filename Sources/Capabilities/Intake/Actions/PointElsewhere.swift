package import Kernel
import Localization
import Storage

/// 告知管辖 · Does not accept an application that belongs to another centre, and says which one, or which department, is
/// to be asked, with a note to take there (程序规定 2012, 8; 法律援助法 38). It is no refusal of aid. Refuses to do so without naming a place.
package struct PointElsewhere: Action {
  package static let permission = Permission.acceptApplication
  private let id: ApplicationID
  private let place: String
  private let reason: String

  package init(_ id: ApplicationID, to place: String, reason: String) {
    self.id = id
    self.place = place
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    let state = try ApplicationLifecycle.table.next(.pointElsewhere, from: application.state, by: context.principal)
    guard !place.isEmpty, !reason.isEmpty else { throw Self.placeMissing }
    try StepNoteTable.insert(.elsewhere, "\(place)。\(reason)", of: id, in: context)
    try context.end(application, state)
    try context.decideReferral(application, to: place, reason: reason)
    context.record(
      "application.notAccepted", .application(id), rules: application.ruleSet,
      basis: [application.ruleSet < .rs2022 ? .p12("8") : .lal("38")])
    return Done()
  }

  private static let placeMissing = Refusal(
    "application.placeMissing",
    Text("请告知应当向哪个机构申请，并说明理由。", "Say which office is to be asked, and why."), field: "place")
}
