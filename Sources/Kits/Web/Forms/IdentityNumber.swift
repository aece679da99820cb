import Storage
package import WorkCalendar

/// 公民身份号码 · Identity number: the eighteen characters of GB 11643, checked by form, birth date and check character.
package enum IdentityNumber {
  package enum Fault: String, Error, Sendable { case format, birth, check }

  /// The number as it is kept (half width, `X` large), or what is wrong with it. A fifteen-digit number is refused:
  /// the cards that bore it are no longer valid.
  package static func read(_ text: String) -> Result<String, Fault> {
    let typed = text.halfWidth.filter { !$0.isWhitespace && $0 != "-" }
    guard typed.utf8.count == 18, typed.allSatisfy(\.isASCII) else { return .failure(.format) }
    let number = Normalise.identityNumber(typed)
    let body = number.prefix(17)
    guard number.utf8.count == 18, let check = Normalise.checkCharacter(of: body), let last = number.last,
      last == "X" || last.isNumber
    else { return .failure(.format) }
    guard birthday(of: number) != nil else { return .failure(.birth) }
    return last == check ? .success(number) : .failure(.check)
  }

  /// 出生日期 · The birth date that a well-formed number names.
  package static func birthday(of number: String) -> Day? {
    let digits = Array(number.utf8)
    guard digits.count == 18 else { return nil }
    func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
    guard digits[..<17].allSatisfy(\.isDigit), value(6..<10) >= 1850 else { return nil }
    return Day(year: value(6..<10), month: value(10..<12), day: value(12..<14))
  }
}
