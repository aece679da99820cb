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

  package static func basisOfHardship(_ rules: RuleSet) -> [LegalBasis] {
    rules < .rs2022 ? [.r03("17"), .p12("9")] : [.lal("41")]
  }
}
