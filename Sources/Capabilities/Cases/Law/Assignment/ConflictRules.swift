import Intake
import Kernel
import Localization

// Whom a name or an identity number surely makes the other side; what is only near is told by W3 (`SoftRules`).
extension AssignmentRule {
  static let coDefendants = AssignmentRule(
    key: "Q5", name: Text("一名辩护人不得为两名以上同案被告人辩护", "One defender not for two co-defendants"),
    grounds: .criminalProcedure([
      LegalBasis(.interpretation2021, "43"), LegalBasis(.policeProcedure2020, "43"),
    ])
  ) { facts, _, _ in
    guard let name = facts.person.name,
      let other = facts.aidCase.coDefendants.first(where: { $0.undertaker == name })
    else { return nil }
    return Text("已经为同案的\(other.name)辩护。", "Already defends the co-defendant \(other.name).")
  }

  /// Q6: not both sides, nor against himself or a near relative.
  static let bothSides = AssignmentRule(
    key: "Q6", name: Text("不得为双方当事人代理，不得与本人或者近亲属有利益冲突", "Not for both sides, nor against self or near relatives"),
    grounds: .throughout([LegalBasis(.lawyers, "39")])
  ) { facts, _, _ in
    guard let name = facts.person.name else { return nil }
    for other in facts.aidCase.opposing {
      if other.undertaker == name {
        if other.isSecond {
          return Text(
            "担任过对方当事人\(other.name)案件的共同承办人员。",
            "Is or was second undertaker for the opposing party \(other.name).")
        }
        return Text("已经为对方当事人\(other.name)代理。", "Already acts for the opposing party \(other.name).")
      }
      if other.name == name {
        return Text("本人就是对方当事人。", "Is the opposing party.")
      }
      if facts.person.relatives.contains(other.name) {
        return Text("对方当事人\(other.name)是其近亲属。", "The opposing party \(other.name) is a near relative.")
      }
    }
    return nil
  }

  static let sameUnit = AssignmentRule(
    key: "Q7", name: Text("双方都是受援人的，由不同单位承办", "Both sides recipients: different units"),
    grounds: .throughoutByDesign(
      [LegalBasis(.hangzhou, "32")],
      Text("国家没有统一规定，本产品默认采用杭州市的规定。", "No national rule; the product adopts Hangzhou's as its default."))
  ) { facts, _, _ in
    guard let unit = facts.person.unit, let other = facts.aidCase.opposing.first(where: { $0.unit == unit })
    else { return nil }
    return Text("\(unit)已经承办对方当事人\(other.name)的案件。", "\(unit) already acts for the opposing party \(other.name).")
  }
}

extension Grounds {
  static func throughout(_ basis: [LegalBasis]) -> Grounds {
    Grounds([.rs2012: basis, .rs2022: basis, .rs2023: basis])
  }

  static func throughoutByDesign(_ basis: [LegalBasis], _ note: Text) -> Grounds {
    let ground = Ground.design(basis, note)
    return Grounds([.rs2012: ground, .rs2022: ground, .rs2023: ground])
  }

  /// Cited from the texts in force since 2018 to 2021; those before them could not be read.
  static func criminalProcedure(_ basis: [LegalBasis]) -> Grounds {
    let before = Ground.design(
      basis, Text("此前的刑事诉讼法和解释条文尚未核对。", "The texts in force before these are not yet checked."))
    return Grounds([.rs2012: before, .rs2022: Ground(basis), .rs2023: Ground(basis)])
  }
}
