package import Kernel
package import Localization

/// 免予经济审查情形 · Exemption: whose hardship is not checked, once the proof is held.
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
    }
  }

  /// 证明方式 · What must be held as proof.
  package func proof(_ rules: RuleSet) -> Text {
    switch self {
    case .livingAllowance:
      Text("最低生活保障证，或者民政部门数据查询结果", "The allowance certificate, or a civil-affairs data query")
    case .ruralRelief: Text("农村特困户救助证，或者民政部门数据查询结果", "The relief certificate, or a civil-affairs data query")
    case .destituteSupport: Text("五保（特困供养）证，或者民政部门数据查询结果", "The support certificate, or a civil-affairs data query")
    case .judicialRelief:
      Text("人民法院准予缓交、减交、免交诉讼费用的书面决定", "The court's written decision to defer, reduce or waive fees")
    case .welfareInstitution: Text("福利机构出具的证明", "A proof of the welfare institution")
    case .disabledWithoutIncome where rules == .rs2012:
      Text("残疾人证，以及村（居）民委员会出具的无固定生活来源证明", "The disability card, and the village or residents' committee's proof")
    case .disabledWithoutIncome: Text("残疾人证，以及能够说明无固定生活来源的材料", "The disability card, and material showing it")
    case .publicPension: Text("享受抚恤待遇的证明", "A proof of the pension")
    case .disasterRelief: Text("正在接受政府临时救济的证明", "A proof of the relief")
    case .vulnerableWithoutIncome: Text("能够说明无固定生活来源的材料，至少一份", "At least one document showing it")
    }
  }

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
    case .vulnerableWithoutIncome: Grounds([.rs2022: [.lal("42(1)")], .rs2023: [.lal("42(1)")]])
    }
  }

  package var entries: [RuleEntry] { grounds.entries(rawValue, .exemption, name) }
}

extension Grounds {
  fileprivate static func held(_ first: Ground, later: LegalBasis) -> Grounds {
    Grounds([.rs2012: first, .rs2022: Ground([later]), .rs2023: Ground([later])])
  }

  /// Named by the procedure rules of 2012 only, which applied until those of 2023 replaced them.
  fileprivate static func untilLaterProcedure(_ ground: Ground) -> Grounds {
    Grounds([.rs2012: ground, .rs2022: ground])
  }
}
