import Cases
import Intake
import Kernel
import WorkCalendar

/// 演示争议 · Demo dispute: what a story is about, where it is heard, and what closes it.
struct DemoDispute {
  let matter: MatterCode
  let cause: String
  let facts: String
  let form: CaseForm
  let track: CaseTrack
  let stage: Stage?
  /// Who else would be drawn.
  var opposing: String?
  /// Where it is heard, if anywhere.
  var heardAt: String?
  let closing: ClosingBasis
  let outcome: String
  var petition: PetitionFacts?
  var retrialOrdered: Bool?

  /// Most of what comes to the counter.
  static let common = [
    court(.labourPay, "追索劳动报酬", "在被申请人承建的工地做工九个月，被拖欠工资，有考勤本和欠条。"),
    court(.maintenance, "赡养纠纷", "申请人年老多病，子女多年不给付赡养费，村委会调解未果。"),
    court(.maintenance, "抚养费纠纷", "离婚后孩子随申请人生活，对方自去年起停付抚养费。"),
    DemoDispute(
      matter: .socialInsurance, cause: "工伤保险待遇纠纷", facts: "在车间受伤，经鉴定为九级伤残，单位未缴纳工伤保险。",
      form: .otherNonLitigation, track: .nonLitigation, stage: nil, closing: .settlement, outcome: settled),
    DemoDispute(
      matter: .labourPay, cause: "劳动争议", facts: "单位辞退申请人，拒付两个月工资和加班费，协商不成。",
      form: .mediationAgency, track: .nonLitigation, stage: .mediation, closing: .settlement, outcome: settled),
  ]

  /// The tracks that a county sees a few times a year.
  static func rare(_ year: Int) -> [DemoDispute] {
    [
      DemoDispute(
        matter: .labourPay, cause: "追索劳动报酬", facts: "单位停产后欠发四个月工资，劳动合同和工资表齐全。", form: .arbitrationAgency,
        track: .labourArbitration, stage: .arbitration, heardAt: "青禾县劳动人事争议仲裁委员会", closing: .award,
        outcome: "仲裁裁决支持申请人的请求。"),
      DemoDispute(
        matter: .socialInsurance, cause: "工伤认定", facts: "上班途中发生事故，不服不予认定工伤的决定。",
        form: .administrativeLitigationAgency, track: .administrative, stage: .firstInstance,
        opposing: "青禾县人力资源和社会保障局", heardAt: "青禾县人民法院", closing: .judgment, outcome: "判决撤销不予认定工伤的决定。"),
      petition(year),
      DemoDispute(
        matter: .stateCompensation, cause: "错误拘留赔偿", facts: "被拘留二十日后撤销案件，申请国家赔偿。",
        form: .compensationLitigationAgency, track: .stateCompensation, stage: nil, opposing: "青禾县公安局",
        closing: .compensationDecision, outcome: "赔偿义务机关决定支付赔偿金。"),
    ]
  }

  /// Where the local pack of 2016 holds, the petition itself; else the retrial that was ordered (法律援助法 33).
  private static func petition(_ year: Int) -> DemoDispute {
    let isReview = year == 2016
    return DemoDispute(
      matter: .retrial, cause: "买卖合同纠纷", facts: "不服生效判决，有新的证据，足以推翻原判决。",
      form: isReview ? .otherNonLitigation : .civilLitigationAgency, track: .petition,
      stage: isReview ? .petitionReview : .retrial, heardAt: isReview ? nil : "青禾县人民法院",
      closing: isReview ? .petitionRejection : .judgment, outcome: isReview ? "收到驳回再审申请裁定书。" : "再审判决部分支持受援人的请求。",
      petition: PetitionFacts(
        judgment: "（\(year - 1)）青民终字第12号", effectiveOn: .literal(year - 1, 11, 10), organ: "青禾县人民法院",
        ground: "有新的证据，足以推翻原判决。"), retrialOrdered: isReview ? nil : true)
  }

  private static let settled = "双方达成和解协议并开始履行。"

  private static func court(_ matter: MatterCode, _ cause: String, _ facts: String) -> DemoDispute {
    DemoDispute(
      matter: matter, cause: cause, facts: facts, form: .civilLitigationAgency, track: .civil,
      stage: .firstInstance,
      heardAt: "青禾县人民法院", closing: .judgment, outcome: "判决支持受援人的主要请求。")
  }
}
