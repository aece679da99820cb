package import Kernel
package import Localization
package import Registry

/// 申请材料清单 · Material checklist: the papers asked for with an application, by matter, track and rule set (条例 17;
/// 程序规定 2012, 9; 法律援助法 41), and no more than that.
package enum MaterialChecklist {
  package struct Item: Sendable, Hashable {
    /// Stable code, stored with what is handed in.
    package let code: String
    package let name: Text
    package let isRequired: Bool
    package let why: Text
    package let basis: [LegalBasis]
  }

  /// `proof`: how the exemption was shown; what the office looked up itself asks for no paper. `exemption`: the exemption claimed, whose proof then takes the place of the hardship paper, by the law or by a pack
  /// in force.
  package static func items(
    track: CaseTrack, matter: MatterCode?, rules: RuleSet, exemption: ExemptionCode? = nil,
    groups: [GroupCode] = [], packs: [LocalRulePack] = [], isRepresented: Bool = false, proof: ProofMode? = nil
  ) -> [Item] {
    guard !track.isNotified else { return [notice] }
    let local = exemption.flatMap { packs.exemption($0, of: matter, for: groups) }
    let military = military(exemption, rules, local)
    var items = [application, military ?? identity]
    if isRepresented { items.append(agency) }
    if military != nil { return items + [casePapers(track, matter)] }
    if let hardship = hardship(matter, rules, exemption, local, proof) { items.append(hardship) }
    items.append(casePapers(track, matter))
    return items
  }

  private typealias Local = (pack: LocalRulePack, entry: LocalRulePack.Exemption)

  /// 军人身份证明 · Where military personnel are exempt, the one proof shows who applies and that they are, and nothing
  /// of income is asked (2014年意见: 简化程序).
  private static func military(_ exemption: ExemptionCode?, _ rules: RuleSet, _ local: Local?) -> Item? {
    guard let exemption, let local, [.conscripts, .military, .planMilitary].contains(exemption) else { return nil }
    return Item(
      code: "identity", name: exemption.proof(rules, [local.pack]), isRequired: true,
      why: Text(
        "证明身份，也代替经济困难的材料", "Shows who applies, and stands in place of the papers on hardship"),
      basis: [LegalBasis(.military2014, "")] + local.pack.basis(exemption.rawValue, local.entry.terms))
  }

  private static func hardship(
    _ matter: MatterCode?, _ rules: RuleSet, _ exemption: ExemptionCode?, _ local: Local?,
    _ proof: ProofMode?
  ) -> Item? {
    if matter?.hardshipExemption(rules) != nil { return nil }
    if let exemption,
      let basis = exemption.ground(rules, matter)?.basis
        ?? local.map({ $0.pack.basis(exemption.rawValue, $0.entry.terms) })
    {
      if let proof, proof.needsNoPaper, exemption.proofModes(rules).contains(proof) { return nil }
      return Item(
        code: "exemption", name: exemption.proof(rules, [local?.pack].compactMap(\.self)), isRequired: true,
        why: Text("证明免予经济困难审查", "Proves the exemption from the hardship test"), basis: basis)
    }
    let isOld = rules < .rs2022
    return Item(
      code: "hardship",
      name: ProofMode.paperOfHardship(rules),
      isRequired: true,
      why: isOld
        ? Text("由住所地或者经常居住地有权出具证明的机关、单位盖章", "Stamped by the body entitled to certify it")
        : Text("由本人如实说明并作出诚信承诺，不再要求开具证明", "One's own statement and declaration; no certificate is asked for"),
      basis: ProofMode.basisOfHardship(rules))
  }

  private static func casePapers(_ track: CaseTrack, _ matter: MatterCode?) -> Item {
    Item(
      code: "case", name: Text("与申请事项有关的案件材料", "Papers of the case"), isRequired: true,
      why: matter.map(example) ?? criminalExample(track), basis: [.r03("17")])
  }

  private static func example(_ matter: MatterCode) -> Text {
    switch matter {
    case .stateCompensation: Text("例如赔偿申请、处理决定", "Such as the claim and the organ's decision")
    case .socialInsurance: Text("例如参保记录、经办机构的答复", "Such as the insurance record and the agency's answer")
    case .pensions: Text("例如伤残或者死亡证明、发放单位的答复", "Such as proof of disability or death and the payer's answer")
    case .maintenance:
      Text("例如户口簿、结婚证、亲属关系证明", "Such as the household register, marriage certificate, kinship proof")
    case .labourPay: Text("例如劳动合同、工资条、考勤记录、欠条", "Such as the contract, pay slips, attendance records, an IOU")
    case .goodSamaritan: Text("例如见义勇为认定书、公安机关记录", "Such as the official recognition or a police record")
    case .incapacity: Text("例如病历、残疾人证、亲属关系证明", "Such as medical records, the disability card, proof of kinship")
    case .personalInjury: Text("例如事故认定书、工伤认定书、病历", "Such as the finding on the accident or injury, medical records")
    case .environment: Text("例如损失的照片、检测报告", "Such as photographs of the damage, test reports")
    case .domesticViolence:
      Text(
        "例如报警记录、告诫书、人身安全保护令、伤情照片",
        "Such as the police record, a warning notice, a safety order, photographs of injuries")
    case .heroes: Text("例如亲属关系证明、侵权言论的截图", "Such as proof of kinship, copies of what was said")
    case .acquittal: Text("例如改判无罪的判决书", "Such as the judgment of acquittal")
    case .retrial: Text("例如生效裁判文书、再审裁定、抗诉书", "Such as the judgment, the order of retrial, the protest")
    case .criminalDefence, .victims, .compulsoryTreatment: criminalPapers
    case .reconsideration: Text("例如行政决定书、送达凭证", "Such as the administrative decision and proof of service")
    case .military: Text("例如军人证件、部队证明、纠纷的材料", "Such as the military card or certificate, papers of the dispute")
    case .otherByLaw, .consultation: Text("与请求有关的材料", "Papers about the request")
    }
  }

  private static func criminalExample(_ track: CaseTrack) -> Text {
    track.isCriminal ? criminalPapers : Text("例如起诉状、证据材料", "Such as the complaint and the evidence")
  }

  private static let criminalPapers = Text(
    "例如拘留通知书、逮捕通知书、起诉书", "Such as the notice of detention or arrest, the indictment")

  private static let application = Item(
    code: "F02", name: Text("法律援助申请表", "Application form"), isRequired: true,
    why: Text("书写有困难的，由工作人员代写，本人签名或者按指印", "Written down by staff where writing is hard"), basis: [.r03("17")])
  private static let identity = Item(
    code: "identity", name: Text("身份证或者其他有效身份证明", "Identity card or other proof of identity"), isRequired: true,
    why: Text("核对申请人身份", "Shows who applies"), basis: [.r03("17")])
  private static let agency = Item(
    code: "agency", name: Text("代理权证明", "Proof of the right to represent"), isRequired: true,
    why: Text("由他人代为申请", "Somebody applies for the applicant"), basis: [.r03("17")])
  private static let notice = Item(
    code: "notice", name: Text("办案机关的通知公函及所附法律文书", "The organ's notice and the instruments with it"),
    isRequired: true, why: Text("通知案件无须申请，也不审查经济状况", "A notified case needs no application and no hardship test"),
    basis: [.r03("12"), .lal("36")])
}
