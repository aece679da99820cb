import Markup

/// 数据表 · Point table: the numbers of a chart of points, each a link where it has records.
enum PointTable {
  static func html(_ points: [Datum], target: Datum?, words: ChartWords) -> HTML {
    table(.class("data")) {
      caption(.class("unseen")) { words.title }
      thead {
        tr {
          th(.scope(.col)) { words.label }
          th(.scope(.col), .class("right")) { words.value }
        }
      }
      tbody {
        for point in points { row(point, words: words) }
        if let target { row(target, words: words) }
      }
    }
  }

  private static func row(_ point: Datum, words: ChartWords) -> HTML {
    tr {
      th(.scope(.row)) { point.isForecast ? "\(point.label) · \(words.forecast)" : point.label }
      td(.class("right num")) {
        if let link = point.link {
          a(.href(link)) { point.shown }
        } else {
          point.shown
        }
      }
    }
  }
}
