/// Splits a Swift source into code and string literals, dropping comments, so that a rule about code is not
/// broken by a sentence about it. What stands inside `\( … )` is code again.
struct SwiftScanner {
  private let bytes: [UInt8]
  private var at = 0
  private var code: [UInt8]
  private var literals: [StringLiteral] = []

  static func scan(_ text: String) -> (code: String, literals: [StringLiteral]) {
    var scanner = SwiftScanner(text)
    scanner.scanCode(insideInterpolation: false)
    return (
      String(decoding: scanner.code, as: UTF8.self),
      scanner.literals.sorted { $0.range.lowerBound < $1.range.lowerBound }
    )
  }

  private init(_ text: String) {
    bytes = Array(text.utf8)
    code = bytes.map { $0 == newline ? newline : space }
  }

  private mutating func scanCode(insideInterpolation: Bool) {
    var depth = 0
    while at < bytes.count {
      if starts(with: "//") {
        while at < bytes.count, bytes[at] != newline { at += 1 }
      } else if starts(with: "/*") {
        skipBlockComment()
      } else if let pounds = literalAhead() {
        scanLiteral(pounds: pounds)
      } else {
        if bytes[at] == UInt8(ascii: "(") { depth += 1 }
        if bytes[at] == UInt8(ascii: ")") {
          if insideInterpolation, depth == 0 { return }
          depth -= 1
        }
        keep(1)
      }
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        at += 2
      } else if starts(with: "*/") {
        depth -= 1
        at += 2
      } else {
        at += 1
      }
    } while depth > 0 && at < bytes.count
  }

  /// The number of `#` before a quotation mark that begins here; nil where no literal begins.
  private func literalAhead() -> Int? {
    let pounds = bytes[at...].prefix { $0 == pound }.count
    return at + pounds < bytes.count && bytes[at + pounds] == quote ? pounds : nil
  }

  private mutating func scanLiteral(pounds: Int) {
    let begin = at
    keep(pounds)
    let isMultiline = starts(with: "\"\"\"")
    let fence = String(repeating: "\"", count: isMultiline ? 3 : 1) + String(repeating: "#", count: pounds)
    let escape = "\\" + String(repeating: "#", count: pounds)
    keep(isMultiline ? 3 : 1)
    var content: [UInt8] = []
    var isInterpolated = false
    while at < bytes.count, !starts(with: fence) {
      if starts(with: escape + "(") {
        isInterpolated = true
        at += escape.utf8.count + 1
        scanCode(insideInterpolation: true)
        at += 1
        content += Array("0".utf8)
      } else if starts(with: escape) {
        content += bytes[at..<min(at + escape.utf8.count + 1, bytes.count)]
        at += escape.utf8.count + 1
      } else {
        content.append(bytes[at])
        at += 1
      }
    }
    keep(fence.utf8.count)
    literals.append(
      StringLiteral(
        range: begin..<at, line: 1 + bytes[..<begin].count { $0 == newline },
        content: String(decoding: content, as: UTF8.self), isInterpolated: isInterpolated))
  }

  private mutating func keep(_ count: Int) {
    for _ in 0..<count where at < bytes.count {
      code[at] = bytes[at]
      at += 1
    }
  }

  private func starts(with text: String) -> Bool {
    bytes[at...].starts(with: text.utf8)
  }
}

/// A string literal as written; an interpolation stands as `0`.
struct StringLiteral: Sendable {
  /// In bytes of the file's UTF-8, quotation marks included.
  let range: Range<Int>
  let line: Int
  let content: String
  let isInterpolated: Bool
}

private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
private let quote = UInt8(ascii: "\"")
private let pound = UInt8(ascii: "#")
