import Intake
import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 法律帮助字段 · Fields of legal help: every question of its forms, declared once for the page and for reading.
enum HelpFields {
  static let source = select("source", Text("来源", "Asked for by"), HelpSource.allCases, \.name)
  static let stages: [Stage] = [.investigation, .prosecutionReview, .firstInstance, .secondInstance, .retrial]
  static let stage = select("stage", Text("办案阶段", "Stage"), stages, \.name)
  static let organCase = Field("organCase", Text("办案机关案号", "The organ’s number"), required: false)
  static let custody = Field(
    "custody", Text("羁押情况", "Custody"),
    .select([Choice("yes", Text("在押", "In custody")), Choice("no", Text("未羁押", "Not in custody"))]), required: false
  )
  static let defender = Field(
    "hasDefender", Text("有无辩护人", "Defender"),
    .checkboxes([Choice("yes", Text("本人已经有辩护人", "The person has a defender already"))]),
    basis: Text(
      "没有辩护人的，由值班律师提供法律帮助（刑事诉讼法第36条）。", "Duty lawyers help who has no defender (Criminal Procedure Law, art. 36)."),
    required: false)
  static let wanted = kinds("wanted", Text("需要的帮助", "Help wanted"))
  static let brief = Field("brief", Text("简要情况", "In short"), .textarea(rows: 3), required: false)
  static let askedAt = Field(
    "askedAt", Text("本人提出的时间", "When the person asked"),
    hint: Text(
      "例如2024-05-20 16:40。用于核对看守所是否在二十四小时内通知。",
      "Such as 2024-05-20 16:40. Shows whether the house told it within 24 hours."),
    required: false)
  static let receivedAt = Field(
    "receivedAt", Text("收到请求的时间", "When the request came"),
    hint: Text("例如2024-05-20 16:40", "Such as 2024-05-20 16:40"))
  static let paper = Field(
    "paper", Text("申请表或者通知书", "The application or notice"),
    .file(accept: "application/pdf,image/*", multiple: false),
    required: false)

  static let name = Field("name", Text("姓名", "Name"), autocomplete: "off")
  static let identityNumber = Field(
    "identityNumber", Text("证件号码", "Identity number"), .identityNumber,
    basis: Text("加密保存，列表中不显示。", "Kept encrypted, never in lists."), required: false, autocomplete: "off")
  static let sex = select("sex", Text("性别", "Sex"), Sex.allCases, \.name, required: false)
  static let birthOn = Field(
    "birthOn", Text("出生日期", "Date of birth"), .date, hint: Text("没有证件号码时填写。", "Where there is no identity number."),
    required: false)
  static let phone = Field(
    "phone", Text("本人或者近亲属电话", "Phone of the person or a relative"), .telephone, required: false,
    autocomplete: "off")
  static let address = Field("address", Text("住址", "Address"), required: false, autocomplete: "off")

  static let metAt = moment("metAt", Text("会见时间", "Time of the meeting"))
  static let takenAt = moment("takenAt", Text("接收时间", "When it was handed over"))
  static let forwardedAt = moment("forwardedAt", Text("转交时间", "When it was forwarded"))
  static let at = moment("at", Text("提供帮助的时间", "When the help was given"))
  static let content = Field("content", Text("具体情况", "What was done"), .textarea(rows: 5))
  static let result = Field("result", Text("结果", "Result"), .textarea(rows: 2), required: false)
  static let objection = Field(
    "objection", Text("对具结书的不同意见", "Objection to the plea affidavit"), .textarea(rows: 2), required: false)

