package import Localization
package import Markup

/// A field with what was typed and what is wrong with it: nothing typed is lost, whatever it was.
package func field(_ field: Field, _ typed: String = "", errors: [Text] = [], in language: Language) -> HTML {
  view(field, [typed], errors, language)
}

/// The same for a field that takes several answers.
package func field(_ field: Field, typed: [String], errors: [Text] = [], in language: Language) -> HTML {
  view(field, typed, errors, language)
}

private func view(_ field: Field, _ typed: [String], _ errors: [Text], _ language: Language) -> HTML {
  div(.class(errors.isEmpty ? "field" : "field wrong")) {
    if field.isGroup {
      group(field, typed, errors, language)
    } else {
      single(field, typed.first ?? "", errors, language)
    }
  }
}

private func single(_ field: Field, _ typed: String, _ errors: [Text], _ language: Language) -> HTML {
  .fragment {
    label(.for(field.name)) { caption(field, language) }
    explanations(field, errors, language)
    control(field, typed, describedBy: field.describedBy(errors), isWrong: !errors.isEmpty, language)
  }
}

private func group(_ field: Field, _ typed: [String], _ errors: [Text], _ language: Language) -> HTML {
  fieldset(.ariaDescribedBy(field.describedBy(errors))) {
    legend { caption(field, language) }
    explanations(field, errors, language)
    choices(field, typed, language)
  }
}

private func caption(_ field: Field, _ language: Language) -> HTML {
  .fragment {
    field.label[language]
    if !field.isRequired { span(.class("optional")) { Text("（选填）", " (optional)")[language] } }
  }
}

private func explanations(_ field: Field, _ errors: [Text], _ language: Language) -> HTML {
  .fragment {
    if let hint = field.hint { div(.class("hint"), .id(field.hintID)) { hint[language] } }
    if let basis = field.basis {
      disclosure(Text("为什么要填", "Why we ask"), in: language) { p { basis[language] } }
    }
    if !errors.isEmpty {
      div(.class("why"), .id(field.errorID)) {
        for error in errors { p { error[language] } }
      }
    }
  }
}

extension Field {
  fileprivate var isGroup: Bool {
    switch kind {
    case .radios, .checkboxes: true
    default: false
    }
  }

  fileprivate func describedBy(_ errors: [Text]) -> String? {
    let ids = [hint == nil ? nil : hintID, errors.isEmpty ? nil : errorID].compactMap(\.self)
    return ids.isEmpty ? nil : ids.joined(separator: " ")
  }
}
