import Kernel
package import Localization
import Registry

/// 代为申请人的身份 · Relation of a representative: in what right somebody applies for the applicant (条例 16; 法律援助法 40).
/// The codes are stable.
package enum RepresentativeRelation: String, Sendable, Hashable, CaseIterable, Codable {
  case statutoryAgent, otherStatutoryAgent, nearRelative, entrusted

  package var name: Text {
    switch self {
    case .statutoryAgent: Text("法定代理人", "Statutory agent")
    case .otherStatutoryAgent:
      Text("其他法定代理人（法定代理人侵犯其合法权益的）", "Another statutory agent (the first one harms the applicant)")
    case .nearRelative: Text("近亲属（法定代理人侵犯其合法权益的）", "Near relative (the statutory agent harms the applicant)")
    case .entrusted: Text("委托代理人", "Agent by power of attorney")
    }
  }

  var grounds: Grounds {
    switch self {
    case .statutoryAgent, .otherStatutoryAgent:
      Grounds([.rs2012: [.r03("16")], .rs2022: [.lal("40")], .rs2023: [.lal("40")]])
    case .nearRelative: Grounds([.rs2022: [.lal("40")], .rs2023: [.lal("40")]])
    case .entrusted:
      Grounds([
        .rs2012: Grounds.Ground([.r03("17")]), .rs2022: .fromMemory(.lal("38")), .rs2023: .fromMemory(.lal("38")),
      ])
    }
  }

  static let entries = allCases.flatMap { $0.grounds.entries("RP-\($0.rawValue)", .eligibility, $0.name) }
}

/// 代为申请人 · Applying representative: who applies for the applicant, and in what right. Kept encrypted with what was
/// told.
package struct Representative: Sendable, Hashable, Codable {
  package let relation: RepresentativeRelation
  package let name: String
  package let identityNumber: String?
  package let phone: String?

  package init(
    _ relation: RepresentativeRelation, name: String, identityNumber: String? = nil, phone: String? = nil
  ) {
    self.relation = relation
    self.name = name
    self.identityNumber = identityNumber
    self.phone = phone
  }

  /// Says no to a right that these rules do not give, to the applicant himself, and to an opposing party.
  func refusals(applicant: PersonTold, opposing: [String], rules: RuleSet) -> [Refusal] {
    var refusals: [Refusal] = []
    if relation.grounds[rules] == nil { refusals.append(Self.notYet) }
    let isHimself = identityNumber.map { $0 == applicant.identityNumber } ?? (name == applicant.name)
    if isHimself { refusals.append(Self.himself) }
    if opposing.contains(name) { refusals.append(Self.opponent) }
    return refusals
  }

  private static let notYet = Refusal(
    "representative.notYet",
    Text(
      "适用的规则没有规定近亲属可以代为申请，请选择其他身份。", "The rules in force do not let near relatives apply: choose another right."),
    field: "relation", basis: [.lal("40")])
  private static let himself = Refusal(
    "representative.himself",
    Text("代为申请人就是申请人本人的，不用填写代为申请人。", "Who applies for himself names no applying representative."),
    field: "representativeName")
  private static let opponent = Refusal(
    "representative.opponent",
    Text(
      "代为申请人是对方当事人，不能代为申请，请由其他法定代理人或者近亲属申请。",
      "An opposing party cannot be the applying representative: another statutory agent or a near relative does."),
    field: "representativeName", basis: [.lal("40")])
}
