package import Localization
package import Markup

/// 步骤 · Step: one of the stages a case goes through.
package struct Step: Sendable {
  package enum Standing: String, Sendable { case done, now, ahead }

  let title: Text
  let note: String?
  let standing: Standing

  package init(_ title: Text, note: String? = nil, _ standing: Standing) {
    self.title = title
    self.note = note
    self.standing = standing
  }
}

package func steps(_ steps: [Step], in language: Language) -> HTML {
  ol(.class("steps")) {
    for step in steps {
      li(.class(step.standing.rawValue), .ariaCurrent(step.standing == .now ? .step : nil)) {
        b { step.title[language] }
        if step.standing == .done { span(.class("unseen")) { Text("已完成", "done")[language] } }
        if let note = step.note { span(.class("small")) { note } }
      }
    }
  }
}
