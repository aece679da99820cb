import Localization
import Markup

/// The one control of a field that is no group of choices.
func control(
  _ field: Field, _ typed: String, describedBy: String?, isWrong: Bool, _ language: Language
) -> HTML {
  let common: [Attribute] = [
    .id(field.name), .name(field.name), .required(field.isRequired), .autocomplete(field.autocomplete),
    .ariaDescribedBy(describedBy), .ariaInvalid(isWrong),
  ]
  switch field.kind {
  case .text(let suggestions): return suggested(common, field.name, typed, suggestions)
  case .number: return box(common, .text, typed, [.inputmode(.numeric), .class("short")])
  case .money: return box(common, .text, typed, [.inputmode(.decimal), .class("short")])
  case .telephone: return box(common, .tel, typed, [.class("medium")])
  case .email: return box(common, .email, typed)
  case .identityNumber: return box(common, .text, typed, [.spellcheck(false), .class("medium")])
  case .password: return box(common, .password, "")
  case .date: return date(common, typed)
  case .select(let choices): return menu(common, typed, choices, language)
  case .textarea(let count): return area(common + [.rows(count)], typed)
  case .file(let accept, let multiple):
    return input(attributes: common + [.type(.file), .accept(accept), .multiple(multiple)])
  case .radios, .checkboxes: return .empty
  }
}

private func box(
  _ common: [Attribute], _ type: Attribute.InputType, _ typed: String, _ more: [Attribute] = []
) -> HTML {
  input(attributes: common + [.type(type), .value(typed)] + more)
}

private func suggested(_ common: [Attribute], _ name: String, _ typed: String, _ suggestions: [String]) -> HTML {
  guard !suggestions.isEmpty else { return box(common, .text, typed) }
  let listID = "\(name)-list"
  return .fragment {
    box(common, .text, typed, [.list(listID)])
    datalist(.id(listID)) {
      for suggestion in suggestions { option(.value(suggestion)) {} }
    }
  }
}

/// A browser's date box throws away what is no date, so such an answer comes back in a plain box.
private func date(_ common: [Attribute], _ typed: String) -> HTML {
  let digits = typed.split(separator: "-", omittingEmptySubsequences: false)
  let isDate = digits.map(\.count) == [4, 2, 2] && digits.joined().allSatisfy { $0.isASCII && $0.isNumber }
  return box(common, typed.isEmpty || isDate ? .date : .text, typed, [.class("short")])
}

private func menu(_ common: [Attribute], _ typed: String, _ choices: [Choice], _ language: Language) -> HTML {
  select(
    attributes: common,
    content: .fragment {
      option(.value("")) { Text("请选择", "Choose")[language] }
      for choice in Choice.ordered(choices) {
        option(.value(choice.value), .selected(choice.value == typed), .disabled(choice.excludedBecause != nil)) {
          choice.label[language]
          if let reason = choice.excludedBecause {
            Text("（", " (")[language] + reason[language] + Text("）", ")")[language]
          }
        }
      }
    })
}

/// HTML drops the first line break of a text area, so one that was typed is written twice.
private func area(_ attributes: [Attribute], _ typed: String) -> HTML {
  textarea(attributes: attributes, content: .text(typed.utf8.first == 0x0A ? "\n" + typed : typed))
}
