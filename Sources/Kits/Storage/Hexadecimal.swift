extension UInt8 {
  /// Its two hexadecimal digits in ASCII, small letters.
  var hexDigits: [UInt8] { [Self.hexDigit(self >> 4), Self.hexDigit(self & 0xF)] }

  static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}
