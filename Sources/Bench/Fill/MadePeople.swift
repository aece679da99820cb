import App
import Kernel
import Registry
import Storage
import WorkCalendar

/// 虚构人员 · Made people: some hundred thousand names, ages and groups as an office meets them. Nobody is real: the
/// area of the identity numbers is a county there is not.
enum MadePeople {
  private static let surnames = Array(
    "王王王王李李李李张张张刘刘陈陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷"
  ).map(String.init)
  private static let ofWomen = Array("芳娜敏静丽艳娟霞秀英华玉兰桂红梅凤云莲珍素琴春菊香玲燕萍青雪").map(String.init)
  private static let ofMen = Array("伟强磊军洋勇杰涛明超刚平辉鹏华飞波斌宇浩凯建国志文海金龙成福林").map(String.init)
  private static let lanes = ["柳湾村三组", "东风村二组", "新华社区5号楼", "前进村六组", "和平路31号", "河堰村一组", "南门巷7号"]
  private static let companies = ["宏达建筑劳务", "鑫源纺织", "顺通物流", "金谷餐饮管理", "远大装饰工程", "恒丰机械", "绿野农业", "天成置业"]

  static func name(_ random: inout SeededRandom, isWoman: Bool) -> String {
    let given = isWoman ? ofWomen : ofMen
    return random.pick(surnames) + random.pick(given) + (random.chance(78) ? random.pick(given) : "")
  }

  static func company(_ random: inout SeededRandom) -> String {
    "青禾" + random.pick(companies) + ["有限公司", "有限责任公司", "集团有限公司"][random.number(0...2)]
  }

  /// `born`: how many were made on each day, so that no two have the same number.
  static func person(
    _ random: inout SeededRandom, _ born: inout [Day: Int], township: String, on day: Day, isCriminal: Bool
  ) -> PersonTold {
    let isWoman = random.chance(isCriminal ? 12 : 47)
    let age = isCriminal ? random.number(16...55) : random.number(19...82)
    let birth = Day.literal(day.year - age, random.number(1...12), random.number(1...28))
    let before = born[birth, default: 0]
    born[birth] = before + 1
    let serial = 100 + before % 450 * 2 + (isWoman ? 0 : 1)
    let seventeen =
      String(320_990 + before / 450) + birth.description.filter { $0 != "-" } + String(serial)
    let check = Normalise.checkCharacter(of: seventeen).map(String.init) ?? "X"
    return PersonTold(
      name: name(&random, isWoman: isWoman), identityNumber: seventeen + check, sex: isWoman ? .female : .male,
      birthOn: birth, phone: "13" + String(random.number(100_000_000...999_999_999)),
      address: township + random.pick(lanes), township: township, groups: groups(&random, isWoman, age))
  }

  private static func groups(_ random: inout SeededRandom, _ isWoman: Bool, _ age: Int) -> [GroupCode] {
    var groups: [GroupCode] = isWoman ? [.woman] : []
    if age >= 60 { groups.append(.elderly) }
    if age < 18 { groups.append(.minor) }
    if age < 60, random.chance(34) { groups.append(.migrantWorker) }
    if random.chance(8) { groups.append(.disabled) }
    if random.chance(22) { groups.append(.farmer) }
    if random.chance(6) { groups.append(.dibao) }
    if random.chance(1) { groups.append(.militaryFamily) }
    return groups
  }
}
