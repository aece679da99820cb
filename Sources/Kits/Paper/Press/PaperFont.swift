/// 文书字体 · Paper font: the one typeface of every paper, and whether this machine has it.
package enum PaperFont {
  package static let family = TextStyle.family
  package static var isInstalled: Bool { (try? Typesetter()) != nil }
}
