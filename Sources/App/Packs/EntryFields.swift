import Intake
import Kernel
import Localization
import Registry
import Web
import WorkCalendar

/// 条目种类 · Entry kind: what a pack may change; the vocabulary is closed. The raw value is the word in an address.
enum EntryKind: String, CaseIterable, Sendable {
  case matter, exemption, group, limit
  case hardshipLine = "hardship-line"
  case practiceYears = "practice-years"

  var name: Text {
    switch self {
    case .matter: Text("援助事项", "A matter in scope")
    case .exemption: Text("免予经济困难审查", "An exemption")
    case .group: Text("重点人群", "A group to reach")
    case .limit: Text("缩短期限", "A shorter limit")
    case .hardshipLine: LinesPage.title
    case .practiceYears: Text("执业年限", "Years of practice")
    }
  }

  /// What is asked of one, its document and days last.
  var fields: [Field] {
    switch self {
    case .matter: [EntryFields.matter] + EntryFields.terms
    case .exemption:
      [EntryFields.exemption, EntryFields.groups, EntryFields.matters, EntryFields.proof] + EntryFields.terms
    case .group: [EntryFields.group] + EntryFields.terms
    case .limit: [EntryFields.limit, EntryFields.number, EntryFields.unit] + EntryFields.terms
    case .hardshipLine: LineFields.needed + [EntryFields.from, EntryFields.to]
    case .practiceYears: [EntryFields.years] + EntryFields.terms
    }
  }
}

/// 条目的字段 · Fields of an entry of a local rule pack, and how they are read.
enum EntryFields {
  static let matter = Field("matter", Text("事项", "Matter"), .select(allMatters))
  static let group = Field("group", Text("人群", "Group"), .select(allGroups))
  static let exemption = Field(
    "exemption", Text("情形", "Whose"),
    .select(ExemptionCode.allCases.map { Choice($0.rawValue, .same("\($0.rawValue) ") + $0.name) }),
    hint: Text(
      "X21信访申诉人只列入事项，不免予审查。", "X21, petitioners, only brings matters into scope and exempts nobody."))
  static let groups = Field(
    "groups", Text("限于这些人群", "Only for these groups"), .checkboxes(allGroups),
    hint: Text("不勾选就不限。", "Everybody unless ticked."), required: false)
  static let matters = Field(
    "matters", Text("限于这些事项", "Only in these matters"), .checkboxes(allMatters),
    hint: Text("不勾选就不限。", "All unless ticked."), required: false)
  static let proof = Field(
    "proof", Text("证明材料", "Proof"), hint: Text("例如：计划生育特别扶助证。", "What shows it, such as a certificate."),
    required: false)
  static let limit = Field(
    "limit", Text("期限", "Limit"),
    .select(Capabilities.limits.map { Choice($0.key, .same("\($0.key) ") + $0.name) }))
  static let number = Field("number", Text("缩短为", "Shortened to"), .number)
  static let unit = Field("unit", Text("单位", "Unit"), .select(units))
  static let years = Field(
    "years", Text("重大刑事案件承办律师执业满（年）", "Years of practice in life or death cases"), .number,
    hint: Text("国家规定的三年仍是最低要求。", "Three years stay the least, as the law says."))

  static let document = Field(
    "document", Text("这一条的依据文件", "Document of this entry"),
    hint: Text("不填就是规则包的依据文件。", "That of the pack unless told."), required: false)
  static let from = Field(
    "from", Text("起", "From"), .date, hint: Text("不填就同规则包。", "As the pack unless told."), required: false)
  static let to = Field("to", Text("止", "Until"), .date, required: false)
  static let terms = [document, from, to]

  private static let units = [
    Choice("hour", Text("小时", "hours")), Choice("calendarDay", Text("日", "days")),
    Choice("workingDay", Text("个工作日", "working days")),
  ]
  private static let allGroups = GroupCode.allCases.map { Choice($0.rawValue, $0.name) }
  /// By the names of the rules in force since 2022, which know them all.
  private static let allMatters = MatterCode.allCases.map {
    Choice($0.rawValue, .same("\($0.rawValue) ") + $0.name(.rs2023))
  }

