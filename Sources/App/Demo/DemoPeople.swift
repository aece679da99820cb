import Intake
import Registry
import Storage
import WorkCalendar

/// 演示当事人 · Demo people: invented names and numbers, the same for the same seed.
struct DemoPeople {
  private static let surnames = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜").map(String.init)
  private static let givenNames = [
    "春兰", "建国", "桂英", "秀英", "志强", "海燕", "国庆", "玉梅", "小龙", "丽华", "德胜", "文娟", "大勇", "明霞", "永福", "雪芹",
  ]
  private static let companies = ["宏达建筑劳务有限公司", "鑫源纺织有限公司", "顺通物流有限公司", "金谷餐饮管理有限公司", "远大装饰工程有限公司"]
  private static let villages = ["柳湾村三组", "东风村二组", "新华社区5号楼", "前进村六组", "和平路31号"]

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

  static func opposing(_ dispute: DemoDispute, _ random: inout SeededRandom) -> String {
    let drawn =
      dispute.matter == .maintenance
      ? random.pick(surnames) + random.pick(givenNames) : "青禾" + random.pick(companies)
    return dispute.opposing ?? drawn
  }
}
