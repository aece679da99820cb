import Web

/// 要点地址 · The addresses of the plan's pages.
enum PlanPaths {
  static let thisYear: PathPattern = "/plan"
  static let year: PathPattern = "/plan/{year}"
  static let content: PathPattern = "/plan/{year}/content"
  static let measure: PathPattern = "/plan/{year}/measures/{key}"

  static func measure(
    _ kind: IndicatorKind, _ question: IndicatorQuestion, month: Int? = nil, part: CountedCases.Part? = nil
  ) -> String {
    var pairs: [(name: String, value: String)] = []
    if let township = question.township { pairs.append(("township", township)) }
    if let month = month ?? question.month { pairs.append(("month", String(month))) }
    if let part { pairs.append(("part", part.rawValue)) }
    let path = measure.path(question.year, kind.key)
    let query = pairs.map { "\($0.name)=\(URLEncoded.escape($0.value))" }.joined(separator: "&")
    return query.isEmpty ? path : path + "?" + query
  }
}
