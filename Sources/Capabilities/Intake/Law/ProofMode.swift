package import Kernel
package import Localization

/// 证明方式 · Proof mode: how hardship is shown. The stamped certificate of the rules of 2012 gave way to one's own
/// statement with an honesty declaration (法律援助法 41); since the rules of 2023 no certificate may be asked for.
package enum ProofMode: String, Sendable, Hashable, CaseIterable, Codable {
  case stampedCertificate, certificateHeld, sharedDataQuery, honestyDeclaration, organNotice, onlineECertificate

  package var name: Text {
    switch self {
    case .stampedCertificate: Text("盖章的经济状况证明", "Stamped economic certificate")
    case .certificateHeld: Text("持有的证件", "Certificate held")
    case .sharedDataQuery: Text("信息共享查询", "Data-sharing query")
    case .honestyDeclaration: Text("个人诚信承诺", "Honesty declaration")
    case .organNotice: Text("办案机关通知", "Organ's notice")
    case .onlineECertificate: Text("电子证照", "Online e-certificate")
    }
  }

  /// How an applicant who is not exempt shows hardship.
  package static func ofHardship(_ rules: RuleSet) -> ProofMode {
    rules < .rs2022 ? .stampedCertificate : .honestyDeclaration
  }

  /// What that paper is called.
  package static func paperOfHardship(_ rules: RuleSet) -> Text {
    rules < .rs2022
      ? Text("经济状况证明（加盖公章）", "Stamped economic certificate") : Text("经济困难状况说明表", "Economic-hardship statement")
  }

  /// 信息共享 · Nothing is brought: the office looks it up itself, and may not ask for a paper (在线政务服务规定 7).
  package var needsNoPaper: Bool { self == .sharedDataQuery || self == .onlineECertificate }

  package static func basisOfHardship(_ rules: RuleSet) -> [LegalBasis] {
    rules < .rs2022 ? [.r03("17"), .p12("9")] : [.lal("41")]
  }
}
