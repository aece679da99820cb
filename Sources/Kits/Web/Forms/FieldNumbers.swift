package import Localization
package import WorkCalendar

extension FieldReader {
  /// 日期 · A day that exists: `2016-03-07`, `2016/3/7`, `2016年3月7日`, digits of either width.
  package mutating func day(_ name: String, _ label: Text, notAfter latest: Day? = nil) -> Day? {
    let text = value(name, label)
    return day(name, label, text, notAfter: latest)
  }

  package mutating func requiredDay(_ name: String, _ label: Text, notAfter latest: Day? = nil) -> Day {
    let text = requiredValue(name, label)
    return day(name, label, text, notAfter: latest) ?? .earliest
  }

  /// 时刻 · A day and a minute in China's time: `2016-03-07T14:30`, `2016-03-07 14:30`.
  package mutating func instant(_ name: String, _ label: Text) -> Instant? {
    let text = value(name, label)
    return parse(name, text, wrong: FieldMessage.instant(label), CivilTime.instant)
  }

  package mutating func requiredInstant(_ name: String, _ label: Text) -> Instant {
    let text = requiredValue(name, label)
    return parse(name, text, wrong: FieldMessage.instant(label), CivilTime.instant)
      ?? Instant(.earliest)
  }

  /// 时间 · A time of day on a clock of 24 hours, as it is written: `09:30`.
  package mutating func timeOfDay(_ name: String, _ label: Text) -> String? {
    let text = value(name, label)
    return parse(name, text, wrong: FieldMessage.timeOfDay(label), CivilTime.timeOfDay)
  }

  /// 金额 · An amount in fen, typed in yuan with at most two decimals: `18640`, `18,640.50`, `￥18640.5元`.
  package mutating func moneyFen(_ name: String, _ label: Text) -> Int64? {
    let text = value(name, label)
    return parse(name, text, wrong: FieldMessage.money(label), Money.fen)
  }

  package mutating func requiredMoneyFen(_ name: String, _ label: Text) -> Int64 {
    let text = requiredValue(name, label)
    return parse(name, text, wrong: FieldMessage.money(label), Money.fen) ?? 0
  }

  /// 整数 · A whole number within the range.
  package mutating func integer(_ name: String, _ label: Text, in range: ClosedRange<Int>) -> Int? {
    let text = value(name, label)
    return integer(name, label, text, range)
  }

  package mutating func requiredInteger(_ name: String, _ label: Text, in range: ClosedRange<Int>) -> Int {
    let text = requiredValue(name, label)
    return integer(name, label, text, range) ?? range.lowerBound
  }

  private mutating func day(_ name: String, _ label: Text, _ text: String?, notAfter latest: Day?) -> Day? {
    guard let day = parse(name, text, wrong: FieldMessage.day(label), CivilTime.day) else { return nil }
    if let latest, day > latest {
      refuse("day-too-late", at: name, FieldMessage.dayTooLate(label, latest))
      return nil
    }
    return day
  }

  private mutating func integer(_ name: String, _ label: Text, _ text: String?, _ range: ClosedRange<Int>) -> Int? {
    parse(name, text, wrong: FieldMessage.integer(label, range)) { text in
      let digits = text.halfWidth
      guard digits.utf8.count <= 18, digits.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "-") }) else {
        return nil
      }
      return Int(digits).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}
