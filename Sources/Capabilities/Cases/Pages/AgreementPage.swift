import Localization
import Markup
import Web

/// 制作委托协议页 · Makes the agreement to be printed, before it is signed.
enum AgreementPage {
  static let page = StepPage(
    path: .agreement, permission: .handleCases, title: Text("制作委托协议", "Make the agreement"),
    effect: Text(
      "按案件内容制作委托协议，在案件的“文书”中打印；双方签字盖章后扫描上传。重新制作的，原协议作废。",
      "The agreement is made from the case and printed from its papers; once both have signed, its scan is uploaded. Made again, the earlier one is revoked."
    ),
    load: { _, _, _ in },
    content: { found, _, form in
      .fragment {
        form(field(found), or: Authority.general.rawValue)
        form.submit(Text("制作协议", "Make it"))
      }
    },
    send: { id, request in
      let authority = try request.read { $0.requiredChoice("authority", label, Authority.self) }
      try await request.run(MakeAgreement(aidCase: id, authority: authority))
    }, isOpen: { found, _, _ in MakeAgreement.isOpen(found) })

  private static let label = Text("代理权限", "Scope of authority")

  private static func field(_ found: AidCase) -> Field {
    let offered = found.isDefence ? [Authority.general] : Authority.allCases
    return Field(
      "authority", label,
      .radios(offered.map { Choice($0.rawValue, $0.name) }),
      hint: Text(
        "特别授权包括承认、放弃、变更请求，和解，反诉和上诉。",
        "The special one covers admitting, waiving and changing claims, settling, counterclaims and appeals."))
  }
}
