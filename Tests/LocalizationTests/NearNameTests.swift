import Localization
import Testing

/// 相近姓名 · What may be one name written otherwise, and what is not.
@Suite struct NearNameTests {
  @Test(arguments: [
    ("张小明", "张晓明", true), ("張小明", "张晓明", true), ("张 小明", "张小明", true), ("王五", "王伍", true),
    ("王芳", "汪芳", true), ("阿依古丽·买买提", "阿依古丽买买提", true), ("Li Wei", "ＬＩ ＷＥＩ", true),
    ("王五", "汪伍", false), ("张小明", "张大明", false), ("张小明", "张明", false), ("王五", "赵六", false), ("·", "，", false),
    ("宏达劳务有限公司", "宏达劳务有限责任公司", true), ("宏达劳务公司", "鸿达劳务（集团）有限公司", true),
    ("宏达劳务有限公司", "宏达劳务", true), ("宏达劳务有限公司", "宏达物流有限公司", false), ("有限公司", "公司", false),
  ])
  func near(_ one: String, _ other: String, _ isNear: Bool) {
    #expect(NearName(one).isNear(NearName(other)) == isNear)
    #expect(NearName(other).isNear(NearName(one)) == isNear)
  }

  /// An organisation is looked for with its place before it and without; a person's name has no place.
  @Test(arguments: [
    ("宏达劳务有限公司", ["hongdalaowu", "qinghexianhongdalaowu", "qinghehongdalaowu"]),
    ("青禾县宏达劳务有限公司", ["hongdalaowu", "qinghexianhongdalaowu", "qinghehongdalaowu"]),
    ("青禾宏达劳务有限公司", ["hongdalaowu", "qinghexianhongdalaowu", "qinghehongdalaowu"]),
    ("青禾县人民医院", ["qinghexianrenminyiyuan"]), ("王五", ["wangwu"]),
  ])
  func forms(_ name: String, _ sounds: [String]) {
    #expect(NearName(name).forms(in: ["青禾县", "青禾"]).map(\.sound) == sounds)
  }
}
