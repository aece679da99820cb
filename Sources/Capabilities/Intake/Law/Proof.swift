package import Kernel
package import Localization

/// 证明 · Proof: one thing that has to be shown for an exemption, and what may stand for it: any one of its ways.
package struct Proof: Sendable, Hashable {
  /// 证明方式 · One way to show it, and by which mode.
  package struct Way: Sendable, Hashable {
    package let mode: ProofMode
    package let name: Text

    init(_ mode: ProofMode, _ name: Text) {
      self.mode = mode
      self.name = name
    }
  }

  package let ways: [Way]

  init(_ ways: [Way]) { self.ways = ways }
  init(_ mode: ProofMode, _ name: Text) { ways = [Way(mode, name)] }

  /// 甲、乙或者丙
  package var name: Text { Self.joined(ways.map(\.name), Text("或者", " or ")) }

  /// 甲，以及乙
  static func words(_ proofs: [Proof]) -> Text { joined(proofs.map(\.name), Text("，以及", ", and "), all: true) }

  private static func joined(_ parts: [Text], _ word: Text, all: Bool = false) -> Text {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? .same("") }
    let first = Array(parts.dropLast())
    return (all ? joined(first, word, all: true) : .list(first)) + word + last
  }
}

extension ExemptionCode {
  /// 证明 · What must be shown under a rule set, all of it, each in one of its ways. Since the law of 2021 what the offices
  /// share need not be brought, and an e-certificate stands for the paper (国务院在线政务服务规定 7, 10).
  package func proofs(_ rules: RuleSet) -> [Proof] {
    switch self {
    case .livingAllowance: [.card(Text("最低生活保障证", "the allowance certificate"), rules)]
    case .ruralRelief: [.card(Text("农村特困户救助证", "the relief certificate"), rules)]
    case .destituteSupport: [.card(Text("五保（特困供养）证", "the support certificate"), rules)]
    case .judicialRelief:
      [
        Proof(
          .certificateHeld,
          Text("人民法院准予缓交、减交、免交诉讼费用的书面决定", "the court's written decision to defer, reduce or waive fees"))
      ]
    case .welfareInstitution: [Proof(.stampedCertificate, Text("福利机构出具的证明", "a proof of the welfare institution"))]
    case .disabledWithoutIncome:
      [
        .disability(rules),
        rules < .rs2022
          ? Proof(
            .stampedCertificate,
            Text("村（居）民委员会出具的无固定生活来源证明", "the village or residents' committee's proof of no fixed source of living")
          )
          : .noFixedLiving,
      ]
    case .publicPension: [Proof(.certificateHeld, Text("享受抚恤待遇的证明", "a proof of the pension"))]
    case .disasterRelief: [Proof(.certificateHeld, Text("正在接受政府临时救济的证明", "a proof of the relief"))]
    case .vulnerableWithoutIncome: [.noFixedLiving]
    case .migrantWorker:
      [
        Proof([
          .init(.certificateHeld, Text("户口簿", "the household register")),
          .init(.certificateHeld, Text("居住证", "the residence permit")),
        ]), Proof(.certificateHeld, Text("劳动事实的材料", "material on the work")),
      ]
    case .heroes: [Proof(.certificateHeld, Text("近亲属关系证明", "proof of kinship"))]
    case .goodSamaritan:
      [
        Proof([
          .init(.certificateHeld, Text("见义勇为认定书", "the official recognition")),
          .init(.organNotice, Text("公安机关记录", "a police record")),
        ])
      ]
    case .acquittal: [Proof(.certificateHeld, Text("改判无罪的判决书", "the judgment of acquittal"))]
    case .violence:
      [
        Proof([
          .init(.organNotice, Text("报警记录", "a police record")),
          .init(.organNotice, Text("告诫书", "a warning notice")),
          .init(.organNotice, Text("人身安全保护令", "a safety order")),
          .init(.certificateHeld, Text("伤情照片", "photographs of injuries")),
        ])
      ]
    case .conscripts, .planMilitary:
      [
        Proof([
          .init(.certificateHeld, Text("军人证件", "the military card")),
          .init(.stampedCertificate, Text("团级以上单位证明", "a certificate of a regiment or above")),
          .init(.certificateHeld, Text("遗属证明", "the survivor's certificate")),
        ])
      ]
    case .military:
      [
        Proof([
          .init(.certificateHeld, Text("军人证件", "the military card")),
          .init(.certificateHeld, Text("军属身份证明", "proof of kinship with the serviceperson")),
        ])
      ]
    case .notified: [Proof(.organNotice, Text("办案机关的通知公函", "the organ's notice"))]
    case .criminalSituation:
      [
        Proof([
          .init(.certificateHeld, Text("残疾人证", "the disability card")),
          .init(.organNotice, Text("办案机关的说明", "the organ's statement")),
        ])
      ]
    case .familyPlanning:
      [Proof(.certificateHeld, Text("计划生育特别扶助证", "the family-planning special-support certificate"))]
    case .petitioner:
      [
        Proof(.certificateHeld, Text("生效裁判文书", "the effective judgment")),
        Proof(ProofMode.ofHardship(rules), ProofMode.paperOfHardship(rules)),
      ]
    case .socialAssistance: [.card(Text("社会救助证件", "the assistance certificate"), rules)]
    case .otherByLaw:
      [Proof(.certificateHeld, Text("法律、法规、规章要求的证明", "the proof that the law, regulation or rule names"))]
    }
  }

  /// 证明方式 · The modes in which it may be shown.
  package func proofModes(_ rules: RuleSet) -> [ProofMode] {
    let ways = proofs(rules).flatMap(\.ways).map(\.mode)
    return ProofMode.allCases.filter(ways.contains)
  }
}

extension Proof {
  /// A certificate of civil affairs: what the offices share stands for it, and since 2022 its e-certificate.
  fileprivate static func card(_ name: Text, _ rules: RuleSet) -> Proof {
    Proof(
      [.init(.certificateHeld, name)] + (rules < .rs2022 ? [] : [.electronic])
        + [.init(.sharedDataQuery, Text("民政部门数据查询结果", "a civil-affairs data query"))])
  }

  fileprivate static func disability(_ rules: RuleSet) -> Proof {
    Proof(
      [.init(.certificateHeld, Text("残疾人证", "the disability card"))] + (rules < .rs2022 ? [] : [.electronic]))
  }

  fileprivate static let noFixedLiving = Proof(
    .certificateHeld, Text("能够说明无固定生活来源的材料", "material showing no fixed source of living"))
}

extension Proof.Way {
  fileprivate static let electronic = Proof.Way(.onlineECertificate, Text("电子证照", "its e-certificate"))
}
