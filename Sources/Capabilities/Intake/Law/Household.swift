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

  package init(
    members: Int, netIncomeFen: Int64, months: Int, opponentInHousehold: Bool = false, ownNetIncomeFen: Int64? = nil
  ) {
    self.members = members
    self.netIncomeFen = netIncomeFen
    self.months = months
    self.opponentInHousehold = opponentInHousehold
    self.ownNetIncomeFen = ownNetIncomeFen
  }

  /// Whose income is tested, and how much it is; nil where the facts do not say.
  var tested: (incomeFen: Int64, members: Int)? {
    guard (1...1000).contains(members), (1...1200).contains(months) else { return nil }
    guard opponentInHousehold else { return (netIncomeFen, members) }
    return ownNetIncomeFen.map { ($0, 1) }
  }
}
