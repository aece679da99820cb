import Kernel
import Localization

/// 个人信息请求答复书 · Answer to a personal-information request: what was decided, why, what follows and what one may do
/// against it (个人信息保护法 47, 50). The wording is ours.
enum PersonalRequestForm {
  static let all = [2013, 2023].map { set in
    PaperForm(
      "PI1", formSet: set, name: Text("个人信息请求答复书", "Answer to a personal-information request"),
      when: Text("答复个人信息请求时", "When a personal-information request is answered"), isSealed: true,
      fields: [
        Field("requester", Text("请求人", "Who asked")), Field("receivedOn", Text("收到日期", "Received on")),
        Field("kind", Text("请求事项", "What is asked")), Field("content", Text("请求内容", "Content of the request")),
        Field("answer", Text("答复", "Answer")), Field("reason", Text("理由", "Reason")),
        Field("basis", Text("依据", "Basis")), Field("effect", Text("后续办理", "What follows")),
      ],
      wording: [
        "{{requester}}：",
        "本中心于{{receivedOn}}收到你关于个人信息“{{kind}}”的请求（{{content}}）。经研究，答复如下：{{answer}}。",
        "理由：{{reason}}依据：{{basis}}。", "{{effect}}", "对本答复不服的，可以依法向人民法院提起诉讼，也可以向履行个人信息保护职责的部门投诉、举报。",
      ])
  }

  private typealias Field = PaperForm.Field

  static func effect(_ answer: PersonalRequestStep, _ kind: PersonalRequestKind) -> String {
    switch (answer, kind) {
    case (.grant, .copy): "请携带身份证件到本中心领取副本。"
    case (.grant, _): "本中心已经更正，今后按更正后的内容使用。"
    case (.restrict, _): "相关档案保管期限未满，依法不能删除；自答复之日起，除存储和采取必要的安全保护措施外，本中心停止处理这些信息。"
    default: "你可以在情况变化后重新提出请求。"
    }
  }
}
