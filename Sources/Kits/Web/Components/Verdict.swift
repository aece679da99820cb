package import Localization
package import Markup

/// 判断 · Verdict: the answer of the rules, with a reason for each test; an element that a live answer may replace.
package struct Verdict: Sendable {
  /// 理由 · Reason: one test, its outcome and the article it rests on.
  package struct Reason: Sendable {
    let test: Text
    let outcome: Text
    let basis: Text?
    let tone: Tone

    package init(_ test: Text, _ outcome: Text, basis: Text? = nil, _ tone: Tone) {
      self.test = test
      self.outcome = outcome
      self.basis = basis
      self.tone = tone
    }
  }

  let headline: Text
  let reasons: [Reason]
  let note: Text?
  let tone: Tone

  package init(_ headline: Text, reasons: [Reason], note: Text? = nil, _ tone: Tone) {
    self.headline = headline
    self.reasons = reasons
    self.note = note
    self.tone = tone
  }
}

package func verdict(_ verdict: Verdict, id: String, in language: Language) -> HTML {
  section(.class("verdict \(verdict.tone.rawValue)"), .id(id), .ariaLive(.polite)) {
    h2 { verdict.headline[language] }
    dl {
      for reason in verdict.reasons {
        div(.class(reason.tone.className)) {
          dt { reason.test[language] }
          dd {
            reason.outcome[language]
            if let basis = reason.basis { span(.class("hint")) { basis[language] } }
          }
        }
      }
    }
    if let note = verdict.note { p(.class("small")) { note[language] } }
  }
}
