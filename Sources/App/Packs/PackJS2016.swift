package import Intake
import Kernel
import Registry
import WorkCalendar

extension LocalRulePack {
  /// The packs that ship.
  package static let shipped = [js2016]

  /// 2016年地方规则包 · What the plan of 2016 and the provincial document on military families add. It ends with the plan's
  /// year.
  private static let js2016: LocalRulePack = {
    var pack = LocalRulePack(
      name: "JS-2016", document: "市政府办公厅关于进一步做好法律援助工作的通知",
      from: .literal(2016, 1, 1), to: .literal(2016, 12, 31))
    let military: [GroupCode] = [.servicePerson, .militaryFamily, .militarySurvivor]
    pack.groups = (military + [.familyPlanningHardship]).map { Listed($0) }
    // The three working days are the pack's own target, not a limit of the law.
    pack.limits = [LocalLimit(key: PriorityLimits.target.key, limit: .workingDays(3))]
    pack.exemptions = [
      Exemption(
        key: .conscripts, groups: military, proof: "军人证件、团级以上单位证明或者遗属证明",
        terms: EntryTerms(document: "苏政发〔2015〕5号")),
      Exemption(key: .familyPlanning, groups: [.familyPlanningHardship], proof: "计划生育特别扶助证"),
      Exemption(key: .planMilitary, groups: military, proof: "军人证件、团级以上单位证明或者遗属证明"),
      Exemption(key: .petitioner, matters: [.retrial], proof: "生效裁判文书"),
    ]
    return pack
  }()
}
