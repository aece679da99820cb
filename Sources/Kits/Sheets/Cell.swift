/// 单元格 · Cell: one value of a table as it is shown, already formatted where that matters.
///
/// `decimal` is a plain decimal such as `12.0023` whose digits are kept as given; `day` is `YYYY-MM-DD`.
package enum Cell: Sendable, Hashable {
  case text(String)
  case integer(Int64)
  case decimal(String)
  case day(String)
  case empty

  /// The cell as text: what CSV and the text table print.
  package var text: String {
    switch self {
    case .text(let text), .decimal(let text), .day(let text): text
    case .integer(let number): String(number)
    case .empty: ""
    }
  }

  /// Columns with numbers are aligned at their right edge.
  var isNumber: Bool {
    switch self {
    case .integer, .decimal: true
    case .text, .day, .empty: false
    }
  }
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
}
