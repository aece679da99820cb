package import Kernel
import Localization
import Storage
import WorkCalendar

/// 接收材料 · Takes in further papers and gives a new receipt F05. An application that waited for a supplement goes on,
/// and so does its clock: today is the last day that does not count (程序规定 2012, 12, 13). Refuses papers for an application that is decided or withdrawn, and none at all.
package struct HandInMaterials: Action {
  package static let permission = Permission.registerApplication
  private let id: ApplicationID
  private let materials: [MaterialHandedIn]
  /// 手机上传 · Sent from a telephone with an upload ticket, not taken in by the clerk himself.
  private let byPhone: Bool

  package init(_ id: ApplicationID, _ materials: [MaterialHandedIn], byPhone: Bool = false) {
    self.id = id
    self.materials = materials
    self.byPhone = byPhone
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    guard !materials.isEmpty else { throw Self.nothing }
    let state = try state(after: application, context.principal)
    let receipt = try context.takeNumber(.receipt, for: .application(id))
    if application.state == .needsSupplement { try supply(application, context) }
    try MaterialTable.insert(materials, of: id, in: context)
    try context.tx.run(
      """
      UPDATE aid_application SET state = \(state), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(id)
      """)
    try context.decideReceipt(application, materials, number: receipt)
    context.record(
      "application.materials", .application(id), rules: application.ruleSet,
      facts: [
        "receipt": .text(receipt), "materials": .list(materials.map { .text($0.code) }),
        "byPhone": .flag(byPhone),
      ])
    return Done()
  }

  private func state(after application: Application, _ principal: Principal) throws(Refusal) -> ApplicationState {
    if application.state.takesMaterials, application.state != .needsSupplement { return application.state }
    let step: ApplicationStep = application.acceptedOn == nil ? .supply : .resumeReview
    return try ApplicationLifecycle.table.next(step, from: application.state, by: principal)
  }

  private func supply(_ application: Application, _ context: ActionContext) throws {
    guard let supplement = try SupplementTable.of(id, context.tx) else { return }
    try SupplementTable.supplied(supplement.id, in: context)
    try context.resumeReview(application, source: supplement.id)
  }

  private static let nothing = Refusal(
    "application.noMaterials", Text("请至少选择一个文件。", "Choose at least one file."))
}
