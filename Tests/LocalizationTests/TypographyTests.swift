import Localization
import Testing

@Suite("Typography")
struct TypographyTests {
  @Test(
    "Half-width marks beside Chinese are found",
    arguments: [
      ("劳动节,放假", "，"), ("说明:请核对", "："), ("是否受理?", "？"), ("请核对!", "！"), ("第一;第二", "；"), ("目标(K1", "（"),
      ("K1)后", "）"), ("共 3 件 , 已办", "，"), ("“申请”, then", "，"), ("K1, 目标", "，"), ("见https://a.cn/x,请看", "，"),
    ] as [(String, Character)])
  func found(text: String, wanted: Character) {
    #expect(Typography.faults(in: text).map(\.wanted) == [wanted])
  }

  @Test(
    "What is right is left alone",
    arguments: [
      "5月2日 劳动节，放假，不计", "上午9:30到10:15", "共1,215件", "Error: not found (404), retry?", "见https://a.cn/案件?x=1",
      "运行`案件,(x)`即可", "〔2016〕第12号", "比例 3:2", "", "名称（Name, Inc.）",
    ])
  func right(text: String) {
    #expect(Typography.faults(in: text).isEmpty)
  }

  @Test func eachFaultSaysWhere() throws {
    let faults = Typography.faults(in: "申请人:李某(男)")
    #expect(faults.map(\.offset) == [3, 6, 8])
    #expect(faults.first?.excerpt == "申请人:李某(男)")
    #expect(faults.first?.found == ":")
  }
}
