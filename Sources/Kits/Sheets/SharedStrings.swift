/// The strings that cells refer to by number; phonetic readings (`rPh`) are not part of them.
struct SharedStrings: XMLHandler {
  private(set) var strings: [String] = []
  private var text = InlineText()

  mutating func start(_ name: String, _ attributes: [String: String]) {
    if name == "si" { text = InlineText() }
    text.start(name)
  }

  mutating func text(_ text: String) { self.text.append(text) }

  mutating func end(_ name: String) {
    text.end(name)
    if name == "si" { strings.append(XLSXText.decode(text.value)) }
  }
}

/// Collects the `t` elements of a rich or plain text.
struct InlineText {
  private(set) var value = ""
  private var isText = false
  private var isPhonetic = false

  mutating func start(_ name: String) {
    if name == "rPh" { isPhonetic = true }
    if name == "t" { isText = !isPhonetic }
  }

  mutating func append(_ text: String) { if isText { value += text } }

  mutating func end(_ name: String) {
    if name == "rPh" { isPhonetic = false }
    if name == "t" { isText = false }
  }
}
