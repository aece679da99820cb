import Localization
import Testing

/// The first six are the bank rule's own examples (from memory), in the reading without the optional 零.
@Suite("Amount in words")
struct MoneyInWordsTests {
  @Test(
    "大写金额",
    arguments: [
      (140_950, "壹仟肆佰零玖元伍角"),
      (600_714, "陆仟零柒元壹角肆分"),
      (168_032, "壹仟陆佰捌拾元叁角贰分"),
      (10_700_053, "壹拾万柒仟元伍角叁分"),
      (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
      (32_504, "叁佰贰拾伍元零肆分"),
      (1_864_000, "壹万捌仟陆佰肆拾元整"),
      (0, "零元整"),
      (1000, "壹拾元整"), (1, "壹分"), (10, "壹角"), (99, "玖角玖分"), (101, "壹元零壹分"), (100, "壹元整"),
      (10_000_500, "壹拾万零伍元整"),
      (2_001_000, "贰万零壹拾元整"),
      (300_500_000, "叁佰万伍仟元整"),
      (10_000_000_000, "壹亿元整"),
      (10_000_000_500, "壹亿零伍元整"),
      (10_001_000_000, "壹亿零壹万元整"),
      (100_000_000_000_000, "壹万亿元整"),
      (-2500, "负贰拾伍元整"),
      (Int64.max, "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分"),
    ] as [(Int64, String)])
  func words(fen: Int64, written: String) {
    #expect(Format.moneyInWords(fen: fen) == written)
  }

  @Test("Read back, the words give the amount again")
  func readBack() {
    var fen: Int64 = 1
    while fen < 9_000_000_000_000 {
      #expect(Self.value(of: Format.moneyInWords(fen: fen)) == fen)
      fen = fen * 7 / 3 + 1
    }
  }

  private static let digits: [Character: Int64] = Dictionary(
    uniqueKeysWithValues: zip("零壹贰叁肆伍陆柒捌玖", 0...))

  /// An independent reader of such words, digit by digit.
  private static func value(of words: String) -> Int64 {
    var (total, section, digit): (Int64, Int64, Int64) = (0, 0, 0)
    for word in words {
      switch word {
      case "拾", "佰", "仟":
        section += digit * ["拾": 10, "佰": 100, "仟": 1000][word, default: 0]
        digit = 0
      case "万": (total, section, digit) = (total + (section + digit) * 10_000, 0, 0)
      case "亿": (total, section, digit) = ((total + section + digit) * 100_000_000, 0, 0)
      case "元": (total, section, digit) = ((total + section + digit) * 100, 0, 0)
      case "角": (total, digit) = (total + digit * 10, 0)
      case "分": (total, digit) = (total + digit, 0)
      default: digit = digits[word, default: 0]
      }
    }
    return total
  }
}
