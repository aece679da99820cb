import Intake
import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 规则页 · The rules in force on a day: of the nation and of the packs adopted here, each with its articles, its days and
/// whether the text was checked.
enum RulesPage {
  static let title = Text("规则", "Rules")
  static let path = "/rules"
  private static let on = Field("on", Text("日期", "On"), .date)

  static let route = Route.list(PathPattern(path), .viewApplication, title) { request in
    let county = try request.requirePrincipal().county
    let day = Day(request.query["on"]) ?? request.today
    let kind = RuleEntry.Kind(rawValue: request.query["kind"]) ?? .matter
    let local = try await request.services.database.read { try LocalRulePack.inForce(on: day, in: county, $0) }
    let rules = (Catalogue.national.filter { $0.isInForce(on: day) } + local.flatMap(\.printed)).filter {
      $0.kind == kind
    }
    let (language, table) = (request.language, table(rules, request.language))
    let set = RuleSet.inForce(on: day).name
    let lead =
      Text("\(Format.day(day, .zh))适用：", "In force on \(Format.day(day, .en)): ") + set
      + Text("，共\(rules.count)条", ", \(rules.count) rules")
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(title[language], lead: .text(lead[language]), actions: listActions(request))
        tabs(
          RuleEntry.Kind.allCases.map {
            Tab($0.name, path: "\(path)?on=\(day)&kind=\($0.rawValue)", current: $0 == kind)
          }, label: title, in: language)
        filterForm(path, in: language) {
          field(on, day.description, in: language)
          hiddenField("kind", kind.rawValue)
        }
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private static func table(_ rules: [RuleEntry], _ language: Language) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("编号", "Key")), Column(Text("规则", "Rule")),
        Column(Text("依据", "Basis")), Column(Text("起", "From")), Column(Text("止", "Until")),
        Column(Text("核对", "Checked")),
      ],
      rows: rules.map { rule in
        TableRow([
          numeral(rule.key), .text(rule.name[language]),
          .text(Text.list(rule.basis.map(\.name))[language]), day(rule.from, language), day(rule.to, language),
          rule.isVerified
            ? .text(Text("已核对", "text read")[language]) : tag(Text("未核对", "not read")[language], .soon),
        ])
      }, empty: Text("没有这类规则。", "There are no such rules."))
  }

  private static func day(_ day: Day?, _ language: Language) -> HTML {
    day.map { numeral(Format.day($0, language)) } ?? .text("—")
  }
}

extension RuleEntry {
  /// Whether it is one of the rule set of a day, and holds on it.
  fileprivate func isInForce(on day: Day) -> Bool {
    ruleSets.contains(.inForce(on: day)) && day.isWithin(from, to)
  }
}

extension RuleEntry.Kind {
  fileprivate var name: Text {
    switch self {
    case .limit: Text("期限", "Time limit")
    case .matter: Text("援助事项", "Matter")
    case .exemption: Text("免予审查", "Exemption")
    case .assignment: Text("指派", "Assignment")
    case .handling: Text("办理", "Handling")
    case .separation: Text("职责分离", "Separation of duties")
    case .termination: Text("终止", "Termination")
    case .eligibility: Text("经济困难", "Hardship")
    case .notice: Text("通知辩护", "Notified defence")
    }
  }
}
