import App
import Kernel
import Testing

/// 文书所引的法律 · What the words of every form name: those of 2013 the regulations of 2003, those of 2023 the law of 2022.
@Suite struct FormLawTests {
  private static let forms = Capabilities.all.flatMap(\.forms)
  private static let (old, new) = ("《法律援助条例》", "《中华人民共和国法律援助法》")

  @Test(arguments: [2013, 2023])
  func noFormNamesTheOther(_ set: Int) {
    for form in Self.forms where form.formSet == set {
      #expect(!form.wording.joined().contains(set == 2013 ? Self.new : Self.old), "\(form.form)")
    }
  }

  /// The agreement with the recipient names the one or the other.
  @Test(arguments: [(2013, old), (2023, new)])
  func theAgreementNamesItsOwn(_ set: Int, _ law: String) throws {
    let form = try #require(Self.forms.first { $0.form == "F12" && $0.formSet == set })
    #expect(form.wording.joined().contains(law))
  }
}
