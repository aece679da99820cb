package import Kernel
import Localization

/// 措辞校验 · Wording check: an office's own sentences still say what the form has to say. A place `{{field}}` names a
/// declared field; every field the software's wording prints stays in it, for the reason, the article and the right to
/// object are the law's (程序规定 2012, 16; 法律援助法 43, 49).
package struct WordingCheck: Sendable {
  package static let longest = 4000
  let form: PaperForm

  package init(form: PaperForm) { self.form = form }

  package var required: [String] {
    let used = Set(Self.places(form.wording))
    return form.fields.map(\.key).filter(used.contains)
  }

  /// All that is wrong, at the field `wording`.
  package func faults(_ paragraphs: [String]) -> [Refusal] {
    guard !paragraphs.isEmpty else {
      return [refusal("empty", Text("请填写文书措辞。", "Type the wording of the paper."))]
    }
    var found: [Refusal] = []
    if paragraphs.joined().count > Self.longest {
      found.append(
        refusal(
          "long",
          Text("措辞不能超过\(Self.longest)字。", "The wording has at most \(Self.longest) characters.")))
    }
    let used = Set(Self.places(paragraphs))
    let unknown = used.subtracting(form.fields.map(\.key)).sorted()
    if !unknown.isEmpty {
      let names = unknown.map { "{{\($0)}}" }
      found.append(
        refusal(
          "unknown",
          Text(
            "本文书没有这些栏目：\(Format.list(names, .zh))。请从下面的栏目中选用。",
            "This form has no such fields: \(Format.list(names, .en)). Use those listed below.")))
    }
    let missing = required.filter { !used.contains($0) }
    if !missing.isEmpty {
      let fields = form.fields.filter { missing.contains($0.key) }
      found.append(
        refusal(
          "missing",
          Text(
            "不能缺少：\(Format.list(fields.map { "\($0.name.zh){{\($0.key)}}" }, .zh))。请补上。",
            "These must stay: \(Format.list(fields.map { "\($0.name.en) {{\($0.key)}}" }, .en)). Put them back.")))
    }
    if paragraphs.contains(where: { $0.replacing(/\{\{\w+\}\}/, with: "").contains(/[{}]/) }) {
      found.append(
        refusal(
          "braces",
          Text(
            "栏目应当写成两对花括号，例如{{basis}}，括号里没有空格。",
            "A field is written with two braces on each side, such as {{basis}}, without spaces.")
        ))
    }
    return found
  }

  static func places(_ paragraphs: [String]) -> [String] {
    paragraphs.flatMap { $0.matches(of: /\{\{(\w+)\}\}/).map { String($0.output.1) } }
  }

  private func refusal(_ key: String, _ message: Text) -> Refusal {
    Refusal("wording.\(key)", message, field: "wording")
  }
}
