package import Kernel
import Localization
package import Web

/// 个人信息保护 · Privacy: records that nobody may find in ordinary work.
package enum Privacy {
  package static let capability = Capability(
    key: "privacy", name: Text("个人信息保护", "Privacy"), planItems: [6, 10],
    permissions: [.concealRecords, .openConcealed],
    panels: ConcealmentPanel.sources,
    events: [
      "matter.concealed": Text("封存或者限制记录", "Record concealed"),
      "matter.opened": Text("查阅封存的记录", "Concealed record opened"),
      "matter.concealmentLifted": Text("解除封存", "Concealment lifted"),
    ])

  package static func routes() -> [Route] { ConcealPage.routes + ConcealedRoutes.all }
}
