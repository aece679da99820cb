import Intake
package import Kernel
import Localization
import Sheets
import WorkCalendar

/// 目录 · Catalogue: what the code says of itself: rules, papers, lifecycles, routes, permissions; printed by the verbs,
/// written into `docs/law/`, and compared with it by a test.
package enum Catalogue {
  package struct Basis: Encodable, Sendable {
    let law: String
    let article: String
  }

  package struct Name: Encodable, Sendable {
    let zh: String
    let en: String

    init(_ text: Text) { (zh, en) = (text.zh, text.en) }
  }

  package struct Rule: Encodable, Sendable {
    package let key: String
    let kind: String
    let name: Name
    let ruleSets: [String]
    let from: String?
    let to: String?
    let basis: [Basis]
    let verified: Bool
    let note: Name?
    /// 测试 · The test file and function that try it.
    package let tested: String?
  }

  package struct Document: Encodable, Sendable {
    let form: String
    let formSet: Int
    let name: Name
    let when: Name
    let seal: Bool
    let signers: [Name]
    let fields: [String]
  }

  package static var rules: [Rule] {
    (national + LocalRulePack.shipped.flatMap(\.printed)).map { rule in
      Rule(
        key: rule.key, kind: rule.kind.rawValue, name: Name(rule.name), ruleSets: rule.ruleSets.map(\.rawValue),
        from: rule.from?.description, to: rule.to?.description,
        basis: rule.basis.map { Basis(law: $0.law.name.zh, article: $0.article) }, verified: rule.isVerified,
        note: rule.note.map(Name.init), tested: RuleTests.place(rule.key))
    }
  }

  /// 国家规则 · Every rule that is no local pack's.
  static var national: [RuleEntry] {
    let listed = Capabilities.all.flatMap(\.rules).filter { rule in rule.kind != .limit }
    return Capabilities.all.flatMap(\.limits).flatMap(\.entries) + listed
  }

  package static var documents: [Document] {
    Capabilities.forms.map { form in
      Document(
        form: form.form, formSet: form.formSet, name: Name(form.name), when: Name(form.when), seal: form.isSealed,
        signers: form.signers.map(Name.init), fields: form.fields.map(\.key))
    }
  }

  package static var lifecycles: [LifecycleTable] { Capabilities.all.flatMap(\.lifecycles) }
  package static var permissions: [Permission] {
    Capabilities.all.flatMap(\.permissions).reduce(into: []) { kept, one in
      if !kept.contains(one) { kept.append(one) }
    }
  }
}
