import Intake
import Registry
import Storage
import WorkCalendar

/// 演示当事人 · Demo people: invented names, numbers and disputes, the same for the same seed.
struct DemoPeople {
  struct Dispute {
    let matter: MatterCode
    let cause: String
    let facts: String
    let form: CaseForm
    let track: CaseTrack
    let stage: Stage?
  }

  private static let surnames = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜").map(String.init)
  private static let givenNames = [
    "春兰", "建国", "桂英", "秀英", "志强", "海燕", "国庆", "玉梅", "小龙", "丽华", "德胜", "文娟", "大勇", "明霞", "永福", "雪芹",
  ]
  private static let companies = ["宏达建筑劳务有限公司", "鑫源纺织有限公司", "顺通物流有限公司", "金谷餐饮管理有限公司", "远大装饰工程有限公司"]
  private static let villages = ["柳湾村三组", "东风村二组", "新华社区5号楼", "前进村六组", "和平路31号"]

  static let disputes = [
    Dispute(
      matter: .labourPay, cause: "追索劳动报酬", facts: "在被申请人承建的工地做工九个月，被拖欠工资，有考勤本和欠条。",
      form: .civilLitigationAgency, track: .civil, stage: .firstInstance),
    Dispute(
      matter: .maintenance, cause: "赡养纠纷", facts: "申请人年老多病，子女多年不给付赡养费，村委会调解未果。",
      form: .civilLitigationAgency, track: .civil, stage: .firstInstance),
    Dispute(
      matter: .maintenance, cause: "抚养费纠纷", facts: "离婚后孩子随申请人生活，对方自去年起停付抚养费。",
      form: .civilLitigationAgency, track: .civil, stage: .firstInstance),
    Dispute(
      matter: .socialInsurance, cause: "工伤保险待遇纠纷", facts: "在车间受伤，经鉴定为九级伤残，单位未缴纳工伤保险。",
      form: .otherNonLitigation, track: .nonLitigation, stage: nil),
    Dispute(
      matter: .labourPay, cause: "劳动争议", facts: "单位辞退申请人，拒付两个月工资和加班费，协商不成。",
      form: .mediationAgency, track: .nonLitigation, stage: .mediation),
  ]

  static func person(_ random: inout SeededRandom, _ townships: [String], year: Int) -> PersonTold {
    let isWoman = random.chance(48)
    let birthYear = year - random.number(19...78)
    let birth = Day(year: birthYear, month: random.number(1...12), day: random.number(1...28)) ?? .earliest
    let serial = random.number(10...99) * 10 + (isWoman ? random.number(0...4) * 2 : random.number(0...4) * 2 + 1)
    let seventeen = "320999" + birth.description.filter { $0 != "-" } + String(serial)
    let check = Normalise.checkCharacter(of: seventeen).map(String.init) ?? "X"
    let township = random.pick(townships)
    var groups: [GroupCode] = isWoman ? [.woman] : []
    if year - birthYear >= 60 { groups.append(.elderly) }
    if random.chance(30) { groups.append(.migrantWorker) }
    if random.chance(8) { groups.append(.disabled) }
    return PersonTold(
      name: random.pick(surnames) + random.pick(givenNames), identityNumber: seventeen + check,
      sex: isWoman ? .female : .male, birthOn: birth,
      phone: "139" + String(random.number(10_000_000...99_999_999)),
      address: township + random.pick(villages), township: township, groups: groups)
  }

  /// 工友 · Who worked with somebody and is unpaid as he is; each shows the certificate that spares him the hardship test.
  static func workmates(_ count: Int, of story: Int, _ townships: [String], year: Int) -> [GroupMemberTold] {
    var random = SeededRandom(seed: UInt64(story) &+ 1_000_000)
    return (0..<count).map { _ in
      GroupMemberTold(
        person(&random, townships, year: year), claims: [.livingAllowance],
        claimedFen: Int64(random.number(80...300)) * 10_000)
    }
  }

  static func opposing(_ dispute: Dispute, _ random: inout SeededRandom) -> String {
    dispute.matter == .maintenance
      ? random.pick(surnames) + random.pick(givenNames) : "青禾" + random.pick(companies)
  }
}
