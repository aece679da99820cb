/// 家庭经济状况 · Household: the net income, in fen, of the applicant and the family living with him over some months.
package struct Household: Sendable, Hashable, Codable {
  /// The applicant included.
  package let members: Int
  package let netIncomeFen: Int64
  package let months: Int
  /// The opposing party lives in the household: then only the applicant himself counts (程序规定 2012, 15).
  package let opponentInHousehold: Bool
  /// The applicant's own part of the income; asked for when the opponent is of the household.
  package let ownNetIncomeFen: Int64?
  /// 家庭成员 · Each of them, the applicant first; nil where only the totals were told.
  package let people: [HouseholdMember]?
  /// 重大支出 · Major expenses in the same months, such as for illness or school.
  package let expensesFen: Int64?
  package let assets: HouseholdAssets?

  package init(
    members: Int, netIncomeFen: Int64, months: Int, opponentInHousehold: Bool = false,
    ownNetIncomeFen: Int64? = nil, people: [HouseholdMember]? = nil, expensesFen: Int64? = nil,
    assets: HouseholdAssets? = nil
  ) {
    self.members = members
    self.netIncomeFen = netIncomeFen
    self.months = months
    self.opponentInHousehold = opponentInHousehold
    self.ownNetIncomeFen = ownNetIncomeFen
    self.people = people
    self.expensesFen = expensesFen
    self.assets = assets
  }

  /// Told member by member: the totals are their sums.
  package init(
    people: [HouseholdMember], months: Int, opponentInHousehold: Bool = false, expensesFen: Int64? = nil,
    assets: HouseholdAssets? = nil
  ) {
    self.init(
      members: people.count, netIncomeFen: people.map(\.incomeFen).reduce(0, +), months: months,
      opponentInHousehold: opponentInHousehold || people.contains { $0.isOpponent },
      ownNetIncomeFen: people.first { $0.relation == .applicant }?.incomeFen, people: people,
      expensesFen: expensesFen, assets: assets)
  }

  /// Whose income is tested, and how much it is; nil where the facts do not say.
  func tested(_ rule: HouseholdRule) -> (incomeFen: Int64, members: Int)? {
    guard (1...1000).contains(members), (1...1200).contains(months) else { return nil }
    if opponentInHousehold { return ownNetIncomeFen.map { ($0, 1) } }
    switch rule {
    case .coResident: return (netIncomeFen, members)
    case .lessExpenses: return (netIncomeFen.subtractingReportingOverflow(expensesFen ?? 0).partialValue, members)
    case .applicantAlone: return (ownNetIncomeFen ?? (members == 1 ? netIncomeFen : nil)).map { ($0, 1) }
    }
  }
}
