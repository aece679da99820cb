import Localization
import Registry
import Testing
import WorkCalendar

/// GB 11643: region, birth date, order, check character.
@Suite struct IdentityNumberTests {
  @Test(arguments: [
    "11010519491231002X", "11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", " 110105 19491231 002X\u{3000}",
    "110105-19491231-002ｘ",
  ])
  func tidies(_ text: String) throws {
    #expect(try IdentityNumber(text).description == "11010519491231002X")
  }

  /// Of the eleven possible check characters exactly one is right.
  @Test func oneCheckCharacterIsRight() {
    #expect("0123456789X".filter { (try? IdentityNumber("11010519491231002\($0)")) != nil } == "X")
  }

  /// The example of the standard itself and one ending in X.
  @Test(arguments: [
    ("11010519491231002X", "1949-12-31", Sex.female), ("440524188001010014", "1880-01-01", .male),
    ("320311770706001", "1977-07-06", .male),
  ])
  func tellsBirthAndSex(_ text: String, _ born: String, _ sex: Sex) throws {
    let number = try IdentityNumber(text)
    #expect(number.birthOn == Day(born))
    #expect(number.sex == sex)
  }

  @Test func fifteenDigitsAreCompletedOrRefused() throws {
    #expect(try IdentityNumber("320311770706001").description == "320311197707060018")
    #expect(throws: IdentityNumber.Fault.length) { try IdentityNumber("320311770706001", acceptsFifteen: false) }
  }

  @Test(arguments: [
    ("", IdentityNumber.Fault.length), ("11010519491231002", .length), ("11010519491231002XX", .length),
    ("1101051949123100ＸX", .characters), ("11010519491231002一", .characters), ("11010519491231😀02X", .characters),
    ("110105194912310021", .checkCharacter), ("110105194902300024", .birthDate), ("110105194913310020", .birthDate),
    ("110105000012310020", .birthDate), ("X1010519491231002X", .characters), ("٣١٠١٠٥١٩٤٩١٢٣١٠٠٢٠", .characters),
  ])
  func refuses(_ text: String, _ fault: IdentityNumber.Fault) {
    #expect(throws: fault) { try IdentityNumber(text) }
    #expect(!fault.reason.zh.isEmpty && !fault.reason.en.isEmpty)
  }

  @Test(arguments: [("2016-12-30", 66), ("2016-12-31", 67), ("1949-12-31", 0), ("1949-12-30", -1)])
  func ageTurnsOnTheBirthday(_ day: String, _ age: Int) throws {
    #expect(try IdentityNumber("11010519491231002X").age(on: #require(Day(day))) == age)
  }
}
