import Kernel
import Testing

@testable import Registry

@Suite("Passwords that are guessed first") struct PasswordRulesTests {
  @Test(
    "A common password, the login or the office's word with digits is refused",
    arguments: [
      "1234567890", "Password123", "qwertyuiop", "LegalAid2016", "!!!sifaju2024", "法律援助中心2024!!", "zhangwei1990",
      "1212121212",
    ])
  func guessed(_ password: String) {
    let found = PasswordRules.refusals(password, login: "zhang.wei", field: "new")
    #expect(found.map(\.key) == ["password.common"], "\(password)")
    #expect(found.first?.field == "new")
  }

  @Test(
    "Of any other composition it is taken",
    arguments: [
      "another-password", "一只不会飞的绿鸟在唱歌", "four words of nothing", "7061938254", "legalaid-demo",
      "          x         y z",
    ])
  func others(_ password: String) {
    #expect(PasswordRules.refusals(password, login: "zhang.wei", field: "new").isEmpty, "\(password)")
  }

  @Test("A short one is said to be short") func short() {
    #expect(PasswordRules.refusals("password", login: "a", field: "new").map(\.key) == ["password.short"])
    #expect(
      CommonPasswords.all.count > 1_000 && CommonPasswords.all.allSatisfy { $0.count >= Password.minimumLength })
  }
}
