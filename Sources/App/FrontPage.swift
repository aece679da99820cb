import Localization
import Markup
import Web

/// 公众首页 · Front page: what legal aid is, in plain words, and the doors to it.
enum FrontPage {
  static let title = Text("遇到法律上的难事，可以申请免费的律师帮助", "In legal trouble? You can ask for a lawyer free of charge")

  static func body(_ language: Language) -> HTML {
    .fragment {
      h1 { title[language] }
      p(.class("soft")) {
        Text(
          "法律援助不收任何费用。请带上身份证和与事情有关的材料，到最近的法律援助工作站或者法律援助中心；急事请拨打12348。",
          "Legal aid costs nothing. Bring your identity card and whatever papers you have to the nearest legal aid work station or to the legal aid centre. In urgent matters call 12348."
        )[language]
      }
      doors(
        [
          Door(
            Text("验证文书真伪", "Check that a paper is genuine"),
            note: Text("用文书页脚的验证码，或者文件本身", "By the code at its foot, or by the file itself"), path: "/verify"),
          Door(
            Text("工作人员登录", "Staff sign-in"), note: Text("中心、工作站、律师事务所", "Centre, stations, law firms"),
            path: "/work"),
        ], in: language)
    }
  }
}
