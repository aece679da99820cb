package import Kernel
import Localization

/// 密码规则 · Password rules: long enough, and not what is guessed first: a common password, the login, or a word of the house
/// with digits or marks around it. No rule says which characters it must have, and none ends it after so many days.
package enum PasswordRules {
  /// 不用的词 · What must not be a password, alone or with digits and marks before or behind it.
  package static let words: Set<String> = [
    "legalaid", "falvyuanzhu", "fayuan", "falvyuanzhuzhongxin", "sifaju", "sifa", "admin", "administrator",
    "password",
    "passwd", "qwerty", "qwertyuiop", "welcome", "woaini", "mima", "法律援助", "法律援助中心", "司法局",
  ]

  /// Everything that is wrong with it, at its field.
  package static func refusals(_ password: String, login: String, field: String) -> [Refusal] {
    guard password.count >= Password.minimumLength else { return [short.at(field)] }
    return isEasilyGuessed(password, login: login) ? [common.at(field)] : []
  }

  static func isEasilyGuessed(_ password: String, login: String) -> Bool {
    let small = password.lowercased()
    if CommonPasswords.all.contains(small) || isOneCharacter(small) { return true }
    let core = String(small.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
    return words.contains(core) || (!core.isEmpty && core == login.lowercased().filter(\.isLetter))
  }

  /// `aaaaaaaaaa`, `1212121212`: two different characters are none.
  private static func isOneCharacter(_ text: String) -> Bool { Set(text).count <= 2 }

  private static let short = Refusal(
    "password.short",
    Text(
      "密码至少\(Password.minimumLength)个字符。",
      "The password needs at least \(Password.minimumLength) characters."))
  private static let common = Refusal(
    "password.common",
    Text(
      "这个密码太常见，容易被猜到：不要用常用密码、账号或者本单位的名称加数字。可以用几个不相干的词。",
      "This password is among the first to be guessed: take no common one, nor the login or the office’s name with digits. A few words that have nothing to do with each other are good."
    ))
}
