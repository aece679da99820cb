import Storage

/// 电话号码 · Phone number: as it is kept, digits only, without the country's prefix.
package enum PhoneNumber {
  package static func read(_ text: String) -> String? {
    guard text.halfWidth.allSatisfy({ $0.isASCII && ($0.isNumber || "+-() .".contains($0)) || "－（）".contains($0) })
    else { return nil }
    let digits = Normalise.phone(text)
    let isMobile =
      digits.utf8.count == 11 && digits.hasPrefix("1") && !"012".contains(digits.dropFirst().first ?? "0")
    let isLandline = (10...12).contains(digits.utf8.count) && digits.hasPrefix("0") && !digits.hasPrefix("00")
    let isService =
      digits.utf8.count == 5 && digits.hasPrefix("1") || digits.utf8.count == 10 && digits.hasPrefix("400")
    return isMobile || isLandline || isService ? digits : nil
  }
}
