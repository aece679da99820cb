package import Localization
package import Markup

/// 翻页 · Pager: which page of how many records, and the links around it; pages count from 1.
package func pager(
  page: Int, of pages: Int, total: Int, in language: Language, path: (Int) -> String
) -> HTML {
  let summary =
    total > ListQuery.mostCounted
    ? Text("超过 \(ListQuery.mostCounted) 条，第 \(page) 页", "more than \(ListQuery.mostCounted) records, page \(page)")
    : Text("共 \(total) 条，第 \(page) 页，共 \(pages) 页", "\(total) records, page \(page) of \(pages)")
  return nav(.class("pager"), .ariaLabel(Text("翻页", "Pages")[language])) {
    span(.class("soft")) { summary[language] }
    if page > 1 { a(.class("button"), .href(path(page - 1)), .rel("prev")) { Text("上一页", "Previous")[language] } }
    for number in near(page, of: pages) {
      a(.class("button"), .href(path(number)), .ariaCurrent(number == page ? .page : nil)) { String(number) }
    }
    if page < pages { a(.class("button"), .href(path(page + 1)), .rel("next")) { Text("下一页", "Next")[language] } }
  }
}

/// The same of a list that mostly has one page, where it says nothing.
package func pages(_ query: ListQuery, of total: Int, in language: Language) -> HTML {
  let pages = query.pages(of: total)
  guard pages > 1 || query.page > 1 else { return .empty }
  return pager(page: query.page, of: pages, total: total, in: language) { query.link(page: $0) }
}

/// The first, the last, and two on either side of the current page.
private func near(_ page: Int, of pages: Int) -> [Int] {
  guard pages > 1 else { return [] }
  return (1...pages).filter { $0 == 1 || $0 == pages || abs($0 - page) <= 2 }
}
