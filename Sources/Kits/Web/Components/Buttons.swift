package import Localization
package import Markup

/// 按钮 · Button kind: the one main thing to do, the others, and those that look like a link.
package enum ButtonKind: String, Sendable {
  case main, plain, quiet

  var className: String { self == .plain ? "button" : "button \(rawValue)" }
}

/// A link that looks like a button: it goes somewhere and changes nothing.
package func linkButton(_ words: Text, to path: String, _ kind: ButtonKind = .plain, in language: Language) -> HTML
{
  a(.class(kind.className), .href(path)) { words[language] }
}

/// The button that sends its form; with a name it says which of several buttons was pressed.
package func submitButton(
  _ words: Text, _ kind: ButtonKind = .main, name: String? = nil, value: String? = nil, in language: Language
) -> HTML {
  button(.button(.submit), .class(kind.className), .name(name), .value(value)) { words[language] }
}

/// Prints the page; without JavaScript it is not there, and the browser's own menu prints.
package func printButton(in language: Language) -> HTML {
  button(.button(.button), .class("button"), .dataPrint(), .hidden()) { Text("打印", "Print")[language] }
}
