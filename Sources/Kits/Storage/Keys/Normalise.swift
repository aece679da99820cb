/// 规范化 · Normalise: one spelling for one identity number or phone, so that exact look-up finds it.
///
/// It judges nothing: what is no identity number comes back tidied, not refused.
package enum Normalise {
  /// `32０999 19800101 123x` → `32099919800101123X`; fifteen digits become eighteen as of the 1900s, as GB 11643 has it.
  package static func identityNumber(_ text: String) -> String {
    let tidy = letters(of: text).uppercased()
    guard tidy.utf8.count == 15, tidy.utf8.allSatisfy(isDigit) else { return tidy }
    let seventeen = tidy.prefix(6) + "19" + tidy.dropFirst(6)
    return seventeen + String(checkCharacter(of: seventeen) ?? "?")
  }

  /// `+86 139-0000-0000` → `13900000000`.
  package static func phone(_ text: String) -> String {
    let international = text.unicodeScalars.lazy.map(\.halfWidth).first { $0 != " " } == "+"
    let digits = letters(of: text).filter(\.isNumber)
    if digits.hasPrefix("0086") { return String(digits.dropFirst(4)) }
    let isMobile = digits.utf8.count == 13 && digits.hasPrefix("861")
    return digits.hasPrefix("86") && (international || isMobile) ? String(digits.dropFirst(2)) : digits
  }

  /// The eighteenth character that belongs to the seventeen digits of an identity number (ISO 7064, MOD 11-2);
  /// nil of anything else.
  package static func checkCharacter(of seventeen: some StringProtocol) -> Character? {
    let digits = seventeen.utf8.filter(isDigit)
    guard digits.count == 17, seventeen.utf8.count == 17 else { return nil }
    let remainder = digits.reduce(0) { ($0 + Int($1 - UInt8(ascii: "0"))) * 2 % 11 }
    return Array("10X98765432")[remainder]
  }

  /// Its ASCII letters and digits, in half width.
  private static func letters(of text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.map(\.halfWidth) where scalar.isASCII && Character(scalar).isLetterOrDigit {
      kept.append(scalar)
    }
    return String(kept)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}
