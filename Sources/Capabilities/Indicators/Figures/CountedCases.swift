package import Kernel
package import Storage

/// 计入案件 · Counted cases: the very cases behind a figure, in order of number.
package struct CountedCases: Sendable {
  package enum Part: String, Sendable, CaseIterable { case numerator, denominator }

  package struct Entry: Sendable, Hashable {
    package let id: CaseID
    /// Nil where the case is concealed: it counts, and that is all that is said of it.
    package let number: String?
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

  package func all(_ reader: any Reader) throws -> [Entry] { try entries(.empty, reader) }

  package func page(offset: Int, size: Int, _ reader: any Reader) throws -> [Entry] {
    try entries(" LIMIT \(size) OFFSET \(offset)", reader)
  }

  private func entries(_ limit: SQL, _ reader: any Reader) throws -> [Entry] {
    try reader.rows("SELECT id, number FROM (\(set(scope))) counted ORDER BY number NULLS LAST, id" + limit).map {
      Entry(id: try $0.get("id"), number: try $0.get("number"))
    }
  }
}
