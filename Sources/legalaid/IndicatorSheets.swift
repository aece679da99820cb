import Indicators
import Kernel
import Localization
import Sheets
import Storage

/// What `indicators --cases` prints: a part that is no set of cases, such as a population, is null.
struct CasesBehind: Encodable {
  struct Entry: Encodable {
    let number: String
  }

  let key: String
  let numerator: [Entry]
  let denominator: [Entry]?

  /// A frozen base is a figure and no longer a list: what was recorded since does not belong to it.
  init(_ measure: Measure, _ question: IndicatorQuestion, isFrozen: Bool, _ reader: any Reader) throws {
    func entries(_ part: CountedCases.Part) throws -> [Entry]? {
      try CountedCases(part, of: measure, question)?.all(reader).map { Entry(number: $0.number ?? "***") }
    }
    key = measure.key
    numerator = try entries(.numerator) ?? []
    denominator = isFrozen ? nil : try entries(.denominator)
  }

  private enum Key: String, CodingKey { case key, numerator, denominator }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(key, forKey: .key)
    try values.encode(numerator, forKey: .numerator)
    try values.encode(denominator, forKey: .denominator)
  }
}

/// The same answers as tables.
enum IndicatorSheets {
  static func figures(_ report: IndicatorReport) -> Sheet {
    Sheet(
      title: Text("\(report.year)年指标", "Indicators of \(report.year)"),
      columns: [
        Column("key", Text("指标", "Key")), Column("name", Text("名称", "Name")),
        Column("numerator", Text("分子", "Numerator")), Column("denominator", Text("分母", "Denominator")),
        Column("value", Text("数值", "Value")), Column("target", Text("目标", "Target")),
        Column("met", Text("达到", "Met")), Column("toGo", Text("还需", "To go")),
        Column("reason", Text("说明", "Reason")),
      ], rows: report.indicators.map(row))
  }

  static func cases(_ behind: CasesBehind) -> Sheet {
    Sheet(
      title: Text("\(behind.key)的案件", "Cases of \(behind.key)"),
      columns: [Column("part", Text("部分", "Part")), Column("number", Text("案件编号", "Case number"))],
      rows: behind.numerator.map { ["numerator", .text($0.number)] }
        + (behind.denominator ?? []).map { ["denominator", .text($0.number)] })
  }

  private static func row(_ indicator: Indicator) -> [Cell] {
    [
      .text(indicator.key), .text(indicator.name.zh), integer(indicator.numerator), integer(indicator.denominator),
      indicator.share?.value(places: 4).map(Cell.decimal) ?? .empty,
      indicator.isMet == nil ? .empty : indicator.target.map { .decimal($0.description) } ?? .empty,
      indicator.isMet.map { .text($0 ? "是 yes" : "否 no") } ?? .empty, integer(indicator.toGo),
      indicator.reason.map { .text($0.zh) } ?? .empty,
    ]
  }

  private static func integer(_ number: Int?) -> Cell { number.map { .integer(Int64($0)) } ?? .empty }
}
