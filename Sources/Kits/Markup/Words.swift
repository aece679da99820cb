extension HTML {
  /// 所见文字 · What one reads in it, without markup and without what only screen readers say: for sheets and messages.
  package var words: String {
    var text = ""
    Self.gather(self, into: &text)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func gather(_ html: HTML, into text: inout String) {
    switch html.node {
    case .text(let part): text += part
    case .trusted, .void: text += " "
    case .fragment(let parts): for part in parts { gather(part, into: &text) }
    case .element(let name, let attributes, let content):
      guard !attributes.contains(where: \.isUnseen) else { return }
      let isInline = ["a", "b", "span", "strong", "code"].contains("\(name)")
      if !isInline { text += " " }
      gather(content, into: &text)
      if !isInline { text += " " }
    }
  }
}

extension Attribute {
  fileprivate var isUnseen: Bool {
    guard case .text(let value) = value else { return false }
    return "\(name)" == "class" && value.split(separator: " ").contains("unseen")
      || "\(name)" == "aria-hidden" && value == "true"
  }
}
