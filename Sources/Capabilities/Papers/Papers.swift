package import Kernel
import Localization
import Storage

/// 文书与印章 · Papers: what the office issues and what it is handed: decided in a transaction, made from its row alone,
/// sealed under a standing authorisation, verified by anybody.
package enum Papers {
  package static let capability = Capability(
    key: "papers", name: Text("文书与印章", "Papers and seals"), planItems: [10],
    migrations: PapersMigration.all,
    permissions: [.keepSeals, .addSeals, .viewPapers, .takeSignatures],
    jobs: [FinishPaper.handler], workItems: [waiting], checks: [PaperVerification.check],
    events: [
      "paper.sealed": Text("文书盖章", "Paper sealed"), "paper.finished": Text("文书制作", "Paper made"),
      "paper.signed": Text("屏幕签名", "Signed on the screen"),
      "seal.added": Text("登记印章", "Seal registered"), "seal.authorised": Text("开启用印授权", "Seal opened"),
      "seal.authorisationEnded": Text("结束用印授权", "Authorisation ended"),
    ])

  private static let waiting = WorkItemSource(key: "papers.waiting", permission: .keepSeals) {
    reader, principal, _ in
    let count = try PaperTable.waiting(principal.county, reader).count
    guard count > 0 else { return [] }
    return [
      WorkItem(
        title: Text("文书等待盖章", "Papers wait for the seal"), about: "",
        detail: Text("\(count) 份，请开启用印授权", "\(count): open the seal for their forms"), path: "/seals")
    ]
  }
}
