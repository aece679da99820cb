/// 格式 · Format: how days, times, money, shares and masked data are written for people.
/// Everything is computed here: no locale, no formatter, the same on every machine.
package enum Format {
  /// 2016年3月7日, 7 March 2016.
  package static func day(_ year: Int, _ month: Int, _ day: Int, _ language: Language) -> String {
    switch language {
    case .zh: "\(year)年\(month)月\(day)日"
    case .en: "\(day) \(monthName(month)) \(year)"
    }
  }

  /// 3月7日, 7 March: for where the year is plain.
  package static func day(_ month: Int, _ day: Int, _ language: Language) -> String {
    switch language {
    case .zh: "\(month)月\(day)日"
    case .en: "\(day) \(monthName(month))"
    }
  }

  /// 2016年3月, March 2016.
  package static func month(_ year: Int, _ month: Int, _ language: Language) -> String {
    switch language {
    case .zh: "\(year)年\(month)月"
    case .en: "\(monthName(month)) \(year)"
    }
  }

  /// 星期一, Monday: 1 is Monday, 7 is Sunday.
  package static func weekday(_ number: Int, _ language: Language) -> String {
    let names = language == .zh ? ["一", "二", "三", "四", "五", "六", "日"] : englishWeekdays
    guard names.indices.contains(number - 1) else { return "" }
    return language == .zh ? "星期" + names[number - 1] : names[number - 1]
  }

  /// 09:05, the 24-hour clock in both languages.
  package static func time(_ hour: Int, _ minute: Int) -> String {
    pad(hour) + ":" + pad(minute)
  }

  /// A length in minutes: 1小时20分钟, 1 h 20 min.
  package static func duration(minutes: Int, _ language: Language) -> String {
    let (hours, rest) = max(0, minutes).quotientAndRemainder(dividingBy: 60)
    let units = language == .zh ? ("小时", "分钟", "") : (" h", " min", " ")
    if hours == 0 { return "\(rest)\(units.1)" }
    return rest == 0 ? "\(hours)\(units.0)" : "\(hours)\(units.0)\(units.2)\(rest)\(units.1)"
  }

  /// 甲、乙、丙; A, B, C.
  package static func list(_ items: [String], _ language: Language) -> String {
    items.joined(separator: language == .zh ? "、" : ", ")
  }

  static func pad(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func monthName(_ month: Int) -> String {
    englishMonths.indices.contains(month - 1) ? englishMonths[month - 1] : ""
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let englishWeekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}
