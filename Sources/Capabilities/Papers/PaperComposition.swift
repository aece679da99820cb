import Localization
import Paper
import WorkCalendar

/// 文书排版 · Composes what the press prints from what was decided, and from nothing else.
struct PaperComposition {
  let facts: PaperFacts
  /// 印模 · The office's own impression; without one the seal is drawn.
  var impression: [UInt8]?
  /// What was signed on the screen, by signer.
  var signed: [String: SignatureLine.Signed] = [:]

  var content: PaperContent {
    PaperContent(
      head: ["F13", "F19"].contains(facts.form) ? .red(facts.issuer) : .black(facts.issuer), title: facts.name,
      number: facts.number, addressee: facts.fields["addressee"], blocks: blocks, closing: closing, footer: footer,
      createdAt: facts.decidedAt)
  }

  /// The wording with every field's value in its place.
  var paragraphs: [String] { facts.wording.map(fill) }

  private var blocks: [Block] {
    let body = facts.isTable ? [.table(table)] + paragraphs.map(Block.note) : paragraphs.map(Block.paragraph)
    return body
      + (facts.signers.isEmpty
        ? [] : [.signatures(facts.signers.map { SignatureLine("\($0)（签名）", signed: signed[$0]) })])
  }

  /// Every declared field as a row; short ones two by two.
  private var table: FieldTable {
    var rows: [[(label: String, value: String)]] = []
    var waiting: (label: String, value: String)?
    for label in facts.labels where label[0] != "addressee" {
      let pair = (label: label[1], value: facts.fields[label[0]] ?? "")
      let isShort = pair.value.count <= 12 && !pair.value.contains("\n")
      switch (waiting, isShort) {
      case (let first?, true):
        rows.append([first, pair])
        waiting = nil
      case (nil, true): waiting = pair
      case (let first, false):
        if let first { rows.append([first]) }
        waiting = nil
        rows.append([pair])
      }
    }
    if let last = waiting { rows.append([last]) }
    return .form(rows)
  }

  private var closing: Closing {
    let date = Day(facts.decidedOn).map { Format.day($0, .zh) } ?? facts.decidedOn
    return Closing(
      agency: facts.issuer, date: date, seal: facts.isSealed ? Seal(agency: facts.issuer, image: impression) : nil)
  }

  private var footer: Footer {
    Footer(
      form: facts.form.titled(facts.name), formSet: "文书格式\(String(facts.formSet))，存证\(facts.chainNumber)",
      verification: ShortCode(facts.shortCode).map { Verification(code: $0, url: facts.verifyURL) })
  }

  /// `{{field}}` by its value.
  private func fill(_ wording: String) -> String {
    facts.fields.reduce(wording) { text, field in text.replacing("{{\(field.key)}}", with: field.value) }
  }
}

extension String {
  /// A form by its number in the ministry's set and its name: F09 给予法律援助决定书. What has no number there goes by its name.
  package func titled(_ name: String) -> String { wholeMatch(of: /F\d+\p{Lu}?/) == nil ? name : "\(self) \(name)" }
}
