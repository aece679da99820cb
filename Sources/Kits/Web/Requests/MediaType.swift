/// 媒体类型 · Media type: what a `Content-Type` header says.
struct MediaType: Equatable {
  let type: String
  let boundary: String?

  init(_ header: String) {
    let parts = header.split(separator: ";", maxSplits: 8)
    type = parts.first.map { $0.trimmingSpaces.lowercased() } ?? ""
    boundary =
      parts.dropFirst().lazy.compactMap { part -> String? in
        let halves = part.split(separator: "=", maxSplits: 1)
        guard halves.count == 2, halves[0].trimmingSpaces.lowercased() == "boundary" else { return nil }
        let value = halves[1].trimmingSpaces
        return value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1
          ? String(value.dropFirst().dropLast()) : value
      }.first
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String { String(self).trimmed }
}
