package import Localization
package import Markup

package func dataTable(_ list: DataTable, in language: Language) -> HTML {
  guard !list.rows.isEmpty else { return p(.class("empty")) { list.empty[language] } }
  let grid = table(.class(list.isStacked ? "stack" : nil)) {
    caption(.class("unseen")) { list.caption[language] }
    thead {
      tr {
        for column in list.columns { heading(column, language) }
      }
    }
    tbody {
      for row in list.rows { tr(.class(row.tone.className)) { cells(row.cells, list.columns, language) } }
    }
    if !list.totals.isEmpty {
      tfoot {
        tr { cells(list.totals, list.columns, language) }
      }
    }
  }
  return div(.class("scroll"), .role(.region), .ariaLabel(list.caption[language]), .tabindex(0)) { grid }
}

private func heading(_ column: Column, _ language: Language) -> HTML {
  th(.scope(.col), .class(column.isNumber ? "right" : nil), .ariaSort(column.sorted)) {
    if let path = column.sortPath {
      a(.class("sort"), .href(path)) {
        column.title[language]
        switch column.sorted {
        case .ascending: span(.ariaHidden()) { " ↑" }
        case .descending: span(.ariaHidden()) { " ↓" }
        default: HTML.empty
        }
      }
    } else {
      span(.class(column.isUnseen ? "unseen" : nil)) { column.title[language] }
    }
  }
}

private func cells(_ cells: [HTML], _ columns: [Column], _ language: Language) -> [HTML] {
  zip(cells, columns).map { cell, column in
    td(
      .class(column.isNumber ? "right num" : nil), .dataLabel(column.isUnseen ? nil : column.title[language])
    ) { cell }
  }
}
