package import Localization
import Storage
package import WorkCalendar

/// 公民身份号码 · Identity number: eighteen characters (GB 11643) with a real birth date and the right check character.
/// Its region code is not looked up. Full width, spaces and x are accepted and come out tidied.
package struct IdentityNumber: Sendable, Hashable, CustomStringConvertible {
  /// Eighteen half-width characters, the last a digit or `X`.
  package let description: String
  package let birthOn: Day
  package let sex: Sex

  /// Fifteen digits, the numbers given before 1999, are completed where the caller takes them.
  package init(_ text: String, acceptsFifteen: Bool = true) throws(Fault) {
    guard text.unicodeScalars.allSatisfy(Self.mayStand) else { throw .characters }
    let length = text.unicodeScalars.count { !Self.isBetween($0) }
    guard length == 18 || (length == 15 && acceptsFifteen) else { throw .length }
    let number = Normalise.identityNumber(text)
    guard number.utf8.count == 18, number.utf8.dropLast().allSatisfy(Self.isDigit) else { throw .characters }
    guard let birthOn = Self.birthDay(in: number) else { throw .birthDate }
    guard Normalise.checkCharacter(of: number.dropLast()) == number.last else { throw .checkCharacter }
    self.description = number
    self.birthOn = birthOn
    self.sex = (number.utf8.dropLast().last ?? 0).isMultiple(of: 2) ? .female : .male
  }

  package func age(on day: Day) -> Int { birthOn.fullYears(until: day) }

  private static func birthDay(in number: String) -> Day? {
    let digits = number.dropFirst(6).prefix(8)
    guard let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)),
      let day = Int(digits.suffix(2))
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// Spaces of either width and hyphens, with which people group the digits.
  private static func isBetween(_ scalar: Unicode.Scalar) -> Bool { " \u{3000}-－".unicodeScalars.contains(scalar) }

  private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
    "0123456789０１２３４５６７８９xXｘＸ".unicodeScalars.contains(scalar) || isBetween(scalar)
  }
}

extension IdentityNumber {
  /// Why a text is no identity number.
  package enum Fault: String, Error, Sendable, Hashable, CaseIterable {
    case length, characters, birthDate, checkCharacter

    package var reason: Text {
      switch self {
      case .length: Text("身份证号码应为18位，请核对位数。", "An identity number has 18 characters: check how many there are.")
      case .characters:
        Text(
          "身份证号码前17位应为数字，最后一位为数字或者X。",
          "The first 17 characters of an identity number are digits, the last a digit or X.")
      case .birthDate:
        Text("身份证号码中的出生日期不存在，请核对第7至14位。", "The birth date in the number does not exist: check characters 7 to 14.")
      case .checkCharacter:
        Text("身份证号码的校验码不对，可能有一位输错，请逐位核对。", "The check character is wrong: one digit is probably mistyped.")
      }
    }
  }
}
