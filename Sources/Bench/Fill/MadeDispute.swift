import App
import Cases
import Intake

/// 虚构案由 · Made dispute: what people come with, as often as in a county.
struct MadeDispute: Sendable {
  let weight: Int
  let cause: String
  let facts: String
  let matter: MatterCode?
  let form: CaseForm
  let track: CaseTrack
  let stage: Stage?
  let basis: ClosingBasis

  var isCriminal: Bool { track.isCriminal }

  static func pick(_ random: inout SeededRandom) -> MadeDispute {
    var left = random.number(1...total)
    for dispute in all {
      left -= dispute.weight
      if left <= 0 { return dispute }
    }
    return all[0]
  }

  private static let total = all.reduce(0) { $0 + $1.weight }
  private static let all =
    civil([
      (20, "追索劳动报酬", "在对方承建的工地做工，被拖欠工资，有考勤本和欠条。", .labourPay),
      (7, "赡养纠纷", "年老多病，子女多年不给付赡养费，村委会调解未果。", .maintenance),
      (9, "抚养费纠纷", "离婚后孩子随申请人生活，对方自去年起停付抚养费。", .maintenance),
      (8, "机动车交通事故责任纠纷", "骑车被撞伤，对方负主要责任，保险公司拒绝全额赔付。", nil),
      (6, "离婚纠纷", "长期遭受家庭暴力，请求离婚并分割共同财产。", nil),
      (5, "提供劳务者受害责任纠纷", "受雇搬运时摔伤，雇主只垫付了部分医疗费。", nil),
      (3, "医疗损害责任纠纷", "手术后出现并发症，医院不认可有过错。", nil),
    ]) + [
      MadeDispute(
        weight: 7, cause: "工伤保险待遇纠纷", facts: "在车间受伤，经鉴定为九级伤残，单位未缴纳工伤保险。", matter: .socialInsurance,
        form: .arbitrationAgency, track: .labourArbitration, stage: .arbitration, basis: .award),
      MadeDispute(
        weight: 6, cause: "劳动争议", facts: "单位辞退申请人，拒付两个月工资和加班费，协商不成。", matter: .labourPay,
        form: .mediationAgency, track: .nonLitigation, stage: .mediation, basis: .settlement),
      MadeDispute(
        weight: 2, cause: "抚恤金给付", facts: "主管部门以材料不齐为由停发抚恤金。", matter: .pensions,
        form: .administrativeLitigationAgency, track: .administrative, stage: .firstInstance, basis: .judgment),
    ]
    + criminal([
      (6, "盗窃罪", .investigation), (5, "盗窃罪", .firstInstance), (5, "故意伤害罪", .firstInstance),
      (4, "诈骗罪", .firstInstance),
      (3, "危险驾驶罪", .firstInstance), (2, "贩卖毒品罪", .secondInstance), (2, "掩饰、隐瞒犯罪所得罪", .prosecutionReview),
    ])

  private static func civil(_ disputes: [(Int, String, String, MatterCode?)]) -> [MadeDispute] {
    disputes.map { weight, cause, facts, matter in
      MadeDispute(
        weight: weight, cause: cause, facts: facts, matter: matter, form: .civilLitigationAgency, track: .civil,
        stage: .firstInstance, basis: .judgment)
    }
  }

  private static func criminal(_ disputes: [(Int, String, Stage)]) -> [MadeDispute] {
    disputes.map { weight, cause, stage in
      let basis: ClosingBasis =
        stage == .investigation ? .prosecutionOpinion : stage == .prosecutionReview ? .indictment : .judgment
      return MadeDispute(
        weight: weight, cause: cause, facts: "", matter: nil, form: .criminalDefence, track: .criminalNotified,
        stage: stage, basis: basis)
    }
  }
}
