package import Localization
package import Markup

/// 期限 · Clock box: the next deadline, how long is left, and the law that set it.
package struct ClockBox: Sendable {
  let due: String
  let what: Text
  let remaining: Text
  let basis: Text
  let tone: Tone

  package init(due: String, what: Text, remaining: Text, basis: Text, _ tone: Tone = .plain) {
    self.due = due
    self.what = what
    self.remaining = remaining
    self.basis = basis
    self.tone = tone
  }
}

package func clockBox(_ clock: ClockBox, in language: Language) -> HTML {
  section(.class(clock.tone == .plain ? "clock" : "clock \(clock.tone.rawValue)")) {
    h2 { Text("下一期限", "Next deadline")[language] }
    p(.class("big")) {
      span(.class("num")) { clock.due }
      " "
      clock.what[language]
    }
    p(.class("left")) { clock.remaining[language] }
    p(.class("small")) { clock.basis[language] }
  }
}
