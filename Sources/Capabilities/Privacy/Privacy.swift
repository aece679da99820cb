package import Kernel
import Localization
package import Web

/// 个人信息保护 · Privacy: records that nobody may find in ordinary work, and what people ask about their own data.
package enum Privacy {
  package static let capability = Capability(
    key: "privacy", name: Text("个人信息保护", "Privacy"), planItems: [6, 10], migrations: PrivacyMigration.all,
    permissions: [.concealRecords, .openConcealed, .recordPersonalRequests, .answerPersonalRequests],
    lifecycles: [PersonalRequestLifecycle.table.table], rules: [PersonalRequestRule.entry],
    limits: [PersonalRequestLimit.answer], forms: PersonalRequestForm.all,
    panels: ConcealmentPanel.sources + [PersonalRequestWork.panel], workItems: PersonalRequestWork.sources,
    numbers: [.personalRequest], personalData: [PersonalRequestData.source],
    personLinks: [PersonLink("personal_request", "person")],
    events: PersonalRequests.events.merging([
      "matter.concealed": Text("封存或者限制记录", "Record concealed"),
      "matter.opened": Text("查阅封存的记录", "Concealed record opened"),
      "matter.concealmentLifted": Text("解除封存", "Concealment lifted"),
    ]) { own, _ in own })

  /// `data`: what every capability holds about a person; `links`: every column that names one.
  package static func routes(data: [PersonalDataSource], links: [PersonLink]) -> [Route] {
    ConcealPage.routes + ConcealedRoutes.all + PersonalRequests.routes(data, links)
  }
}
