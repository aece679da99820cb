import Intake
import Kernel
import Localization
import Registry
import Web
import WorkCalendar

/// 通知字段 · Fields of a notice: every question of its forms, declared once for the page and for reading.
enum NoticeFields {
  static let organKind = select("organKind", Text("机关类别", "Kind of organ"), OrganKind.allCases, \.name)
  static let organCase = Field(
    "organCase", Text("办案机关案号", "The organ’s number"),
    hint: Text("同案其他人按此案号对照。", "Co-defendants are found by it."), required: false)
  static let stages: [Stage] = OrganKind.allCases.flatMap(\.stages).reduce(into: []) { all, one in
    if !all.contains(one) { all.append(one) }
  }
  static let stage = select("stage", Text("办案阶段", "Stage"), stages, \.name)
  static let charge = Field("charge", Text("涉嫌罪名", "Charge"), .text(suggestions: []), required: false)
  static let custody = Field(
    "custody", Text("羁押情况", "Custody"),
    .select([Choice("yes", Text("在押", "In custody")), Choice("no", Text("未羁押", "Not in custody"))]), required: false
  )
  static let place = Field(
    "place", Text("羁押场所", "Place of custody"),
    hint: Text("未羁押的，在上面填写住址。", "If not in custody, fill in the address above."),
    required: false)
  static let contactName = Field("contactName", Text("办案机关联系人", "Contact of the organ"), required: false)
  static let contactPhone = Field("contactPhone", Text("联系电话", "Phone"), .telephone, required: false)
  static let receivedAt = Field(
    "receivedAt", Text("收到时间", "Received"), hint: Text("例如2016-05-20 16:40", "Such as 2016-05-20 16:40"))
  static let discoveredOn = Field(
    "discoveredOn", Text("办案机关发现情形的日期", "When the organ found the situation"), .date,
    hint: Text("通知写明时填写，用于核对通知是否及时。", "Where the notice says it: shows whether it came in time."), required: false)
  static let hearingOn = Field("hearingOn", Text("开庭日期", "Hearing on"), .date, required: false)
  static let hearingAt = Field(
    "hearingAt", Text("开庭时间", "Time of the hearing"), hint: Text("例如09:30。", "Such as 09:30."), required: false)
  static let short = Field(
    "short", Text("审理程序", "Procedure"),
    .checkboxes([Choice("yes", Text("适用简易程序或者速裁程序", "Summary or fast-track procedure"))]), required: false)
  static let notice = Field(
    "notice", Text("通知公函", "The notice"), .file(accept: "application/pdf,image/*", multiple: false), required: false
  )
  static let instrument = Field(
    "instrument", Text("强制措施决定书、起诉书等", "Instruments sent along"),
    .file(accept: "application/pdf,image/*", multiple: false), required: false)

  static let name = Field(
    "name", Text("姓名", "Name"), hint: Text("姓名不明的，填自报姓名或者编号。", "If unknown, the name or number given."),
    autocomplete: "off")
  static let identityNumber = Field(
    "identityNumber", Text("证件号码", "Identity number"), .identityNumber,
    basis: Text("加密保存，列表中不显示；未满十八周岁的自动标明。", "Kept encrypted, never in lists; marks who is under eighteen."),
    required: false, autocomplete: "off")
  static let sex = select("sex", Text("性别", "Sex"), Sex.allCases, \.name, required: false)
  static let birthOn = Field(
    "birthOn", Text("出生日期", "Date of birth"), .date, hint: Text("没有证件号码时填写。", "Where there is no identity number."),
    required: false)
  static let phone = Field(
    "phone", Text("本人或者近亲属电话", "Phone of the person or a relative"), .telephone, required: false,
    autocomplete: "off")
  static let address = Field("address", Text("住址", "Address"), required: false, autocomplete: "off")

  static let situationsLabel = Text("通知情形", "Situation")

  static func organ(_ known: [String]) -> Field {
    Field(
      "organ", Text("办案机关", "Handling organ"), .text(suggestions: known),
      hint: Text("写全称，公函按此填写。", "In full, as letters bear it."))
  }

  static func charge(_ known: [String]) -> Field {
    Field("charge", charge.label, .text(suggestions: known), hint: Text("例如盗窃罪", "Such as theft"), required: false)
  }

  static func township(_ townships: [String]) -> Field {
    Field("township", Text("乡镇（街道）", "Township"), .select(townships.map { Choice($0, .same($0)) }), required: false)
  }

  /// What the law of the day knows, with its article.
  static func situations(on day: Day) -> Field {
    Field(
      "situations", situationsLabel,
      .checkboxes(
        SituationRules.known(on: day).map { situation in
          let rule = SituationRules.rule(situation, on: day)
          return Choice(situation.rawValue, situation.name, hint: rule.map { .list($0.ground.basis.map(\.name)) })
        }), required: false)
  }

  private static func select<T: RawRepresentable<String>>(
    _ name: String, _ label: Text, _ all: [T], _ words: (T) -> Text, required: Bool = true
  ) -> Field {
    Field(name, label, .select(all.map { Choice($0.rawValue, words($0)) }), required: required)
  }
}
