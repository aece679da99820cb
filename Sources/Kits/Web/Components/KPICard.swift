package import Localization
package import Markup

/// 指标卡 · KPI card: one number of the plan, where it stands, its target, and the way to its records.
package struct KPICard: Sendable {
  let name: Text
  let value: String
  let unit: Text?
  let chart: HTML
  let note: Text
  let path: String
  let tone: Tone

  /// `chart` is a bullet chart; `note` says the target and what is still needed.
  package init(
    _ name: Text, value: String, unit: Text? = nil, chart: HTML, note: Text, path: String, _ tone: Tone = .plain
  ) {
    self.name = name
    self.value = value
    self.unit = unit
    self.chart = chart
    self.note = note
    self.path = path
    self.tone = tone
  }
}

package func kpiCards(_ cards: [KPICard], in language: Language) -> HTML {
  ul(.class("kpi")) {
    for card in cards {
      li(.class(card.tone.className)) {
        a(.href(card.path)) { card.name[language] }
        p(.class("big")) {
          b { card.value }
          if let unit = card.unit { small { unit[language] } }
        }
        card.chart
        p(.class("small soft")) { card.note[language] }
      }
    }
  }
}
