package import Kernel
package import Localization
import Storage

/// 咨询处理 · Consultation handling: what the answer leads to.
package enum ConsultationHandling: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case answered, toApplication, toMediation, toComplaint, toOtherDepartment

  package var name: Text {
    switch self {
    case .answered: Text("已解答", "Answered")
    case .toApplication: Text("引导申请法律援助", "Guided to apply for legal aid")
    case .toMediation: Text("引导人民调解", "Guided to mediation")
    case .toComplaint: Text("引导投诉", "Guided to complain")
    case .toOtherDepartment: Text("告知向其他部门反映", "Told which other department to ask")
    }
  }
}

/// 咨询答复 · Consultation answer: what was told, and what the law wants said with it.
package struct ConsultationAnswer: Sendable, Hashable {
  package var text: String
  package var handling: ConsultationHandling
  /// Who is to be asked where it is no legal matter.
  package var department: String?
  /// Told of the right to apply, its conditions and procedure.
  package var isReminded: Bool

  package init(
    _ text: String, handling: ConsultationHandling = .answered, department: String? = nil, isReminded: Bool = true
  ) {
    self.text = text
    self.handling = handling
    self.department = department
    self.isReminded = isReminded
  }

  /// Everything that is wrong with it: the right to apply is told of in every legal matter since 2022 (法律援助法 23);
  /// what is none names the department.
  package func refusals(about topic: ConsultationTopic, rules: RuleSet) -> [Refusal] {
    var refusals: [Refusal] = []
    let isElsewhere = topic == .notLegal || handling == .toOtherDepartment
    if isElsewhere, department == nil { refusals.append(Self.noDepartment) }
    if !isElsewhere, !isReminded, rules >= .rs2022 { refusals.append(Self.notReminded) }
    return refusals
  }

  private static let noDepartment = Refusal(
    "consultation.department",
    Text("不属于法律事务的，请写明应当向哪个部门反映。", "Where it is no legal matter, name the department to be asked."),
    field: "department")
  private static let notReminded = Refusal(
    "consultation.notReminded",
    Text(
      "请告知当事人有权申请法律援助及申请的条件和程序，并勾选。",
      "Tell of the right to apply for legal aid, its conditions and procedure, and tick it."),
    field: "reminded", basis: [.remindOfAid])

  package static let entries = [
    RuleEntry(
      "consultation.reminder", .eligibility,
      Text(
        "提供咨询时应当提示当事人有权申请法律援助，并告知条件和程序",
        "A consultation tells of the right to apply for legal aid, its conditions and procedure"),
      ruleSets: .since2022, basis: [.remindOfAid])
  ]
}
