package import Localization
package import Markup

/// 后果 · Consequence: what a binding step will do, to whom, which papers it makes and by which law.
package struct Consequence: Sendable {
  let effect: Text
  let whom: String
  let papers: [Text]
  let basis: Text?
  let canBeUndone: Bool

  package init(_ effect: Text, whom: String, papers: [Text] = [], basis: Text? = nil, canBeUndone: Bool = false) {
    self.effect = effect
    self.whom = whom
    self.papers = papers
    self.basis = basis
    self.canBeUndone = canBeUndone
  }
}

/// Shown before a destructive or legally binding step; `content` is the form that takes it.
package func confirmation(
  _ step: Consequence, in language: Language, @HTMLBuilder content: () -> HTML
) -> HTML {
  section(.class("sheet confirm")) {
    h2 { Text("确认办理", "Confirm this step")[language] }
    facts(lines(step, language), in: language)
    if !step.canBeUndone {
      p(.class("soft")) {
        Text("办理后不能撤回，只能另行更正。", "It cannot be taken back, only corrected by a further step.")[language]
      }
    }
    content()
  }
}

/// Shown after something was sent: its number, what happens next, and where one goes on from here.
package func done(
  _ title: Text, number: String? = nil, next: [Text], onward: [(words: Text, path: String)] = [],
  in language: Language
) -> HTML {
  .fragment {
    div(.class("done"), .role(.status)) {
      h1 { title[language] }
      if let number { p(.class("num")) { number } }
    }
    h2 { Text("接下来", "What happens next")[language] }
    ol {
      for step in next { li { step[language] } }
    }
    if !onward.isEmpty {
      div(.class("actions")) { for one in onward { linkButton(one.words, to: one.path, in: language) } }
    }
  }
}

private func lines(_ step: Consequence, _ language: Language) -> [Fact] {
  var lines = [
    Fact(Text("将要", "This will"), step.effect[language]),
    Fact(Text("对象", "Concerning"), step.whom),
  ]
  if !step.papers.isEmpty {
    let papers = ul(.class("bare")) {
      for paper in step.papers { li { paper[language] } }
    }
    lines.append(Fact(Text("产生文书", "Papers made"), papers))
  }
  if let basis = step.basis { lines.append(Fact(Text("依据", "By law"), basis[language])) }
  return lines
}
