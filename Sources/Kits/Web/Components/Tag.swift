package import Markup

/// 标签 · Tag: a word or two about a thing's state; the colour only repeats what the words say.
package func tag(_ words: String, _ tone: Tone = .plain) -> HTML {
  span(.class(tone == .plain ? "tag" : "tag \(tone.rawValue)")) { words }
}

/// 数字文本 · A number, a day or a document number that must not break over the line.
package func numeral(_ text: String) -> HTML { span(.class("num")) { text } }
