import Localization
import Markup
import Registry
import Web

/// 军人军属字段 · Military fields: what the counter asks besides of servicepersons, their families and survivors.
enum MilitaryFields {
  static let title = Text("军人军属情况", "Military personnel and families")
  static let category = Field(
    "militaryCategory", Text("军人类别", "Category of the serviceperson"),
    .select(MilitaryCategory.allCases.map { Choice($0.rawValue, $0.name) }), required: false)
  static let proof = Field(
    "militaryProof", Text("军人身份证明", "Proof shown"),
    .select(MilitaryProof.allCases.map { Choice($0.rawValue, $0.name) }),
    hint: Text("看到后再选择", "Choose what was shown"), required: false)
  static let unit = Field(
    "unitCode", UnitCode.label,
    hint: Text("只填代号，不填部队名称；可以不填", "The code, never the unit’s name; may be left empty"),
    required: false, autocomplete: "off")

  static let names = [category, proof, unit].map(\.name)

  static func html(_ ask: Asker) -> HTML {
    let isMilitary = ask.view.answers.codes("groups", GroupCode.self).contains(where: \.isMilitary)
    return disclosure(title, open: isMilitary || ask.isFilled(names), in: ask.language) {
      div(.class("grid2")) {
        ask(category)
        ask(proof)
        ask(unit)
      }
    }
  }

  /// Nil for others. Whoever fills it in belongs to one of the groups, and the other way round.
  static func read(_ form: inout FieldReader, groups: [GroupCode], claims: [ExemptionCode]) -> MilitaryFacts? {
    let category: MilitaryCategory? = form.choice(category.name, category.label)
    let proof: MilitaryProof? = form.choice(proof.name, proof.label)
    let code = form.unitCode(unit.name)
    guard groups.contains(where: \.isMilitary) else {
      if category != nil || proof != nil || code != nil {
        let typed = names.first { !form.fields[$0].isEmpty }
        form.refuse(
          "military.group", at: typed ?? unit.name,
          Text("填写了军人军属情况，请勾选军人、军属或者遗属。", "Military facts are told: tick serviceperson, family or survivor."))
      }
      return nil
    }
    guard let category else {
      form.refuse(
        "field-missing", at: Self.category.name, Text("军人军属请选择军人类别。", "Choose the category of the serviceperson."))
      return nil
    }
    if category == .other, claims.contains(.conscripts) {
      form.refuse(
        "military.claim", at: "claims",
        Text(
          "X15只适用于义务兵、供给制学员、执行作战等任务的军人及其家属和遗属：其他军人军属请勾选X16，或者按经济状况审查。",
          "X15 is for conscripts, supply-system cadets, those on combat tasks, their families and survivors: tick X16 for others, or have hardship tested."
        ))
    }
    return MilitaryFacts(category, unitCode: code, proof: proof)
  }
}
