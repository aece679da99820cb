extension Unicode.Scalar {
  /// 半角 · The half-width twin of a full-width letter, digit, sign or space; every other character itself.
  var halfWidth: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x3000: " "
    default: self
    }
  }
}
