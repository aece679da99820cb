extension Format {
  /// 大写金额 · Amount in words, as banks want it on vouchers: 壹万捌仟陆佰肆拾元整. The unit is the fen.
  ///
  /// The amount ends in 整 when it stops at 元; zeros between digits are one 零; 零 stands after 元 when the
  /// 角 is zero and the 分 is not. Where the rule allows a 零 or none (1,680.32), none is written.
  /// A negative amount begins with 负.
  ///
  /// Source: 支付结算办法 (银发〔1997〕393号), annex 1, from memory: verified: false.
  package static func moneyInWords(fen: Int64) -> String {
    let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
    let (jiao, single) = (Int(rest / 10), Int(rest % 10))
    var words = yuan > 0 ? inWords(yuan) + "元" : ""
    switch (jiao, single) {
    case (0, 0): words = (yuan > 0 ? words : "零元") + "整"
    case (0, _): words += (yuan > 0 ? "零" : "") + digits[single] + "分"
    case (_, 0): words += digits[jiao] + "角"
    default: words += digits[jiao] + "角" + digits[single] + "分"
    }
    return (fen < 0 ? "负" : "") + words
  }

  /// 亿 and 万 split a number in two halves that are read alike, so the reading is recursive.
  private static func inWords(_ number: UInt64) -> String {
    for (size, name) in units where number >= size {
      let (head, tail) = number.quotientAndRemainder(dividingBy: size)
      let gap = tail > 0 && tail < size / 10 ? "零" : ""
      return inWords(head) + name + gap + (tail > 0 ? inWords(tail) : "")
    }
    return digits[Int(number)]
  }

  private static let units: [(UInt64, String)] = [
    (100_000_000, "亿"), (10_000, "万"), (1000, "仟"), (100, "佰"), (10, "拾"),
  ]
  private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
}
