package import Kernel
package import Localization
import Registry
package import WorkCalendar

/// 援助事项 · Matter: what a person may have aid for (条例 10 to 12; 法律援助法 22 to 33). A rule set that gives a matter no
/// ground does not know it, and then only a local pack brings it into scope.
package enum MatterCode: String, Sendable, Hashable, CaseIterable, Codable {
  case stateCompensation = "M01"
  case socialInsurance = "M02"
  case pensions = "M03"
  case maintenance = "M04"
  case labourPay = "M05"
  case goodSamaritan = "M06"
  case incapacity = "M07"
  case personalInjury = "M08"
  case environment = "M09"
  case otherByLaw = "M10"
  case domesticViolence = "M11"
  case heroes = "M12"
  case acquittal = "M13"
  case retrial = "M14"
  case criminalDefence = "M15"
  case victims = "M16"
  case compulsoryTreatment = "M17"
  case reconsideration = "M18"
  case military = "M19"
  case consultation = "M20"

  /// What it covers; the law of 2021 widened some of them.
  package func name(_ rules: RuleSet) -> Text {
    let isOld = rules < .rs2022
    return switch self {
    case .stateCompensation: Text("请求国家赔偿", "State compensation")
    case .socialInsurance:
      isOld
        ? Text("请求给予社会保险待遇或者最低生活保障待遇", "Social insurance benefits or minimum living allowance")
        : Text("请求给予社会保险待遇或者社会救助", "Social insurance benefits or social assistance")
    case .pensions:
      isOld
        ? Text("请求发给抚恤金、救济金", "Pensions for the disabled or bereaved, relief money")
        : Text("请求发给抚恤金", "Pensions for the disabled or bereaved")
    case .maintenance: Text("请求给付赡养费、抚养费、扶养费", "Maintenance of parents, children or spouse")
    case .labourPay:
      isOld
        ? Text("请求支付劳动报酬", "Labour pay")
        : Text("请求确认劳动关系或者支付劳动报酬", "Confirmation of a labour relation, or labour pay")
    case .goodSamaritan: Text("主张因见义勇为行为产生的民事权益", "Civil rights from good-Samaritan acts")
    case .incapacity:
      Text("请求认定公民无民事行为能力或者限制民事行为能力", "Declaring a citizen without or of limited capacity")
    case .personalInjury:
      Text(
        "请求工伤事故、交通事故、食品药品安全事故、医疗事故人身损害赔偿",
        "Personal injury by work, traffic, food, drug or medical accidents")
    case .environment: Text("请求环境污染、生态破坏损害赔偿", "Compensation for pollution or ecological damage")
    case .otherByLaw: Text("法律、法规、规章规定的其他事项", "Another matter named by law, regulation or rule")
    case .domesticViolence:
      Text("虐待、遗弃或者家庭暴力的受害人主张相关权益", "Rights of a victim of abuse, abandonment or domestic violence")
    case .heroes:
      Text("英雄烈士近亲属为维护英雄烈士的人格权益", "Personality rights of heroes and martyrs, by near relatives")
    case .acquittal: Text("再审改判无罪请求国家赔偿", "State compensation after an acquittal on retrial")
    case .retrial:
      isOld
        ? Text("不服司法机关生效裁判、决定，提出申诉或者申请再审", "A petition or retrial application against an effective judgment")
        : Text(
          "人民法院决定、裁定再审或者人民检察院提出抗诉的申诉、再审", "A petition or retrial, the retrial ordered or a protest lodged")
    case .criminalDefence: Text("犯罪嫌疑人、被告人申请刑事辩护", "Defence of a suspect or defendant by application")
    case .victims:
      isOld
        ? Text("公诉案件被害人、自诉案件自诉人的刑事代理", "Agency of a victim of a public prosecution or a private prosecutor")
        : Text(
          "被害人、自诉人、附带民事诉讼原告人的代理", "Agency of a victim, a private prosecutor or an incidental-civil plaintiff")
    case .compulsoryTreatment: Text("强制医疗案件被申请人、被告人的代理", "Agency of the respondent in compulsory treatment")
    case .reconsideration: Text("申请行政复议", "Administrative reconsideration")
    case .military:
      Text(
        "军人军属优待、军婚家庭、人身财产损害、农资、承包地和宅基地、保险理赔等事项",
        "Military: benefits, marriage and family, injury and damage, farm supplies, land, insurance claims")
    case .consultation: Text("法律咨询", "Consultation")
    }
  }

  package var grounds: Grounds {
    switch self {
    case .stateCompensation: .scope("10(1)", "31(1)")
    case .socialInsurance: .scope("10(2)", "31(2)")
    case .pensions: .scope("10(3)", "31(3)")
    case .maintenance: .scope("10(4)", "31(4)")
    case .labourPay: .scope("10(5)", "31(5)")
    case .goodSamaritan: .scope("10(6)", "32(2)")
    case .incapacity: .since2022(.lal("31(6)"))
    case .personalInjury: .since2022(.lal("31(7)"))
    case .environment: .since2022(.lal("31(8)"))
    case .otherByLaw: Grounds([RuleSet: Grounds.Ground]())
    case .domesticViolence: .since2022(.lal("32(4)"))
    case .heroes: .since2022(.lal("32(1)"), LegalBasis(.heroes, "25"))
    case .acquittal: .since2022(.lal("32(3)"))
    case .retrial: .since2022(.lal("33"))
    case .criminalDefence: .since2012([.r03("11(1)"), .c13("2")], [.lal("24")])
    case .victims: .since2012([.r03("11(2)"), .r03("11(3)")], [.lal("29")])
    case .compulsoryTreatment:
      Grounds([
        .rs2012: .fromMemory(.c13("11")), .rs2022: Grounds.Ground([.lal("28")]),
        .rs2023: Grounds.Ground([.lal("28")]),
      ])
    case .reconsideration: Grounds([.rs2023: .fromMemory(LegalBasis(.reconsideration2023, "18"))])
    case .military: .military
    case .consultation: .scope("10", "23")
    }
  }

  /// 案件类型和援助形式 · What track and form follow from the matter itself; nil where the clerk chooses.
  package var isOf: (track: CaseTrack, form: CaseForm?)? {
    switch self {
    case .criminalDefence: (.criminalApplied, .criminalDefence)
    case .victims: (.criminalAgency, .criminalAgency)
    case .retrial: (.petition, nil)
    case .stateCompensation, .acquittal: (.stateCompensation, nil)
    case .reconsideration: (.administrative, .reconsiderationAgency)
    default: nil
    }
  }

  /// 适合的案件类型 · Whether a matter may come in a track: what follows from it, else what a dispute of its kind can be.
  package func fits(_ track: CaseTrack) -> Bool {
    if let isOf { return isOf.track == track }
    return switch self {
    case .maintenance, .domesticViolence, .heroes, .environment, .incapacity:
      [.civil, .nonLitigation].contains(track)
    case .labourPay: [.civil, .labourArbitration, .nonLitigation].contains(track)
    case .goodSamaritan, .pensions: [.civil, .administrative, .nonLitigation].contains(track)
    case .socialInsurance, .personalInjury, .military:
      [.civil, .administrative, .labourArbitration, .nonLitigation].contains(track)
    default: !track.isCriminal
    }
  }

  /// The ground in force on a day; nil where the rules do not know the matter, or not yet.
  func ground(_ rules: RuleSet, on day: Day) -> Grounds.Ground? {
    from.map { day < $0 } == true ? nil : grounds[rules]
  }

  /// The law of one matter came into force within a rule set.
  private var from: Day? { self == .reconsideration ? Law.reconsideration2023.from : nil }

  /// The ground on which the matter needs no hardship test; nil where it needs one.
  package func hardshipExemption(_ rules: RuleSet) -> [LegalBasis]? {
    switch self {
    case .goodSamaritan, .domesticViolence, .heroes, .acquittal: rules >= .rs2022 ? grounds.basis(rules) : nil
    case .compulsoryTreatment, .consultation: grounds.basis(rules)
    default: nil
    }
  }

  /// 柜台可选事项 · What an application at the counter may ask for under these rules: a compulsory treatment begins with the
  /// organ's notice, and a consultation is a record of its own, no case.
  package static func offered(_ rules: RuleSet, on day: Day, _ packs: [LocalRulePack] = []) -> [MatterCode] {
    allCases.filter { matter in
      ![.compulsoryTreatment, .consultation].contains(matter)
        && (matter.ground(rules, on: day) != nil
          || packs.contains { $0.opens(matter, for: GroupCode.allCases) != nil })
    }
  }

  package var entries: [RuleEntry] {
    var entries: [RuleEntry] = []
    for rules in RuleSet.allCases where !entries.contains(where: { $0.ruleSets.contains(rules) }) {
      guard let ground = grounds[rules] else { continue }
      let name = name(rules)
      entries.append(
        RuleEntry(
          rawValue, .matter, name,
          ruleSets: RuleSet.allCases.filter { $0 >= rules && grounds[$0] == ground && self.name($0) == name },
          from: from, basis: ground.basis, isVerified: ground.isVerified, note: ground.note))
    }
    return entries
  }
}

extension Grounds {
  fileprivate static func scope(_ regulation: String, _ law: String) -> Grounds {
    since2012([.r03(regulation)], [.lal(law)])
  }

  fileprivate static func since2012(_ first: [LegalBasis], _ later: [LegalBasis]) -> Grounds {
    Grounds([.rs2012: first, .rs2022: later, .rs2023: later])
  }

  static func since2022(_ basis: LegalBasis...) -> Grounds { Grounds([.rs2022: basis, .rs2023: basis]) }

  /// The measures of 2016 were read to article 6; the day they began and those of 2023 are known from memory.
  fileprivate static let military: Grounds = {
    let first = Ground.design(
      [LegalBasis(.military2016, "5")],
      Text("实施办法2016年起施行，具体日期尚未核对。", "In force since 2016; the day is not yet checked."))
    return Grounds([.rs2012: first, .rs2022: first, .rs2023: .fromMemory(LegalBasis(.military2023, ""))])
  }()
}
