package import Localization
package import Markup

/// 核对项 · Answer: a question, what was answered, and where to change it.
package struct Answer: Sendable {
  let question: Text
  let answer: HTML
  let changePath: String?

  package init(_ question: Text, _ answer: HTML, changePath: String? = nil) {
    self.question = question
    self.answer = answer
    self.changePath = changePath
  }

  package init(_ question: Text, _ answer: String, changePath: String? = nil) {
    self.init(question, .text(answer), changePath: changePath)
  }
}

/// Check your answers before sending; an empty answer says that it was not filled in.
package func summaryList(_ answers: [Answer], in language: Language) -> HTML {
  dl(.class("answers")) {
    for answer in answers {
      div {
        dt { answer.question[language] }
        dd {
          if answer.answer.isEmpty {
            span(.class("soft")) { Text("未填写", "Not filled in")[language] }
          } else {
            answer.answer
          }
        }
        if let path = answer.changePath {
          dd(.class("change")) {
            a(.href(path)) {
              Text("更改", "Change")[language]
              span(.class("unseen")) { " " + answer.question[language] }
            }
          }
        }
      }
    }
  }
}
