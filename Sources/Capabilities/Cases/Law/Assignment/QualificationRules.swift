import Intake
import Kernel
import Localization
import Registry
import WorkCalendar

extension AssignmentRule {
  static let lawyersOnly = AssignmentRule(
    key: "Q4",
    name: Text("刑事辩护和通知案件、侦查阶段只能由律师承办", "Defence, notified cases and investigation: lawyers only"),
    grounds: Grounds([
      .rs2012: [.p12("20")],
      .rs2022: [LegalBasis(.criminalProcedure2018, "34"), LegalBasis(.criminalProcedure2018, "35")],
      .rs2023: [LegalBasis(.criminalProcedure2018, "34"), LegalBasis(.criminalProcedure2018, "35")],
    ])
  ) { facts, _, _ in
    let aidCase = facts.aidCase
    guard aidCase.isDefence || aidCase.track?.isNotified == true || aidCase.stage == .investigation else {
      return nil
    }
    switch facts.person.kind {
    case .grassrootsWorker:
      return Text("基层法律服务工作者不能承办这类案件。", "A grassroots legal service worker may not take such a case.")
    case .volunteer where facts.person.licenceValid != true:
      return Text("没有律师执业证书的志愿者不能承办这类案件。", "A volunteer without a lawyer's licence may not take such a case.")
    default: return nil
    }
  }

  static let formerJudge = AssignmentRule(
    key: "Q8", name: Text("离任法官、检察官两年内不得担任代理人、辩护人", "Former judges and prosecutors: not within two years"),
    grounds: .throughout([LegalBasis(.lawyers, "41")])
  ) { facts, _, day in
    guard let left = facts.person.formerJudgeLeftOn, left.fullYears(until: day) < 2 else { return nil }
    return Text(
      "\(left)从人民法院、人民检察院离任，未满两年。", "Left the court or procuratorate on \(left), less than two years ago.")
  }

  static let excluded = AssignmentRule(
    key: "Q9", name: Text("法律规定不得担任辩护人的人员", "Persons the law excludes as defenders"),
    grounds: .criminalProcedure([LegalBasis(.criminalProcedure2018, "33"), LegalBasis(.interpretation2021, "40")])
  ) { facts, _, _ in
    guard facts.aidCase.isDefence, let why = facts.person.excludedBecause else { return nil }
    return Text("不得担任辩护人：\(why.zh)。", "May not be a defender: \(why.en).")
  }

  static let active = AssignmentRule(
    key: "Q10", name: Text("承办单位和人员在册，执业证有效", "Unit and person active, licence valid"),
    grounds: .throughoutByDesign([], Text("本产品的默认规则。", "The product's own default."))
  ) { facts, _, _ in
    if facts.person.unitActive == false {
      return Text("承办单位已停用，请先核实单位状态。", "The unit is inactive: check its status first.")
    }
    if facts.person.licenceValid == false {
      return Text("执业证在指派当日无效，请先核实执业状态。", "The licence is not valid on the day: check it first.")
    }
    return nil
  }

  static let twoDefenders = AssignmentRule(
    key: "Q11", name: Text("一名被告人最多两名辩护人", "At most two defenders"),
    grounds: .criminalProcedure([LegalBasis(.criminalProcedure2018, "33"), LegalBasis(.interpretation2021, "43")])
  ) { facts, _, _ in
    facts.aidCase.isDefence && facts.aidCase.defenders >= 2
      ? Text("已经有两名辩护人。", "There are two defenders already.") : nil
  }

  static let replaced = AssignmentRule(
    key: "Q13", name: Text("被更换的承办人员不再承办同一案件", "Who was replaced does not get the case again"),
    grounds: .throughoutByDesign([], Text("本产品的默认规则。", "The product's own default."))
  ) { facts, _, _ in
    facts.person.isReplaced ? Text("本案已经更换该承办人员。", "Was replaced in this case.") : nil
  }

  static let onLeave = AssignmentRule(
    key: "Q14", name: Text("离岗期间不指派新案件", "No new case while on leave"),
    grounds: .throughoutByDesign([], Text("本产品的默认规则。", "The product's own default."))
  ) { facts, _, _ in
    facts.person.onLeaveUntil.map { last in
      Text("离岗至\(Format.day(last, .zh))。", "On leave until \(Format.day(last, .en)).")
    }
  }
}