  /// The entry told, with what is wrong of it refused at its field. `division`: the county's own code.
  static func read(_ kind: EntryKind, _ form: inout FieldReader, division: String) -> LocalRulePack.Entry {
    switch kind {
    case .matter:
      let one: MatterCode = form.requiredChoice(matter.name, matter.label)
      return .matter(Listed(one, terms(&form)))
    case .exemption:
      let key: ExemptionCode = form.requiredChoice(exemption.name, exemption.label)
      let (who, what): ([GroupCode], [MatterCode]) = (
        form.choices(groups.name, groups.label), form.choices(matters.name, matters.label)
      )
      if key == .petitioner, what.isEmpty {
        form.refuse(
          "rulePack.petitioner", at: matters.name,
          Text("X21列入哪些事项，请勾选。", "Tick the matters that X21 brings into scope."))
      }
      let shown = form.text(proof.name, proof.label, max: 100)
      return .exemption(.init(key: key, groups: who, matters: what, proof: shown, terms: terms(&form)))
    case .group:
      let one: GroupCode = form.requiredChoice(group.name, group.label)
      return .group(Listed(one, terms(&form)))
    case .limit:
      let key = form.requiredChoice(limit.name, limit.label, among: Capabilities.limits.map(\.key))
      let long = form.requiredInteger(number.name, number.label, in: 1...400)
      let counted = form.requiredChoice(unit.name, unit.label, among: units.map(\.value))
      let own = terms(&form)
      let limit = TimeLimit(number: long, unit: counted) ?? .calendarDays(long)
      return .limit(LocalLimit(key: key, limit: limit, terms: own))
    case .hardshipLine:
      return .hardshipLine(LineFields.readNeeded(&form, division: division) { days(&$0) })
    case .practiceYears:
      let number = form.requiredInteger(years.name, years.label, in: 1...40)
      return .practiceYears(Listed(number, terms(&form)))
    }
  }

  private static func terms(_ form: inout FieldReader) -> EntryTerms? {
    let told = form.text(document.name, document.label, max: 100)
    let held = days(&form)
    return EntryTerms(document: told, from: held.first, to: held.last)
  }

  private static func days(_ form: inout FieldReader) -> (first: Day?, last: Day?) {
    let (first, last) = (form.day(from.name, from.label), form.day(to.name, to.label))
    if let first, let last, last < first { form.refuseEarlyEnd(at: to.name) }
    return (first, last)
  }
}

extension FieldReader {
  /// 截止日期 · A last day before the first.
  mutating func refuseEarlyEnd(at field: String) {
    refuse(
      "days.order", at: field,
      Text("截止日期不能早于起始日期，请改正。", "The last day must not be before the first: correct it."))
  }
}

extension LocalRulePack.Entry {
  var kind: EntryKind {
    switch self {
    case .limit: .limit
    case .matter: .matter
    case .exemption: .exemption
    case .group: .group
    case .hardshipLine: .hardshipLine
    case .practiceYears: .practiceYears
    }
  }

  /// What its form shows of it, by field.
  var told: [String: [String]] {
    var told = own
    told["from"] = terms?.from.map { ["\($0)"] }
    told["to"] = terms?.to.map { ["\($0)"] }
    told["document"] = terms?.document.map { [$0] }
    return told
  }

  private var own: [String: [String]] {
    switch self {
    case .limit(let one): ["limit": [one.key], "number": ["\(one.limit.number)"], "unit": [one.limit.unit]]
    case .matter(let one): ["matter": [one.value.rawValue]]
    case .exemption(let one):
      [
        "exemption": [one.key.rawValue], "groups": one.groups.map(\.rawValue),
        "matters": one.matters.map(\.rawValue),
        "proof": [one.proof].compactMap(\.self),
      ]
    case .group(let one): ["group": [one.value.rawValue]]
    case .hardshipLine(let one): LineFields.told(one)
    case .practiceYears(let one): ["years": ["\(one.value)"]]
    }
  }
}
