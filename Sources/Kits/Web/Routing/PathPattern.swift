/// 路径模式 · Path pattern: `/cases/{id}/closing`; nouns, with named places for ids.
package struct PathPattern: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
  enum Segment: Sendable, Hashable {
    case literal(String)
    case place(String)
  }

  package let description: String
  let segments: [Segment]

  package init(_ text: String) {
    description = text
    segments = Self.split(text).map { part in
      part.hasPrefix("{") && part.hasSuffix("}")
        ? .place(String(part.dropFirst().dropLast())) : .literal(String(part))
    }
  }

  package init(stringLiteral text: String) { self.init(text) }

  package var places: [String] {
    segments.compactMap { if case .place(let name) = $0 { name } else { nil } }
  }

  /// The path with its places filled in order. A wrong number of values is a fault of the source.
  package func path(_ values: any CustomStringConvertible...) -> String { path(filling: values) }

  func path(filling values: [any CustomStringConvertible]) -> String {
    var (path, next) = ("", values.startIndex)
    for segment in segments {
      path += "/"
      switch segment {
      case .literal(let text): path += text
      case .place:
        precondition(next < values.endIndex, misfilled)
        path += URLEncoded.escape(values[next].description)
        next += 1
      }
    }
    precondition(next == values.endIndex, misfilled)
    return path.isEmpty ? "/" : path
  }

  private var misfilled: String { "\(description) has \(places.count) places" }

  /// What stands in the places of a path, or nil where it is another path.
  package func match(_ path: String) -> [String: String]? {
    match(Self.split(path))
  }

  func match(_ parts: [Substring]) -> [String: String]? {
    guard parts.count == segments.count else { return nil }
    var found: [String: String] = [:]
    for (segment, part) in zip(segments, parts) {
      switch segment {
      case .literal(let text): if text != part { return nil }
      case .place(let name): found[name] = String(decoding: URLEncoded.decode(Array(part.utf8)), as: UTF8.self)
      }
    }
    return found
  }

  /// The same for two patterns that a path cannot tell apart.
  var shape: String {
    segments.map { if case .literal(let text) = $0 { "/" + text } else { "/{}" } }.joined()
  }

  static func split(_ path: String) -> [Substring] { path.split(separator: "/") }
}
