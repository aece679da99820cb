package import Localization
package import Markup

/// 行内选择 · The check box of one row of a list one works on; not part of what the list says.
package func rowChoice(
  _ name: String, _ value: String, at index: Int, isChosen: Bool, _ words: Text, of spoken: String? = nil,
  in language: Language
) -> HTML {
  let id = "\(name)-\(index + 1)"
  return div(.class("choice")) {
    input(.type(.checkbox), .id(id), .name(name), .value(value), .checked(isChosen))
    label(.for(id)) {
      words[language]
      if let spoken { span(.class("unseen")) { " \(spoken)" } }
    }
  }
}

/// The radio buttons or check boxes of a field; the first carries the field's id, so that an error can link to it.
func choices(_ field: Field, _ typed: [String], _ language: Language) -> HTML {
  switch field.kind {
  case .radios(let choices): list(field, choices, .radio, typed, language)
  case .checkboxes(let choices): list(field, choices, .checkbox, typed, language)
  default: .empty
  }
}

private func list(
  _ field: Field, _ choices: [Choice], _ type: Attribute.InputType, _ typed: [String], _ language: Language
) -> HTML {
  div(.class("choices")) {
    for (index, choice) in Choice.ordered(choices).enumerated() {
      row(choice, field.name, id: index == 0 ? field.name : "\(field.name)-\(index + 1)", type, typed, language)
    }
  }
}

private func row(
  _ choice: Choice, _ name: String, id: String, _ type: Attribute.InputType, _ typed: [String], _ language: Language
) -> HTML {
  let note = choice.excludedBecause ?? choice.hint
  let isExcluded = choice.excludedBecause != nil
  return div(.class(isExcluded ? "choice excluded" : "choice")) {
    input(
      .type(type), .id(id), .name(name), .value(choice.value),
      .checked(!isExcluded && typed.contains(choice.value)),
      .disabled(isExcluded), .ariaDescribedBy(note == nil ? nil : "\(id)-note"))
    label(.for(id)) { choice.label[language] }
    if let note { div(.class("hint"), .id("\(id)-note")) { note[language] } }
  }
}
