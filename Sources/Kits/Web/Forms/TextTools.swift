extension String {
  /// Without white space and invisible joiners at either end.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while scalars.first?.isBlank == true { scalars.removeFirst() }
    while scalars.last?.isBlank == true { scalars.removeLast() }
    return String(scalars)
  }

  /// 半角 · Full-width letters, digits and signs as their ASCII twins.
  var halfWidth: String {
    var out = UnicodeScalarView()
    for scalar in unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      out.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
    }
    return String(out)
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool {
    properties.isWhitespace || (0x200B...0x200D).contains(value) || value == 0x2060 || value == 0xFEFF
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
