import Markup

/// 分项数据表 · Stacked table: the numbers of stacked bars, a column for each series and one for the whole.
enum StackedTable {
  static func html(_ chart: StackedBars) -> HTML {
    table(.class("data")) {
      caption(.class("unseen")) { chart.words.title }
      thead {
        tr {
          th(.scope(.col)) { chart.words.label }
          for name in chart.series { th(.scope(.col), .class("right")) { name } }
          th(.scope(.col), .class("right")) { chart.words.value }
        }
      }
      tbody {
        for row in chart.rows { self.row(row) }
      }
    }
  }

  private static func row(_ row: StackedBars.Row) -> HTML {
    tr {
      th(.scope(.row)) { row.label }
      for part in row.parts {
        td(.class("right num")) {
          if let link = part.link {
            a(.href(link)) { part.shown }
          } else {
            part.shown
          }
        }
      }
      td(.class("right num")) { row.total }
    }
  }
}
