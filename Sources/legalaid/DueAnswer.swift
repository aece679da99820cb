import Kernel
import Localization
import WorkCalendar

/// An article as the verbs print it.
struct BasisAnswer: Encodable {
  let law: String
  let article: String

  init(_ basis: LegalBasis) {
    law = basis.law.name.zh
    article = basis.article
  }
}

/// What `due` prints.
struct DueAnswer: Encodable {
  struct Step: Encodable {
    let from: String
    let to: String
    let zh: String
    let en: String
  }

  let key: String
  let ruleSet: String
  let from: String
  let due: String?
  let unit: String
  let basis: [BasisAnswer]
  let verified: Bool
  let provisional: Bool
  let steps: [Step]

  init(_ limit: LimitRule, _ set: RuleSet, _ trigger: Trigger, _ variant: LimitRule.Variant, _ due: Due) {
    key = limit.key
    ruleSet = set.rawValue
    from = trigger.description
    self.due = due.value?.description
    unit = variant.limit.unit
    basis = variant.basis.map(BasisAnswer.init)
    verified = variant.isVerified
    provisional = due.isProvisional
    steps = due.steps.map {
      Step(from: $0.from.description, to: $0.to.description, zh: $0.reason.zh, en: $0.reason.en)
    }
  }

  var table: String {
    let lines = steps.map { "  \($0.from == $0.to ? $0.from : "\($0.from) – \($0.to)")  \($0.zh)  \($0.en)" }
    let articles = basis.map { "《\($0.law)》第\($0.article)条" }.joined(separator: "、")
    return (["\(key)  \(ruleSet)  \(from) → \(due ?? "—")  \(articles)"] + lines).joined(separator: "\n")
  }
}
