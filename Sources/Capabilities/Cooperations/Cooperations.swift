import Cases
import Intake
package import Kernel
import Localization
import Storage
package import Web
import WorkCalendar

/// 异地协作 · Cooperations: what centres ask of each other, out and in.
package enum Cooperations {
  package static let capability = Capability(
    key: "cooperations", name: Text("异地协作", "Cross-region cooperation"), planItems: [1, 10],
    migrations: CooperationMigration.all, permissions: [.requestCooperation, .manageCooperation, .viewCooperation],
    lifecycles: [CooperationLifecycle.table.table], rules: CooperationRules.all, limits: CooperationRules.limits,
    forms: CooperationForms.all, panels: [panel], workItems: [work],
    events: [
      "cooperation.requested": Text("报告需要异地协作", "Cooperation asked for"),
      "cooperation.received": Text("登记外地来函", "Letter of another centre registered"),
      "cooperation.sent": Text("发出协作函", "Letter of cooperation sent"),
      "cooperation.handled": Text("安排协作人员", "Said who does it"),
      "cooperation.answered": Text("登记协作答复", "Cooperation answered"),
      "cooperation.declined": Text("不能协作", "Cooperation declined"),
      "cooperation.closed": Text("办结协作", "Cooperation closed"),
    ])

  package static func routes() -> [Route] { CooperationRoutes.all() }

  /// On a case's page: what was asked of other centres for it, and the way to ask.
  private static let panel = PanelSource(key: "cooperations", on: "case", permission: .viewCases) {
    reader, principal, subject in
    let found = try CaseTable.one(CaseID(subject.id), for: principal, reader)
    var lines = try CooperationTable.of(found.id, reader).map { it in
      Panel.Line(
        .same(it.other), Text("\(it.item.name.zh)，\(it.state.name.zh)", "\(it.item.name.en), \(it.state.name.en)"),
        path: principal.holds(.viewCooperation) ? CooperationPaths.page(it.id) : nil)
    }
    if principal.holds(.requestCooperation), found.state.isActive, found.undertaker != nil {
      lines.append(
        Panel.Line(Text("可以办理", "Next"), RequestPage.title, path: CooperationPaths.request(found.id)))
    }
    return lines.isEmpty ? nil : Panel(CooperationListPage.title, lines)
  }

  private static let work = WorkItemSource(key: "cooperations.open", permission: .manageCooperation) {
    reader, principal, _ in
    try CooperationList.waiting(for: principal, reader).map { line in
      let it = line.it
      return WorkItem(
        title: it.state == .drafted ? CooperationStep.send.name : Text("办理外地来函", "Do what another centre asks"),
        about: it.cause, detail: .same(it.other), number: it.theirNumber ?? it.number, dueOn: line.dueOn,
        limitKey: line.dueOn == nil ? nil : CooperationRules.answer.key, path: CooperationPaths.page(it.id))
    }
  }
}
