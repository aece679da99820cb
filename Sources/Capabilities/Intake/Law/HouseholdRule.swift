package import Localization

/// 收入计算口径 · Household rule: whose income a hardship line looks at, as its source says. The national rule is the family
/// that lives together; with the opposing party among them the applicant alone (程序规定 2012, 15).
package enum HouseholdRule: String, Sendable, Hashable, CaseIterable, Codable {
  case coResident, lessExpenses, applicantAlone

  package var name: Text {
    switch self {
    case .coResident: Text("共同生活的家庭成员人均", "per head of the family living together")
    case .lessExpenses: Text("扣除重大支出后的家庭人均", "per head of the family less major expenses")
    case .applicantAlone: Text("只看申请人本人", "the applicant alone")
    }
  }
}

/// 财产条件 · Asset rule: what a hardship line forbids to own besides. What is valuable its source says or the clerk judges.
package enum AssetRule: String, Sendable, Hashable, CaseIterable, Codable {
  case noValuables

  package var name: Text { Text("没有贵重财产", "no valuable assets") }
}
