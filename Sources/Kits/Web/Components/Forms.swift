package import Localization
package import Markup

/// 表单凭据 · Form tokens: what every form that changes something carries unseen.
///
/// `csrf` proves that our page made the form, `token` that it is sent once, `version` which state of the record it saw.
package struct FormTokens: Sendable {
  let csrf: String
  let token: String?
  let version: Int?

  package init(csrf: String, token: String? = nil, version: Int? = nil) {
    self.csrf = csrf
    self.token = token
    self.version = version
  }

  var fields: HTML {
    .fragment {
      hiddenField("csrf", csrf)
      if let token { hiddenField("token", token) }
      if let version { hiddenField("version", String(version)) }
    }
  }
}

/// 即答 · Live answer: while one types, the form goes to `path`, and the element with the id `target` is replaced. With
/// `minutes` it asks by itself too, every few seconds, for so long.
package struct LiveAnswer: Sendable {
  let path: String
  let target: String
  let minutes: Int?

  package init(path: String, target: String, minutes: Int? = nil) {
    self.path = path
    self.target = target
    self.minutes = minutes
  }
}

/// A form that changes something. `changed` says that what it shows is not saved yet (it came back with errors).
package func postForm(
  _ path: String, _ tokens: FormTokens, uploads: Bool = false, live: LiveAnswer? = nil, changed: Bool = false,
  in language: Language, @HTMLBuilder content: () -> HTML
) -> HTML {
  let leaving = Text("填写的内容还没有提交，确定离开吗？", "What you typed has not been sent. Leave this page?")
  return form(
    .class("form"), .method(.post), .action(path), .multipart(uploads), .novalidate(),
    .dataGuard(leaving[language]),
    .dataChanged(changed), .dataLive(live?.path), .dataTarget(live?.target),
    .dataMinutes(live?.minutes)
  ) {
    tokens.fields
    content()
  }
}

/// One button that does one thing, such as signing out.
package func actionForm(
  _ path: String, _ tokens: FormTokens, _ words: Text, _ kind: ButtonKind = .plain, in language: Language
) -> HTML {
  form(.class("inline"), .method(.post), .action(path)) {
    tokens.fields
    submitButton(words, kind, in: language)
  }
}

/// A form that only asks: filters of a list. Its fields are the address, so a filter can be kept as a bookmark, or saved
/// under a name: `saved`, those of the list there are.
package func filterForm(
  _ path: String, saved: SavedFilters? = nil, in language: Language, @HTMLBuilder content: () -> HTML
) -> HTML {
  .fragment {
    form(.class("filter"), .method(.get), .action(path), .role(.search)) {
      content()
      submitButton(Text("查询", "Filter"), .plain, in: language)
    }
    if let saved { saved.html(in: language) }
  }
}

package func hiddenField(_ name: String, _ value: String) -> HTML {
  input(.type(.hidden), .name(name), .value(value))
}
