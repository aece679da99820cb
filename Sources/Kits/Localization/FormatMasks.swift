/// 脱敏 · Masks: personal data as lists and exports show it. A mask never shows more of a value it does not
/// know the form of.
extension Format {
  /// 李某某, 欧阳某; J*** for a Latin name.
  package static func mask(name: String) -> String {
    let name = name.filter { !$0.isWhitespace }
    guard let first = name.first else { return "" }
    guard !first.isASCII else { return "\(first)***" }
    guard name.count > 1 else { return "某" }
    let surname = compoundSurnames.first { name.count > 2 && name.hasPrefix($0) } ?? String(first)
    return surname + String(repeating: "某", count: min(2, name.count - surname.count))
  }

  /// 320999********2184.
  package static func mask(identityNumber: String) -> String {
    switch identityNumber.count {
    case 18: masked(identityNumber, first: 6, last: 4)
    case 15: masked(identityNumber, first: 6, last: 3)
    default: masked(identityNumber, first: 1, last: 2)
    }
  }

  /// 139****6210; a land line keeps its last four digits only.
  package static func mask(phone: String) -> String {
    let digits = phone.filter { !$0.isWhitespace && $0 != "-" }
    return digits.count == 11 && digits.hasPrefix("1")
      ? masked(digits, first: 3, last: 4) : masked(digits, first: 0, last: 4)
  }

  /// Only the last four digits.
  package static func mask(account: String) -> String {
    masked(account.filter { !$0.isWhitespace }, first: 0, last: 4)
  }

  /// 江苏省南通市青禾县河东镇****: up to the township, else up to the county or city.
  package static func mask(address: String) -> String {
    let address = Array(address.filter { !$0.isWhitespace })
    guard !address.isEmpty else { return "" }
    let end = endOfName(in: address, suffixes: ["街道", "苏木", "镇", "乡"], after: "省市州盟区县旗")
    let kept = end ?? endOfName(in: address, suffixes: ["县", "旗", "区", "市"], after: "小社校园厂超")
    return String(address[..<(kept ?? 0)]) + "****"
  }

  /// The end of the first place name with one of the suffixes. A suffix at the very start, or right after
  /// one of `excluded`, begins another word: 镇 in 江苏省镇江市, 区 in 小区.
  private static func endOfName(in address: [Character], suffixes: [String], after excluded: String) -> Int? {
    for start in address.indices.dropFirst() where !excluded.contains(address[start - 1]) {
      if let suffix = suffixes.first(where: { address[start...].starts(with: $0) }) { return start + suffix.count }
    }
    return nil
  }

  private static func masked(_ value: String, first: Int, last: Int) -> String {
    guard value.count >= first + last + 4 else { return String(repeating: "*", count: value.count) }
    let hidden = String(repeating: "*", count: value.count - first - last)
    return value.prefix(first) + hidden + value.suffix(last)
  }

  private static let compoundSurnames = [
    "欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "长孙", "宇文", "端木", "东方", "南宫",
  ]
}
