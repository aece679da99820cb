extension HTML {
  /// The bytes of a whole document, doctype first.
  package func document() -> [UInt8] {
    var renderer = Renderer(capacity: 16_384)
    renderer.write("<!DOCTYPE html>\n" as StaticString)
    renderer.write(self)
    return renderer.bytes
  }

  package func bytes() -> [UInt8] {
    var renderer = Renderer(capacity: 1_024)
    renderer.write(self)
    return renderer.bytes
  }

  package func rendered() -> String { String(decoding: bytes(), as: UTF8.self) }
}

/// Writes HTML that is well-formed XML too: void elements close themselves, boolean attributes have a value,
/// characters that XML forbids become U+FFFD.
struct Renderer {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func write(_ html: HTML) {
    switch html.node {
    case .text(let text): escape(text, inAttribute: false)
    case .trusted(let source): write(source)
    case .fragment(let parts): for part in parts { write(part) }
    case .element(let name, let attributes, let content):
      open(name, attributes)
      write(">")
      write(content)
      write("</")
      write(name)
      write(">")
    case .void(let name, let attributes):
      open(name, attributes)
      write("/>")
    }
  }

  mutating func write(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    write("<")
    write(name)
    for attribute in attributes { write(attribute) }
  }

  private mutating func write(_ attribute: Attribute) {
    if case .absent = attribute.value { return }
    write(" ")
    write(attribute.name)
    write("=\"")
    if case .text(let text) = attribute.value { escape(text, inAttribute: true) }
    write("\"")
  }

  private mutating func escape(_ text: String, inAttribute: Bool) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      for index in source.indices {
        guard let (replacement, length) = Escape.of(source, at: index, inAttribute: inAttribute) else { continue }
        bytes.append(contentsOf: source[start..<index])
        write(replacement)
        start = index + length
      }
      bytes.append(contentsOf: source[start...])
    }
  }
}
