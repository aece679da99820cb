import Consultations
import Kernel
import Localization
import Storage
import Web

/// 申请面板 · Intake panels: what became of a consultation, or the way to make it an application.
enum IntakePanels {
  static let all = [
    PanelSource(key: "intake.consultation", on: "consultation", permission: .registerApplication) {
      reader, principal, subject in
      let it = try ConsultationTable.one(ConsultationID(subject.id), for: principal, reader)
      return Panel(Text("法律援助申请", "Application for legal aid"), [try line(it, principal, reader)])
    }
  ]

  private static func line(
    _ it: Consultation, _ principal: Principal, _ reader: any Reader
  ) throws -> Panel.Line {
    guard let id = it.application else {
      return Panel.Line(
        Text("需要申请的", "To apply"), Text("转为申请，已填内容自动带入", "Make it an application: what was told is filled in"),
        path: "\(CounterPage.path)?\(CounterFrom.consultationField)=\(it.id)")
    }
    if try !ApplicationTable.isSeen(id, by: principal, reader), try !ForwardingTable.of(id, reader).isEmpty {
      return Panel.Line(
        Text("已转为申请", "Became an application"), Text("已由其他机构办理", "Handled by another office"),
        path: ApplicationPaths.forwarded)
    }
    return Panel.Line(
      Text("已转为申请", "Became an application"), Text("查看申请", "See the application"), path: ApplicationPaths.page(id))
  }
}
