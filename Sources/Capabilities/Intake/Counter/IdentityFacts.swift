import Localization
import Registry
import WorkCalendar

/// 证件信息 · Identity facts: what an identity number says by itself: birth date, sex, and so the evident groups.
struct IdentityFacts {
  private let number: IdentityNumber

  /// Nil for what is no identity number.
  init?(_ text: String) {
    guard let number = try? IdentityNumber(text, acceptsFifteen: false) else { return nil }
    self.number = number
  }

  /// The groups that the number shows, and those that were ticked besides.
  static func joined(_ facts: IdentityFacts?, _ ticked: [GroupCode], on day: Day) -> [GroupCode] {
    let evident = facts?.groups(on: day) ?? []
    return evident + ticked.filter { !evident.contains($0) }
  }

  var birthOn: Day { number.birthOn }
  var sex: Sex { number.sex }

  func groups(on day: Day) -> [GroupCode] { GroupCode.evident(birthOn: birthOn, sex: sex, on: day) }

  /// 女，46岁，1970年2月18日生
  func summary(on day: Day) -> Text {
    let age = number.age(on: day)
    let groups = groups(on: day).map(\.name)
    let born = Text(
      "\(sex.name.zh)，\(age)岁，\(Format.day(birthOn, .zh))生",
      "\(sex.name.en), aged \(age), born \(Format.day(birthOn, .en))")
    return groups.isEmpty
      ? born : born + Text("；类别：\(Text.list(groups).zh)", "; groups: \(Text.list(groups).en)")
  }
}