  static let placeKind = select("kind", Text("地点类别", "Kind of place"), DutyPlaceKind.allCases, \.name)
  static let placeName = Field(
    "name", Text("值班地点", "Duty place"), hint: Text("例如青禾县看守所", "Such as the county detention house"))
  static let placePhone = Field("phone", Text("值班电话", "Telephone of the post"), .telephone, required: false)
  static let document = Field(
    "document", Text("设立依据", "Founding document"),
    hint: Text("2018年10月26日以前的法律帮助须有本地试点文件。", "Help before 26 October 2018 needs a local pilot document."),
    required: false)
  static let from = Field("from", Text("从", "From"), .date)
  static let to = Field("to", Text("到", "To"), .date)
  static let shift = select("shift", Text("班次", "Shift"), Shift.allCases, \.name)
  static let rhythm = Field(
    "rhythm", Text("轮换方式", "Turns"), .radios(DutyRhythm.allCases.map { Choice($0.rawValue, $0.name) }))
  static let reason = Field("reason", Text("替班原因", "Reason"))
  static let lawyerPhone = Field("phone", Text("联系电话", "Phone"), .telephone, required: false, autocomplete: "off")
  /// How many lawyers take turns at most.
  static let turns = 1...6

  static func turn(_ number: Int, _ lawyers: [LegalAidPerson]) -> Field {
    lawyer(lawyers, "lawyer\(number)", label: Text("第\(number)名律师", "Lawyer \(number)"), required: number == 1)
  }

  static func turnPhone(_ number: Int) -> Field {
    Field(
      "phone\(number)", Text("第\(number)名律师电话", "Phone of lawyer \(number)"), .telephone, required: false,
      autocomplete: "off")
  }

  static func lawyer(
    _ lawyers: [LegalAidPerson], _ name: String = "lawyer", label: Text = Text("值班律师", "Duty lawyer"),
    hint: Text? = nil, required: Bool = true
  ) -> Field {
    Field(
      name, label, .select(lawyers.map { Choice($0.id.description, .same("\($0.name) · \($0.unitName)")) }),
      hint: hint,
      required: required)
  }

  static func place(_ places: [DutyPlace], required: Bool = true) -> Field {
    Field(
      "place", Text("值班地点", "Duty place"), .select(places.map { Choice($0.id.description, .same($0.name)) }),
      required: required)
  }

  static func organ(_ known: [String]) -> Field {
    Field(
      "organ", Text("办案机关", "Handling organ"), .text(suggestions: known),
      hint: Text("办案机关通知的必须填写。", "Needed where an organ asks."), required: false)
  }

  static func charge(_ known: [String]) -> Field {
    Field("charge", Text("涉嫌罪名", "Charge"), .text(suggestions: known), required: false)
  }

  static func township(_ townships: [String]) -> Field {
    Field("township", Text("乡镇（街道）", "Township"), .select(townships.map { Choice($0, .same($0)) }), required: false)
  }

  /// What was done: the kinds the law of the day knows, with their articles.
  static func given(on day: Day) -> Field {
    let known = HelpKind.allCases.filter { HelpRules.rule($0, on: day) != nil }
    return Field(
      "kinds", Text("法律帮助内容", "Kind of legal help"),
      .checkboxes(
        (known.isEmpty ? [.consultation] : known).map { kind in
          Choice(kind.rawValue, kind.name, hint: HelpRules.rule(kind, on: day).map { .list($0.basis.map(\.name)) })
        }))
  }

  private static func kinds(_ name: String, _ label: Text) -> Field {
    Field(name, label, .checkboxes(HelpKind.allCases.map { Choice($0.rawValue, $0.name) }), required: false)
  }

  private static func moment(_ name: String, _ label: Text) -> Field {
    Field(name, label, hint: Text("例如2024-05-20 16:40", "Such as 2024-05-20 16:40"))
  }

  private static func select<T: RawRepresentable<String>>(
    _ name: String, _ label: Text, _ all: [T], _ words: (T) -> Text, required: Bool = true
  ) -> Field {
    Field(name, label, .select(all.map { Choice($0.rawValue, words($0)) }), required: required)
  }
}

/// 提问 · Asks a field with what was typed, else what usually holds, and what is wrong with it.
struct HelpAsking {
  let state: FormState
  let usual: [String: [String]]
  let language: Language

  func callAsFunction(_ asked: Field) -> HTML {
    let usual = usual[asked.name] ?? []
    if case .checkboxes = asked.kind {
      return field(
        asked, typed: state.values(asked.name, or: usual), errors: state.errors(asked.name), in: language)
    }
    return field(
      asked, state.value(asked.name, or: usual.first ?? ""), errors: state.errors(asked.name), in: language)
  }
}
