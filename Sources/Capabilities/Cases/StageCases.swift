import Intake
import Kernel
import Localization
import Registry
import Storage
import Web

/// 同一事项的案件 · Stage cases: each stage of a matter is a case with a dossier of its own, and each shows the others
/// (程序规定 2012, 35, 36; AT-12.4). A closed one leads to the application for the stage after it.
enum StageCases {
  static let panel = PanelSource(key: "cases.stages", on: "case", permission: .viewCases) {
    reader, principal, subject in
    let found = try CaseTable.one(CaseID(subject.id), for: principal, reader)
    let others = try CaseTable.of(found.matter, for: principal, reader).filter { $0.id != found.id }
    let lines = others.map(line) + next(found, principal)
    return lines.isEmpty ? nil : Panel(Text("同一事项的案件", "Cases of the same matter"), lines)
  }

  private static func line(_ other: AidCase) -> Panel.Line {
    let state = other.state.name
    let who = other.undertaker == nil ? other.number : "\(other.number) \(other.undertakerNames)"
    return Panel.Line(
      other.stage?.name ?? other.form.name, Text("\(who)（\(state.zh)）", "\(who) (\(state.en))"),
      path: CasePaths.page.path(other.id))
  }

  private static func next(_ found: AidCase, _ principal: Principal) -> [Panel.Line] {
    guard let application = found.application, found.closedOn != nil, principal.holds(.registerApplication) else {
      return []
    }
    return [
      Panel.Line(
        Text("下一阶段", "Next stage"), Text("申请，已填内容自动带入", "Apply: what is known is filled in"),
        path: "/applications/new?after=\(application)")
    ]
  }
}
