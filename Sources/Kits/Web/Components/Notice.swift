package import Localization
package import Markup

/// 提示 · Notice: what just happened, or what one should know; said by screen readers when the page opens.
package func notice(_ message: Text, _ tone: Tone = .good, in language: Language) -> HTML {
  div(.class("notice \(tone.rawValue)"), .role(tone == .late ? .alert : .status)) {
    p { message[language] }
  }
}
