/// 列表参数 · List query: which page of a list, in which order, filtered how; all of it in the address, so that a list
/// can be kept as a bookmark.
package struct ListQuery: Sendable {
  package let page: Int
  package let size: Int
  /// One of the keys that the list offers.
  package let sort: String
  package let isDescending: Bool
  private let path: String
  private let filters: [(name: String, value: String)]

  /// What is unknown is the first page, and the first of `sorts`.
  package init(_ request: WebRequest, sorts: [String], size: Int = 50, filters: [String] = []) {
    self.init(request.query, path: request.path, sorts: sorts, size: request.rows(ofPage: size), filters: filters)
  }

  init(_ query: Fields, path: String, sorts: [String], size: Int = 50, filters: [String] = []) {
    page = min(max(Int(query["page"]) ?? 1, 1), 100_000)
    self.size = size
    let asked = query["sort"]
    sort = sorts.contains(asked) ? asked : sorts.first ?? ""
    isDescending = query["order"] == "desc"
    self.path = path
    self.filters = filters.flatMap { name in query.values(name).filter { !$0.isEmpty }.map { (name, $0) } }
  }

  /// A list is counted so far; what is more is more.
  package static let mostCounted = 10_000

  package var offset: Int { (page - 1) * size }

  package func pages(of total: Int) -> Int { max(1, (total + size - 1) / size) }

  /// The rows of this page, of all that are at hand.
  package func page<Element>(of all: [Element]) -> [Element] { Array(all.dropFirst(offset).prefix(size)) }

  package func link(page: Int) -> String { link(page: page, sort: sort, isDescending: isDescending) }

  /// The same list sorted by a column: once more turns it around.
  package func link(sort key: String) -> String {
    link(page: 1, sort: key, isDescending: key == sort && !isDescending)
  }

  private func link(page: Int, sort: String, isDescending: Bool) -> String {
    var pairs = filters
    if !sort.isEmpty { pairs.append(("sort", sort)) }
    if isDescending { pairs.append(("order", "desc")) }
    if page > 1 { pairs.append(("page", String(page))) }
    return pairs.isEmpty ? path : path + "?" + URLEncoded.query(pairs)
  }
}
