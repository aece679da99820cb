package import Kernel
package import Localization

/// 免予经济审查情形 · Exemption: whose hardship is not checked, once the proof is held (程序规定 2012, 10; 法律援助法 32, 42). One
/// without a ground of its own comes from a local rule pack only.
package enum ExemptionCode: String, Sendable, Hashable, CaseIterable, Codable {
  case livingAllowance = "X01"
  case ruralRelief = "X02"
  case destituteSupport = "X03"
  case judicialRelief = "X04"
  case welfareInstitution = "X05"
  case disabledWithoutIncome = "X06"
  case publicPension = "X07"
  case disasterRelief = "X08"
  case vulnerableWithoutIncome = "X09"
  case migrantWorker = "X10"
  case heroes = "X11"
  case goodSamaritan = "X12"
  case acquittal = "X13"
  case violence = "X14"
  case conscripts = "X15"
  case military = "X16"
  case notified = "X17"
  case criminalSituation = "X18"
  case familyPlanning = "X19"
  case planMilitary = "X20"
  case petitioner = "X21"
  case socialAssistance = "X22"
  case otherByLaw = "X23"

  package var name: Text {
    switch self {
    case .livingAllowance: Text("城乡最低生活保障对象", "Recipient of the minimum living allowance")
    case .ruralRelief: Text("农村特困户救助对象", "Rural destitute household on relief")
    case .destituteSupport: Text("农村五保（特困供养）对象", "Rural five-guarantee (destitute support) recipient")
    case .judicialRelief: Text("人民法院已决定给予司法救助", "Granted judicial relief by a court")
    case .welfareInstitution: Text("在福利机构由政府或者慈善机构供养", "Supported in a welfare institution")
    case .disabledWithoutIncome: Text("无固定生活来源的残疾人", "Disabled person without a fixed source of living")
    case .publicPension: Text("依靠抚恤金生活（优抚对象）", "Lives on a pension paid by government or unit")
    case .disasterRelief: Text("因灾害等原因正在接受政府临时救济", "On temporary government relief after a disaster")
    case .vulnerableWithoutIncome:
      Text("无固定生活来源的未成年人、老年人、残疾人等特定群体", "Minor, elderly or disabled person without a fixed source of living")
    case .migrantWorker:
      Text("请求支付劳动报酬或者工伤赔偿的进城务工人员", "Migrant worker claiming pay or work-injury compensation")
    case .heroes: Text("维护英雄烈士人格权益的近亲属", "Near relative defending the rights of heroes and martyrs")
    case .goodSamaritan: Text("因见义勇为行为主张民事权益", "Claims from a good-Samaritan act")
    case .acquittal: Text("再审改判无罪请求国家赔偿", "State compensation after an acquittal on retrial")
    case .violence: Text("虐待、遗弃或者家庭暴力的受害人", "Victim of abuse, abandonment or domestic violence")
    case .conscripts:
      Text(
        "义务兵、供给制学员、执行作战或者重大非战争军事行动任务的军人及其家属，烈士、因公牺牲、病故军人遗属",
        "Conscripts, supply-system cadets, those on combat or major operations, their families; survivors of servicepersons"
      )
    case .military: Text("其他军人军属", "Other servicepersons and military families")
    case .notified: Text("办案机关通知辩护或者通知代理", "Notified defence or agency")
    case .criminalSituation:
      Text(
        "一级、二级智力残疾，共同犯罪案件的其他人已委托辩护人，检察院抗诉，案件有重大社会影响",
        "Intellectual disability of level 1 or 2, a co-defendant with counsel, a protest, a case of major effect")
    case .familyPlanning: Text("计划生育特殊困难家庭", "Family-planning special-hardship family")
    case .planMilitary: Text("要点列入的军人军属", "Servicepersons and families named by the plan")
    case .petitioner: Text("聘不起律师的申诉人", "Petitioner who cannot afford a lawyer")
    case .socialAssistance:
      Text(
        "特困、低保、低收入、支出型困难家庭等社会救助对象",
        "Recipient of social assistance: destitute, allowance, low-income, expense-caused")
    case .otherByLaw: Text("法律、法规、规章规定的其他人员", "Other person named by law, regulation or rule")
    }
  }

  /// What must be held as proof, in words.
  package func proof(_ rules: RuleSet) -> Text { Proof.words(proofs(rules)) }

  package var grounds: Grounds {
    switch self {
    case .livingAllowance: .held(.fromMemory(.p12("10(1)")), later: .lal("42(2)"))
    case .ruralRelief: .held(.fromMemory(.p12("10(2)")), later: .lal("42(2)"))
    case .destituteSupport: .held(.fromMemory(.p12("10(3)")), later: .lal("42(2)"))
    case .judicialRelief: .held(.fromMemory(.p12("10(4)")), later: .lal("42(2)"))
    case .disabledWithoutIncome: .held(.fromMemory(.p12("10(6)")), later: .lal("42(1)"))
    case .publicPension: .held(Grounds.Ground([.p12("10(7)")]), later: .lal("42(2)"))
    case .welfareInstitution: .untilLaterProcedure(.fromMemory(.p12("10(5)")))
    case .disasterRelief: .untilLaterProcedure(Grounds.Ground([.p12("10(8)")]))
    case .vulnerableWithoutIncome: .since2022(.lal("42(1)"))
    case .migrantWorker: .since2022(.lal("42(3)"))
    case .heroes: .since2022(.lal("32(1)"))
    case .goodSamaritan: .since2022(.lal("32(2)"))
    case .acquittal: .since2022(.lal("32(3)"))
    case .violence: .since2022(.lal("32(4)"))
    case .notified: .notified
    case .socialAssistance: .since2022(.lal("42(2)"))
    case .otherByLaw: .held(Grounds.Ground([.p12("10(9)")]), later: .lal("42(4)"))
    case .conscripts, .military, .criminalSituation, .familyPlanning, .planMilitary, .petitioner:
      Grounds([RuleSet: Grounds.Ground]())
    }
  }

  /// The only matters for which the law gives it; nil: any.
  private var matters: Set<MatterCode>? {
    switch self {
    case .migrantWorker: [.labourPay, .personalInjury]
    case .heroes: [.heroes]
    case .goodSamaritan: [.goodSamaritan]
    case .acquittal: [.acquittal]
    case .violence: [.domesticViolence]
    default: nil
    }
  }

  /// The ground on which the law itself exempts a matter's applicant; nil where none does.
  func ground(_ rules: RuleSet, _ matter: MatterCode?) -> Grounds.Ground? {
    if let matters, !(matter.map(matters.contains) ?? false) { return nil }
    return grounds[rules]
  }

  /// 柜台可选情形 · What an applicant at the counter may claim under these rules; the others follow from the matter or the
  /// organ's notice, and the petitioner's exempts nobody.
  static func offered(_ rules: RuleSet, _ packs: [LocalRulePack]) -> [ExemptionCode] {
    let following: Set<ExemptionCode> = [.heroes, .goodSamaritan, .acquittal, .violence, .notified]
    return allCases.filter { claim in
      !following.contains(claim) && claim.grounds[rules] != nil
        || claim != .petitioner && packs.contains { $0.exemptions.contains { $0.key == claim } }
    }
  }

  /// What must be held as proof here: what the law names, else what a pack names.
  func proof(_ rules: RuleSet, _ packs: [LocalRulePack]) -> Text {
    guard grounds[rules] == nil else { return proof(rules) }
    let entries = packs.flatMap { pack in pack.exemptions.map { (pack, $0) } }
    guard let (pack, entry) = entries.first(where: { $0.1.key == self }) else { return proof(rules) }
    return (entry.proof.map(Text.same) ?? proof(rules)) + Text("（\(pack.name)）", " (\(pack.name))")
  }

  /// Where a text gives one that no national law does: an example of what a local pack may adopt.
  private var local: [LegalBasis] {
    switch self {
    case .conscripts: [LegalBasis(.jiangsuMilitary, "1(1)")]
    case .military: [LegalBasis(.hangzhou, "13(2)")]
    case .criminalSituation: [LegalBasis(.hangzhou, "16")]
    case .familyPlanning, .petitioner: [LegalBasis(.plan2016, "1")]
    case .planMilitary: [LegalBasis(.plan2016, "1"), LegalBasis(.plan2016, "8")]
    default: []
    }
  }

  package var entries: [RuleEntry] {
    guard !local.isEmpty else { return grounds.entries(rawValue, .exemption, name) }
    return [RuleEntry(rawValue, .exemption, name, basis: local, isVerified: false, note: note)]
  }

  private var note: Text {
    self == .petitioner
      ? Text(
        "只由地方规则包列入事项范围，不免予经济困难审查。", "Only brought into scope by a local rule pack; hardship is tested all the same."
      )
      : Text("国家没有规定，只在地方规则包列入时适用。", "No national rule: it applies only where a local rule pack lists it.")
  }
}

extension Grounds {
  fileprivate static func held(_ first: Ground, later: LegalBasis) -> Grounds {
    Grounds([.rs2012: first, .rs2022: Ground([later]), .rs2023: Ground([later])])
  }

  /// Named by the procedure rules of 2012 only, which applied until those of 2023 replaced them.
  fileprivate static func untilLaterProcedure(_ ground: Ground) -> Grounds {
    Grounds([.rs2012: ground, .rs2022: ground])
  }

  /// An organ's notice: neither application nor hardship test.
  static let notified = Grounds([
    .rs2012: [.r03("12")], .rs2022: [.lal("25"), .lal("28")], .rs2023: [.lal("25"), .lal("28")],
  ])
}
