import Kernel
import Localization
import Storage

/// 文号登记簿 · Register of numbers: every series of a year, and every number with what became of it.
struct NumberSeries: Sendable {
  let kind: NumberKind
  let template: String
  /// The next number as it will read.
  let next: String
  let issued: Int
  let cancelled: Int
  let imported: Int
  /// Serials below the next that the register does not explain; always 0.
  let unexplained: Int
}

struct NumberEntry: Sendable {
  enum State: String, Sendable, SQLConvertible {
    case issued, cancelled, imported

    var name: Text {
      switch self {
      case .issued: Text("已使用", "In use")
      case .cancelled: Text("作废留号", "Cancelled")
      case .imported: Text("历史案件已用", "Used by an imported case")
      }
    }
  }

  let text: String
  let serial: Int
  let state: State
  let reason: String?
}

enum NumberTable {
  static func series(
    _ kinds: [NumberKind], year: Int, of county: County, _ reader: any Reader
  ) throws -> [NumberSeries] {
    let templates = try templates(county.id, reader)
    let counts = try reader.rows(
      """
      SELECT r.kind, COUNT(CASE WHEN r.state = 'issued' THEN 1 END) AS issued,
        COUNT(CASE WHEN r.state = 'cancelled' THEN 1 END) AS cancelled,
        COUNT(CASE WHEN r.state = 'imported' THEN 1 END) AS imported, s.next_serial
      FROM number_register r
      JOIN number_series s ON s.county = r.county AND s.kind = r.kind AND s.year = r.year
      WHERE r.county = \(county.id) AND r.year = \(year) GROUP BY r.kind, s.next_serial ORDER BY r.kind
      """)
    let found = Dictionary(try counts.map { (try $0.get("kind", as: String.self), $0) }) { first, _ in first }
    return try kinds.map { kind in
      let template = templates[kind.key] ?? NumberKind.defaultTemplate
      let row = found[kind.key]
      let next: Int = try row?.get("next_serial") ?? 1
      let issued: Int = try row?.get("issued") ?? 0
      let cancelled: Int = try row?.get("cancelled") ?? 0
      let imported: Int = try row?.get("imported") ?? 0
      return NumberSeries(
        kind: kind, template: template,
        next: NumberKind.render(template, place: county.shortName, word: kind.word, year: year, serial: next),
        issued: issued, cancelled: cancelled, imported: imported,
        unexplained: next - 1 - issued - cancelled - imported)
    }
  }

  static func entries(
    of kind: NumberKind, year: Int, limit: Int, offset: Int, in county: CountyID, _ reader: any Reader
  ) throws -> [NumberEntry] {
    try reader.rows(
      """
      SELECT text, serial, state, reason FROM number_register
      WHERE county = \(county) AND kind = \(kind.key) AND year = \(year)
      ORDER BY serial DESC, text LIMIT \(limit) OFFSET \(offset)
      """
    ).map {
      NumberEntry(
        text: try $0.get("text"), serial: try $0.get("serial"), state: try $0.get("state"),
        reason: try $0.get("reason"))
    }
  }

  static func template(of kind: NumberKind, in county: CountyID, _ reader: any Reader) throws -> String {
    try templates(county, reader)[kind.key] ?? NumberKind.defaultTemplate
  }

  private static func templates(_ county: CountyID, _ reader: any Reader) throws -> [String: String] {
    let rows = try reader.rows(
      "SELECT kind, template FROM number_template WHERE county = \(county) ORDER BY kind")
    return Dictionary(try rows.map { (try $0.get("kind"), try $0.get("template")) }) { first, _ in first }
  }
}
