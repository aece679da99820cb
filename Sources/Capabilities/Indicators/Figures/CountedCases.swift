package import Kernel
package import Storage
package import WorkCalendar

/// 计入案件 · Counted cases: the very cases behind a figure, in the order of the days they count on, those
/// that are concealed last.
package struct CountedCases: Sendable {
  package enum Part: String, Sendable, CaseIterable { case numerator, denominator }

  package struct Entry: Sendable, Hashable {
    package let id: CaseID
    /// Nil where the case is concealed: it counts, and that is all that is said of it.
    package let number: String?
    /// 计入日期 · The day it counts on; nil where the number is.
    package let day: Day?
  }

  private let set: CountedSet
  private let scope: MeasureScope

  /// Nil where that part of the figure is no set of cases, such as a population.
  package init?(_ part: Part, of measure: Measure, _ question: IndicatorQuestion) {
    let isBase = part == .denominator && measure.key == IndicatorKind.growth.key
    guard let set = part == .numerator || isBase ? measure.numerator : measure.denominator else { return nil }
    self.set = set
    scope = isBase ? question.scopeBefore : question.scope
  }

  package func count(_ reader: any Reader) throws -> Int { try set.count(scope, reader) }

  package func all(_ reader: any Reader) throws -> [Entry] { try page(offset: 0, size: Int(Int32.max), reader) }

  /// Apart from those concealed, so that an index gives the first ones of many thousand.
  package func page(offset: Int, size: Int, _ reader: any Reader) throws -> [Entry] {
    let shown = try entries("number IS NOT NULL", offset, size, reader)
    guard shown.count < size else { return shown }
    let before = try shown.isEmpty && offset > 0 ? min(offset, count(of: "number IS NOT NULL", reader)) : offset
    return try shown
      + entries("number IS NULL", offset - before, size - shown.count, reader)
  }

  private func count(of condition: SQL, _ reader: any Reader) throws -> Int {
    try reader.value("SELECT COUNT(*) FROM (\(set(scope))) counted WHERE \(condition)") ?? 0
  }

  private func entries(
    _ condition: SQL, _ offset: Int, _ size: Int, _ reader: any Reader
  ) throws -> [Entry] {
    try reader.rows(
      """
      SELECT id, number, day FROM (\(set(scope))) counted WHERE \(condition) ORDER BY day, id
      LIMIT \(size) OFFSET \(offset)
      """
    ).map { row in
      let number: String? = try row.get("number")
      return Entry(id: try row.get("id"), number: number, day: try number.map { _ in try set.day(row) })
    }
  }
}
