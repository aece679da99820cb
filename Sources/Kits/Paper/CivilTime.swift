/// 北京时间 · An instant as a civil date and time in +08:00, for the dates inside a PDF.
struct CivilTime {
  let year, month, day, hour, minute, second: Int64

  init(secondsSince1970 seconds: Int64) {
    let local = seconds + 8 * 3600
    let (days, time) = local.floorDivided(by: 86400)
    // Days are counted in eras of 400 years that begin on 1 March, where the leap day comes last.
    let (era, dayOfEra) = (days + 719_468).floorDivided(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60)
  }

  /// 2016-03-07T09:30:00+08:00
  var iso8601: String {
    "\(year)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))+08:00"
  }

  /// D:20160307093000+08'00'
  var pdf: String { "D:\(year)\(two(month))\(two(day))\(two(hour))\(two(minute))\(two(second))+08'00'" }

  private func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
