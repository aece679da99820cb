package import Kernel
import Localization
import Storage
import WorkCalendar

/// 文书与印章 · Papers: what the office issues and what it is handed: decided in a transaction, made from its row alone,
/// sealed under a standing authorisation, verified by anybody.
package enum Papers {
  package static let capability = Capability(
    key: "papers", name: Text("文书与印章", "Papers and seals"), planItems: [10],
    migrations: PapersMigration.all,
    permissions: [.keepSeals, .addSeals, .viewPapers, .editWordings, .takeSignatures],
    jobs: [FinishPaper.handler], workItems: [waiting, certificates],
    reactions: [BorneNumber.guarding], checks: [PaperVerification.check],
    events: [
      "paper.sealed": Text("文书盖章", "Paper sealed"), "paper.finished": Text("文书制作", "Paper made"),
      "paper.signed": Text("屏幕签名", "Signed on the screen"),
      "seal.added": Text("登记印章", "Seal registered"), "seal.authorised": Text("开启用印授权", "Seal opened"),
      "seal.authorisationEnded": Text("结束用印授权", "Authorisation ended"),
      "wording.changed": Text("修改文书措辞", "Wording changed"),
      "wording.reset": Text("恢复默认措辞", "Wording back to the default"),
      "seal.affixed": Text("逐份用印", "Seal affixed by hand"),
      "seal.impressionUploaded": Text("上传印模", "Impression uploaded"),
      "seal.impressionUsed": Text("启用印模", "Impression put in use"),
      "seal.impressionEnded": Text("停用印模", "Impression ended"),
      "seal.certificateUploaded": Text("上传印章证书", "Seal certificate uploaded"),
      "seal.certificateEnded": Text("停用印章证书", "Seal certificate ended"),
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

  private static let certificates = WorkItemSource(key: "papers.certificates", permission: .keepSeals) {
    reader, principal, today in
    try SealTable.all(principal.county, reader).filter { $0.keeper == principal.user }.compactMap { seal in
      guard let one = try SealCertificateTable.all(of: [seal.id], reader).first(where: { $0.endedAt == nil }),
        one.isNearItsEnd(on: today)
      else { return nil }
      let day = one.validTo.day
      return WorkItem(
        title: Text("印章证书将要过期", "The seal's certificate runs out"), about: "",
        detail: Text(
          "有效期至\(Format.day(day, .zh))，请换发后上传", "Valid to \(Format.day(day, .en)): have it renewed and upload it"),
        path: "/seals/\(seal.id)/certificate")
    }
  }
}
