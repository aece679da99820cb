package import Localization
package import WorkCalendar

/// 人群类别 · Group: what a person is counted as and what aid may turn on; one person may have several. The codes are
/// the contract's.
package enum GroupCode: String, Sendable, Hashable, CaseIterable, Codable {
  case disabled, elderly, minor, woman, migrantWorker, farmer, ethnicMinority
  case servicePerson, militaryFamily, militarySurvivor, veteran, foreigner
  case familyPlanningHardship, dibao, tekun, lowIncome, expenseHardship, youfu
  case goodSamaritan, overseasChineseRelative, otherHardship, other

  package var name: Text {
    switch self {
    case .disabled: Text("残疾人", "Disabled person")
    case .elderly: Text("老年人", "Elderly person")
    case .minor: Text("未成年人", "Minor")
    case .woman: Text("妇女", "Woman")
    case .migrantWorker: Text("农民工", "Migrant worker")
    case .farmer: Text("农民", "Farmer")
    case .ethnicMinority: Text("少数民族", "Ethnic minority")
    case .servicePerson: Text("军人", "Serviceperson")
    case .militaryFamily: Text("军属", "Military family member")
    case .militarySurvivor: Text("烈士、因公牺牲和病故军人遗属", "Survivor of a martyr or of a deceased serviceperson")
    case .veteran: Text("退役军人", "Veteran")
    case .foreigner: Text("外国人或者无国籍人", "Foreigner or stateless person")
    case .familyPlanningHardship: Text("计划生育特殊困难家庭", "Family-planning special-hardship family")
    case .dibao: Text("最低生活保障对象", "Minimum-living-allowance recipient")
    case .tekun: Text("特困人员", "Destitute support recipient")
    case .lowIncome: Text("低收入家庭", "Low-income family")
    case .expenseHardship: Text("支出型困难家庭", "Expense-caused hardship family")
    case .youfu: Text("优抚对象", "Preferential-treatment person")
    case .goodSamaritan: Text("见义勇为人员", "Good Samaritan")
    case .overseasChineseRelative: Text("归侨侨眷", "Returned overseas Chinese or relative")
    case .otherHardship: Text("其他经济困难人员", "Other person in hardship")
    case .other: Text("其他", "Other")
    }
  }

  /// What a birth date and a sex make of a person by themselves: a minor is under 18 (未成年人保护法 2), an elderly
  /// person 60 or over (老年人权益保障法 2).
  package static func evident(birthOn: Day?, sex: Sex?, on day: Day) -> [GroupCode] {
    var groups: [GroupCode] = []
    if let age = birthOn?.fullYears(until: day), age >= 0 {
      if age < 18 { groups.append(.minor) }
      if age >= 60 { groups.append(.elderly) }
    }
    if sex == .female { groups.append(.woman) }
    return groups
  }

  /// 军人军属 · A serviceperson, of his family, or a survivor.
  package var isMilitary: Bool { [.servicePerson, .militaryFamily, .militarySurvivor].contains(self) }

  /// How several groups stand in one column, in files and in rows.
  package static func joined(_ groups: [GroupCode]) -> String {
    groups.map(\.rawValue).joined(separator: ";")
  }

  package static func split(_ text: String) -> [GroupCode] {
    text.split(separator: ";").compactMap { GroupCode(rawValue: String($0)) }
  }
}
