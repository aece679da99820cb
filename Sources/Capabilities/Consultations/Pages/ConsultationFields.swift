import Kernel
import Localization
import Registry
import Web

/// 咨询字段 · Consultation fields: every question of the forms, declared once for the page and for reading.
enum ConsultationFields {
  static let identityNumber = Field(
    "identityNumber", Text("证件号码", "Identity number"), .identityNumber,
    hint: Text("可以不填", "May be left empty"),
    basis: Text(
      "用于查找以前的咨询和申请。加密保存，列表中不显示。",
      "Finds earlier consultations and applications. It is kept encrypted and never shown in lists."),
    required: false, autocomplete: "off")
  static let name = Field("name", Text("姓名", "Name"), required: false, autocomplete: "off")
  static let phone = Field("phone", Text("联系电话", "Phone"), .telephone, required: false, autocomplete: "off")
  static let address = Field("address", Text("现住址", "Present address"), required: false, autocomplete: "off")
  static let companions = Field("companions", Text("陪同人员", "Companions"), required: false, autocomplete: "off")
  static let declines = Field(
    "declines", Text("身份信息", "Identity"),
    .checkboxes([Choice("yes", Text("咨询人不愿提供身份信息", "The consulter declines to give an identity"))]), required: false
  )
  static let groups = Field(
    "groups", Text("人群类别", "Groups"), .checkboxes(GroupCode.allCases.map { Choice($0.rawValue, $0.name) }),
    required: false)
  static let topic = select("topic", Text("咨询事项", "Topic of consultation"), ConsultationTopic.allCases, \.name)
  static let cause = causeSuggesting([])
  static let opposing = Field("opposing", Text("对方当事人", "Opposing party"), required: false)
  static let content = Field("content", Text("咨询内容", "Content of consultation"), .textarea(rows: 4))
  static let channels: [ServiceChannel] = [.visit, .phone, .letter, .station, .home]
  static let channel = select("channel", Text("咨询方式", "Channel of consultation"), channels, \.name)
  static let servedAt = Field(
    "servedAt", Text("接待时间", "Time of service"),
    hint: Text("来信填收到的时间；录入时间由系统另记", "For a letter, when it came; the time of entry is kept apart by the server"))

  static func causeSuggesting(_ known: [String]) -> Field {
    Field(
      "cause", Text("简要事由", "In short"), .text(suggestions: known),
      hint: Text("例如追索劳动报酬", "Such as a claim for labour pay"))
  }

  static func township(_ townships: [String]) -> Field {
    Field("township", Text("乡镇（街道）", "Township"), .select(townships.map { Choice($0, .same($0)) }), required: false)
  }

  /// 答复方式 · How it is taken up.
  enum Mode: String, CaseIterable {
    case now, appointment, later

    var name: Text {
      switch self {
      case .now: Text("当场答复", "Answer at once")
      case .appointment: Text("预约答复", "By appointment")
      case .later: Text("留待答复", "Later")
      }
    }
  }

  static func mode(_ modes: [Mode]) -> Field {
    Field("mode", Text("答复方式", "How it is answered"), .radios(modes.map { Choice($0.rawValue, $0.name) }))
  }

  static let answer = Field("answer", Text("答复意见", "Answer"), .textarea(rows: 4), required: false)
  static let handling = select(
    "handling", Text("处理情况", "Handling"), ConsultationHandling.allCases, \.name, required: false)
  static let department = Field(
    "department", Text("应向哪个部门反映", "Department to be asked"),
    hint: Text("不属于法律事务时填写", "Where it is no legal matter"), required: false)
  static let reminded = Field(
    "reminded", Text("提示义务", "Duty to inform"),
    .checkboxes([
      Choice(
        "yes", Text("已告知有权申请法律援助及条件、程序", "Told of the right to apply for legal aid, its conditions and procedure"))
    ]), basis: Text("《法律援助法》第23条", "Legal Aid Law, art. 23"), required: false)
  static let appointedAt = Field(
    "appointedAt", Text("预约时间", "Time of the appointment"),
    hint: Text("例如2016-03-09 09:30", "Such as 2016-03-09 09:30"),
    required: false)

  static let draftKind = select("kind", Text("文书种类", "Document"), DraftKind.allCases, \.name)
  static let draftTitle = Field("title", Text("文书名称", "Title"))
  static let draftedOn = Field("draftedOn", Text("日期", "Day"), .date)
  static let draftFile = Field(
    "file", Text("文书文件", "The document"), .file(accept: "image/*,application/pdf", multiple: false), required: false
  )

  private static func select<T: RawRepresentable<String>>(
    _ name: String, _ label: Text, _ all: [T], _ words: (T) -> Text, required: Bool = true
  ) -> Field {
    Field(name, label, .select(all.map { Choice($0.rawValue, words($0)) }), required: required)
  }
}
