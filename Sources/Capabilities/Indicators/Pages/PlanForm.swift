import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 要点表单 · Plan form: a year's plan as the bureau decides it, typed on one page: residents, last year's cases, targets,
/// items. It opens with the plan of that year, or else with that of the year before, or else with the one that ships.
struct PlanForm {
  static let title = Text("设定年度要点", "Set the year’s plan")

  static let base = Field(
    "base", Text("人口口径", "Residents counted"),
    .select([
      Choice(Plan.Population.Base.registered.rawValue, Text("户籍人口", "Registered residents")),
      Choice(Plan.Population.Base.resident.rawValue, Text("常住人口", "Resident population")),
    ]))
  static let persons = Field(
    "persons", Text("全县人口数", "Residents of the county"), .number,
    hint: Text(
      "每万人案件数以此计算。不填的，不计算这项指标。", "Cases per 10,000 are counted over them; left empty, they are not counted."),
    required: false)
  static let asOf = Field("asOf", Text("人口数据日期", "As of"), .date, required: false)
  static let source = Field("source", Text("人口数据来源", "Source of the number"), required: false)
  static let accepted = Field(
    "accepted", Text("上年案件数", "Cases of last year"), .number,
    hint: Text("上年案件都在系统中的，不必填写。", "Not needed where last year’s cases are on record here."), required: false)
  static let acceptedSource = Field(
    "acceptedSource", Text("上年数据来源", "Source of last year’s number"), required: false)
  static let items = Field(
    "items", Text("任务", "Items"), .textarea(rows: 20),
    hint: Text(
      "一行一项：编号、空格、任务，然后是责任单位和指标，用竖线分开。例如：3 保持办案数量稳步增长｜县法律援助中心｜K0 K1",
      "A line an item: its number, a blank, what is to be done; then who answers for it and its indicators, parted by bars, as in the lines there already."
    ))

  static func target(_ kind: IndicatorKind) -> Field {
    Field(
      "target-\(kind.key)", Text("\(kind.key) \(kind.name.zh)", "\(kind.key) \(kind.name.en)"), required: false)
  }

  /// Named by its township: a list that changed meanwhile puts no number into another's place.
  static func township(_ name: String) -> Field {
    Field("township-\(name.filter { !$0.isWhitespace })", .same(name), .number, required: false)
  }

  let year: Int
  let plan: Plan
  let townships: [String]
  let version: Int
  let isNew: Bool

  func body(_ request: WebRequest, _ state: FormState, in language: Language) -> HTML {
    func shown(_ one: Field, _ value: String?) -> HTML {
      field(one, state.value(one.name, or: value), errors: state.errors(one.name), in: language)
    }
    return .fragment {
      pageHead(PlanPage.title(year)[language], lead: .text(lead[language]))
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      postForm(request.path, state.tokens(version: version), changed: state.isReturned, in: language) {
        sheet(Text("人口", "Residents"), in: language) {
          shown(Self.base, (plan.population?.base ?? .registered).rawValue)
          shown(Self.persons, plan.population.map { String($0.persons) })
          shown(Self.asOf, plan.population?.asOf.description)
          shown(Self.source, plan.population?.source)
        }
        if !townships.isEmpty {
          sheet(Text("乡镇人口", "Residents of the townships"), in: language) {
            for name in townships {
              shown(Self.township(name), plan.townshipPopulation[name].map { String($0) })
            }
          }
        }
        sheet(Text("上年", "Last year"), in: language) {
          shown(Self.accepted, plan.lastYear.map { String($0.accepted) })
          shown(Self.acceptedSource, plan.lastYear?.source)
        }
        sheet(Text("目标", "Targets"), in: language) {
          p(.class("soft")) {
            Text("占比填百分数，例如35.5。没有目标的，不填。", "Shares are per cent, such as 35.5. Leave empty where none is set.")[
              language]
          }
          for kind in IndicatorKind.allCases { shown(Self.target(kind), plan.targets[kind.key]?.description) }
        }
        sheet(in: language) { shown(Self.items, PlanLines.text(plan.items)) }
        submitButton(Self.title, .main, in: language)
      }
    }
  }

  private var lead: Text {
    isNew
      ? Text(
        "还没有载入。下面是可以照用的内容，请按本县文件修改。",
        "Not set yet. What stands below may be kept or changed to the county’s document.")
      : Text("已经载入。保存后以新的内容为准，修改留有记录。", "Set already. What you save takes its place, and the change is recorded.")
  }
}

/// 任务文字 · Plan lines: the items of a plan as lines of text, and back.
enum PlanLines {
  static func text(_ items: [Plan.Item]) -> String {
    items.map { "\($0.number) \($0.title)｜\($0.owner)｜\($0.measures.joined(separator: " "))" }
      .joined(separator: "\n")
  }

  /// The items, or what is wrong with the first line that cannot be read.
  static func read(_ text: String) -> Result<[Plan.Item], Refusal> {
    var items: [Plan.Item] = []
    for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      let parts = line.split(omittingEmptySubsequences: false) { "｜|".contains($0) }
        .map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
      guard (2...3).contains(parts.count), parts[0].count > 1, let number = Int(parts[0][0]),
        (1...200).contains(number),
        !parts[1].isEmpty
      else {
        return .failure(
          wrong(
            index, Text("应为“编号 任务｜责任单位｜指标”", "it wants “number what｜who｜indicators”")))
      }
      let measures = parts.count == 3 ? parts[2] : []
      if let unknown = measures.first(where: { IndicatorKind(rawValue: $0) == nil }) {
        return .failure(
          wrong(index, Text("没有指标\(unknown)，只有K0至K15", "there is no indicator \(unknown), only K0 to K15")))
      }
      if items.contains(where: { $0.number == number }) {
        return .failure(wrong(index, Text("编号\(number)重复", "number \(number) stands there twice")))
      }
      items.append(
        Plan.Item(
          number: number, title: parts[0].dropFirst().joined(separator: " "),
          owner: parts[1].joined(separator: " "),
          measures: measures))
    }
    return .success(items)
  }

  private static func wrong(_ index: Int, _ what: Text) -> Refusal {
    Refusal(
      "plan.line", Text("第\(index + 1)行：\(what.zh)。", "Line \(index + 1): \(what.en)."), field: PlanForm.items.name)
  }
}
