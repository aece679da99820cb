package import Kernel
package import Localization

/// 部队代号 · Unit code: how a military unit is named here: letters, digits and hyphens, never its name, so that no list, sheet
/// or paper can give it away (军人军属法律援助工作实施办法: 保守国家秘密和军事秘密).
package enum UnitCode {
  package static let label = Text("部队代号", "Unit code")

  /// As it is kept; nil for what is no code.
  package static func read(_ text: String) -> String? {
    let code = text.trimmingPrefix { $0.isWhitespace }.uppercased()
    let isCode = code.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard isCode, (2...20).contains(code.utf8.count), code.contains(where: \.isNumber) else { return nil }
    return code
  }

  package static func wrong(at field: String) -> Refusal {
    Refusal(
      "unitCode.format",
      Text(
        "部队代号只填字母、数字和短横线，例如32142，不要填写部队名称。",
        "A unit code is letters, digits and hyphens, such as 32142: do not write the unit’s name."), field: field)
  }

  /// Refuses a text that seems to name a unit, at its field.
  package static func refusal(_ text: String?, at field: String) -> Refusal? {
    text.flatMap(named).map { name in
      Refusal(
        "unitCode.named",
        Text(
          "“\(name)”像是部队番号，不能写入：请改写为“某部”，番号填在部队代号栏，只填代号。",
          "“\(name)” seems to name a military unit: write “a unit” instead, and only its code in the field for it."),
        field: field)
    }
  }

  /// What in a text seems to name a unit: a number before a word such as 旅, or one with 第.
  static func named(in text: String) -> String? {
    let all = Array(text)
    for start in all.indices {
      let isOrdinal = all[start] == "第"
      let first = isOrdinal ? start + 1 : start
      var end = first
      while end < all.count, isDigit(all[end], isOrdinal) { end += 1 }
      guard end > first, let word = words.first(where: { all[end...].starts(with: $0.name) }) else { continue }
      let next = end + word.name.count
      if next < all.count, word.unless.contains(all[next]) { continue }
      return String(all[start..<next])
    }
    return nil
  }

  private static func isDigit(_ character: Character, _ isOrdinal: Bool) -> Bool {
    "0123456789０１２３４５６７８９".contains(character)
      || isOrdinal && "〇零一二三四五六七八九十百".contains(character)
  }

  /// The word, and what after it makes another word of it, such as 师范 or 团支部.
  private static let words: [(name: String, unless: String)] = [
    ("集团军", ""), ("军", "人属官事训"), ("师", "范傅父生姐兄"), ("旅", "游行客馆社"), ("团", "支委员伙队体结购"), ("营", "业利养销收"),
    ("连", "续带接锁同夜"),
  ]
}
