package import Localization
package import Markup

/// 要点任务 · Plan row: one item of the year's plan: where it stands, who answers for it, and its state.
package struct PlanRow: Sendable {
  let number: Int
  let title: String
  let standing: HTML
  let owner: String
  let records: String?
  let state: Text
  let tone: Tone

  package init(
    _ number: Int, _ title: String, standing: HTML, owner: String, records: String? = nil, state: Text, _ tone: Tone
  ) {
    self.number = number
    self.title = title
    self.standing = standing
    self.owner = owner
    self.records = records
    self.state = state
    self.tone = tone
  }
}

package func planRows(_ rows: [PlanRow], in language: Language) -> HTML {
  ol(.class("plan")) {
    for row in rows {
      li {
        span(.class("no")) { String(row.number) }
        div {
          h3 { row.title }
          div(.class("soft")) { row.standing }
        }
        div(.class("small owner")) {
          Text("责任：", "Owner: ")[language] + row.owner
          if let path = row.records { p { a(.href(path)) { Text("依据与记录", "Basis and records")[language] } } }
        }
        tag(row.state[language], row.tone)
      }
    }
  }
}
