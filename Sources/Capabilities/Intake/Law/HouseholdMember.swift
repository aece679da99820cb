package import Localization

/// 家庭关系 · Family relation: what somebody of the household is to the applicant.
package enum FamilyRelation: String, Sendable, Hashable, CaseIterable, Codable {
  case applicant, spouse, parent, child, grandparent, grandchild, sibling, otherFamily

  package var name: Text {
    switch self {
    case .applicant: Text("本人", "the applicant")
    case .spouse: Text("配偶", "spouse")
    case .parent: Text("父母", "parent")
    case .child: Text("子女", "child")
    case .grandparent: Text("祖父母、外祖父母", "grandparent")
    case .grandchild: Text("孙子女、外孙子女", "grandchild")
    case .sibling: Text("兄弟姐妹", "sibling")
    case .otherFamily: Text("其他共同生活的家庭成员", "other family living together")
    }
  }
}

/// 家庭成员 · Household member: one of those who live together, and the income, in fen, of the months looked at.
package struct HouseholdMember: Sendable, Hashable, Codable {
  package let relation: FamilyRelation
  /// Nil for the applicant, whose name stands elsewhere.
  package let name: String?
  package let wageFen: Int64
  /// 生产经营收入 · Net income of a farm or a business.
  package let businessFen: Int64
  package let otherFen: Int64
  /// 对方当事人 · The opposing party of this matter.
  package let isOpponent: Bool

  package init(
    _ relation: FamilyRelation, name: String? = nil, wageFen: Int64 = 0, businessFen: Int64 = 0,
    otherFen: Int64 = 0, isOpponent: Bool = false
  ) {
    self.relation = relation
    self.name = name
    self.wageFen = wageFen
    self.businessFen = businessFen
    self.otherFen = otherFen
    self.isOpponent = isOpponent
  }

  package var incomeFen: Int64 { wageFen + businessFen + otherFen }

  /// 配偶王某：工资¥12,000.00、经营¥0.00、其他¥0.00
  func words(name: (String) -> String = { $0 }) -> Text {
    let shown = self.name.map(name)
    let who = relation.name + (shown.map { Text($0, " \($0)") } ?? .same(""))
    let parts = Text.list([
      Text.each { "\(Text("工资", "wages")[$0]) \(Format.money(fen: wageFen, $0))" },
      Text.each { "\(Text("经营", "business")[$0]) \(Format.money(fen: businessFen, $0))" },
      Text.each { "\(Text("其他", "other")[$0]) \(Format.money(fen: otherFen, $0))" },
    ])
    let told = who + Text("：", ": ") + parts
    return isOpponent ? told + Text("（对方当事人，不计入）", " (the opposing party, left out)") : told
  }
}

/// 家庭财产 · Household assets: what the household owns, and whether any of it is valuable in the sense of the line.
package struct HouseholdAssets: Sendable, Hashable, Codable {
  package let houses: Int?
  package let cars: Int?
  /// Cash, deposits, securities.
  package let savingsFen: Int64?
  /// 贵重财产 · Nil where nobody judged it.
  package let areValuable: Bool?

  package init(houses: Int? = nil, cars: Int? = nil, savingsFen: Int64? = nil, areValuable: Bool? = nil) {
    self.houses = houses
    self.cars = cars
    self.savingsFen = savingsFen
    self.areValuable = areValuable
  }

  var words: Text {
    .list(
      [
        houses.map { Text("住房\($0)套", "houses: \($0)") }, cars.map { Text("机动车\($0)辆", "vehicles: \($0)") },
        savingsFen.map { fen in
          Text.each { "\(Text("存款、现金和有价证券", "savings")[$0]) \(Format.money(fen: fen, $0))" }
        },
        areValuable.map { $0 ? Text("有贵重财产", "valuable assets") : AssetRule.noValuables.name },
      ].compactMap(\.self))
  }
}
