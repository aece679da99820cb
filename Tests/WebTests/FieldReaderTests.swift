import Kernel
import Localization
import Testing
import WorkCalendar

@testable import Web

/// What people type, and what the form answers. Every reader with empty, wrong, huge, hostile, GB18030 and emoji values.
@Suite struct FieldReaderTests {
  private enum Sex: String, CaseIterable { case female, male }
  private let label = Text("姓名", "Name")

  @Test(arguments: ["", "   ", "　", "\u{200B}\u{FEFF}", "\n\t"])
  func emptyIsEmptyHoweverItLooks(_ typed: String) {
    #expect(error(typed) { _ = $0.requiredText("f", label, max: 50) } == Text("请填写姓名。", "Name must be filled in."))
    #expect(read(typed) { $0.text("f", label, max: 50) } == .some(nil))
    #expect(key(typed) { _ = $0.requiredDay("f", label) } == "field-empty")
    #expect(key(typed) { _ = $0.requiredMoneyFen("f", label) } == "field-empty")
    #expect(key(typed) { _ = $0.requiredInteger("f", label, in: 0...9) } == "field-empty")
    #expect(key(typed) { _ = $0.requiredChoice("f", label, Sex.self) } == "field-empty")
    #expect(key(typed) { _ = $0.requiredID("f", label, of: Spine.Case.self) } == "field-empty")
    #expect(key(typed) { _ = $0.requiredIdentityNumber("f", label) } == "field-empty")
    #expect(key(typed) { _ = $0.requiredPhone("f", label) } == "field-empty")
    #expect(key(typed) { _ = $0.requiredInstant("f", label) } == "field-empty")
  }

  @Test(arguments: [
    "赵春兰", "ᠮᠣᠩᠭᠣᠯ", "👨‍👩‍👧‍👦 全家", "<script>alert(1)</script>", "'; DROP TABLE event; --", "𠮷野", "買買提·阿不都",
  ])
  func textIsKeptAsTyped(_ typed: String) {
    #expect(read("  \(typed)\u{3000}") { $0.requiredText("f", label, max: 50) } == typed)
  }

  @Test func lengthCountsCharactersAsPeopleDo() {
    let family = String(repeating: "👨‍👩‍👧‍👦", count: 3)
    #expect(read(family) { $0.text("f", label, max: 3) } == family)
    #expect(
      error("一二三四") { _ = $0.text("f", label, max: 3) }
        == Text("姓名最多3个字，现在有4个字，请删短。", "Name must be 3 characters or fewer. It has 4: shorten it."))
    let marked = "a" + String(repeating: "\u{0301}", count: 100_000)
    #expect(key(marked) { _ = $0.text("f", label, max: 50) } == "field-too-long")
    #expect(key(String(repeating: "长", count: 1_000_000)) { _ = $0.text("f", label, max: 50) } == "field-too-long")
  }

  @Test func linesAreKeptOnlyWhereTheyBelong() {
    #expect(read("一\r\n二\r三\n四") { $0.text("f", label, max: 50, isMultiline: true) } == "一\n二\n三\n四")
    #expect(read("一\r\n二") { $0.text("f", label, max: 50) } == "一 二")
  }

  /// 赵春兰 in GB18030, a lone continuation byte, an overlong form, a surrogate half.
  @Test(
    arguments: [[0xD5, 0xD4, 0xB4, 0xBA, 0xC0, 0xBC], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func otherEncodingsAreSaidAtTheField(_ bytes: [UInt8]) {
    let fields = Fields([Fields.Field(name: Array("f".utf8), value: bytes)])
    for reading in Self.readers {
      var reader = FieldReader(fields)
      reading(&reader)
      #expect(reader.refusals.map(\.key) == ["field-not-unicode"])
      #expect(reader.refusals.map(\.field) == ["f"])
    }
  }

  @Test(arguments: ["a\u{0}b", "a\u{1B}[31m", "a\u{7F}", "a\u{85}b", "a\u{FFFF}"])
  func controlCharactersAreSaidAtTheField(_ typed: String) {
    for reading in Self.readers { #expect(key(typed, reading) == "field-control-character") }
  }

  @Test(arguments: ["2016-03-07", "2016/3/7", "2016年3月7日", "２０１６－０３－０７", "2016.03.07", " 2016 3 7 "])
  func daysAreReadAsPeopleTypeThem(_ typed: String) {
    #expect(read(typed) { $0.day("f", label) } == Day(year: 2016, month: 3, day: 7))
  }

  @Test(arguments: [
    "2016-02-30", "2015-02-29", "2016-13-01", "2016-00-10", "16-3-7", "2016-3", "07/03/2016", "昨天", "2016-03-07-1",
    "2016-+3-7", "99999999999-1-1", "1066-10-14", "😀", "2016-03-07'; --",
  ])
  func impossibleDaysAreRefused(_ typed: String) {
    #expect(key(typed) { _ = $0.day("f", label) } == "field-format")
    #expect(
      error(typed) { _ = $0.requiredDay("f", Text("开庭日期", "Date of hearing")) }
        == Text("开庭日期必须是真实的日期，例如2016-03-07。", "Date of hearing must be a real day, such as 2016-03-07."))
  }

  @Test func aDayMayHaveALatest() {
    let today = Day(year: 2016, month: 3, day: 7)
    #expect(key("2016-03-08") { _ = $0.day("f", label, notAfter: today) } == "day-too-late")
    #expect(read("2016-03-07") { $0.day("f", label, notAfter: today) } == today)
  }

  @Test func instantsAreInChinasTime() {
    let expected = Instant.parse("2016-03-07T14:30+08:00")
    for typed in ["2016-03-07T14:30", "2016-03-07 14:30", "2016年3月7日 14：30", "2016-03-07T14:30:00"] {
      #expect(read(typed) { $0.instant("f", label) } == expected)
    }
    for typed in [
      "2016-03-07", "2016-03-07T24:00", "2016-03-07T14:60", "2016-02-30T10:00", "14:30", "2016-03-07T1:30",
    ] {
      #expect(key(typed) { _ = $0.instant("f", label) } == "field-format")
    }
  }

  @Test(arguments: [
    ("0", 0), ("18640", 1_864_000), ("18640.5", 1_864_050), ("18,640.50", 1_864_050), ("￥18640.05元", 1_864_005),
    ("１８６４０．５０", 1_864_050), ("¥1", 100), ("99999999999.99", 9_999_999_999_999), ("007", 700),
  ])
  func moneyIsFen(_ typed: String, _ fen: Int64) {
    #expect(read(typed) { $0.moneyFen("f", label) } == fen)
  }

  @Test(arguments: [
    "-1", "+1", "1.234", "1.", ".5", "1e3", "0x10", "一百", "1,00", "1,,000", "1 000", "NaN", "999999999999", "💰",
    "1.2.3",
  ])
  func otherMoneyIsRefused(_ typed: String) {
    #expect(key(typed) { _ = $0.requiredMoneyFen("f", label) } == "field-format")
  }

  @Test func integersStayInTheirRange() {
    #expect(read("１２") { $0.integer("f", label, in: 0...20) } == 12)
    #expect(read("-3") { $0.integer("f", label, in: -5...20) } == -3)
    for typed in ["21", "-1", "1.0", "1-2", "--1", "99999999999999999999", "٣", "五"] {
      #expect(key(typed) { _ = $0.integer("f", label, in: 0...20) } == "field-format", "\(typed)")
    }
  }

  @Test func choicesAreOnlyThoseOffered() {
    #expect(read("female") { $0.requiredChoice("f", label, Sex.self) } == .female)
    #expect(read("b") { $0.choice("f", label, among: ["a", "b"]) } == .some("b"))
    #expect(key("Female") { _ = $0.requiredChoice("f", label, Sex.self) } == "field-format")
    #expect(key("c") { _ = $0.requiredChoice("f", label, among: ["a", "b"]) } == "field-format")
    var several = FieldReader(["f": "male", "f": "female", "f": "male"])
    #expect(several.choices("f", label, Sex.self) == [.male, .female])
    var hostile = FieldReader(["f": "male", "f": "<b>"])
    #expect(hostile.choices("f", label, Sex.self).isEmpty)
    #expect(hostile.refusals.count == 1)
  }

  @Test func idsAreIDs() {
    let id = CaseID()
    #expect(read(id.description) { $0.requiredID("f", label, of: Spine.Case.self) } == id)
    #expect(key("1") { _ = $0.id("f", label, of: Spine.Case.self) } == "field-format")
  }

  @Test(arguments: [
    ("11010519491231002X", "11010519491231002X"), ("11010519491231002x", "11010519491231002X"),
    ("１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X"), ("110105 19491231 002X", "11010519491231002X"),
    ("440524188001010014", "440524188001010014"),
  ])
  func identityNumbersAreReadAndTidied(_ typed: String, _ number: String) {
    #expect(read(typed) { $0.requiredIdentityNumber("f", label) } == number)
  }

  @Test(arguments: [
    ("110105194912310021", "check"), ("110105194913310022", "birth"), ("110105194902300022", "birth"),
    ("110105000012310022", "birth"), ("1101051949123100", "format"), ("11010549123100X", "format"),
    ("1101051949123100２😀", "format"), ("A10105194912310021", "format"), ("11010519491231002Y", "format"),
    (String(repeating: "1", count: 100_000), "format"),
  ])
  func wrongIdentityNumbersSayWhatToDo(_ typed: String, _ fault: String) {
    #expect(key(typed) { _ = $0.identityNumber("f", label) } == "identity-number-\(fault)")
  }

  @Test(arguments: [
    ("13900006210", "13900006210"), ("139 0000 6210", "13900006210"), ("+86 139-0000-6210", "13900006210"),
    ("１３９００００６２１０", "13900006210"), ("0512-88886666", "051288886666"), ("(0512)88886666", "051288886666"),
    ("12348", "12348"), ("400-800-1234", "4008001234"),
  ])
  func phonesAreDigits(_ typed: String, _ digits: String) {
    #expect(read(typed) { $0.requiredPhone("f", label) } == digits)
  }

  @Test(arguments: [
    "1390000621", "139000062101", "88886666", "一三九", "139O0006210", "10900006210", "0", "+1 555 0100", "📞",
  ])
  func otherPhonesAreRefused(_ typed: String) {
    #expect(key(typed) { _ = $0.phone("f", label) } == "field-format")
  }

  @Test func everyErrorIsToldAtOnceAndOneAField() throws {
    let refusals = #expect(throws: Refusals.self) {
      try (["name": "", "day": "2016-02-30", "money": "x"] as Fields).read { form in
        _ = form.requiredText("name", label, max: 5)
        _ = form.requiredText("name", label, max: 5)
        _ = form.requiredDay("day", label)
        form.refuse("other", at: "day", label)
        _ = form.requiredMoneyFen("money", label)
      }
    }
    #expect(refusals?.all.map(\.field) == ["name", "day", "money"])
  }

  @Test func everyMessageIsInBothLanguagesWithItsOwnPunctuation() {
    for reading in Self.readers {
      var reader = FieldReader(["f": "错\u{1}"])
      reading(&reader)
      for message in reader.refusals.map(\.message) {
        #expect(!message.zh.contains { ",;:?!()".contains($0) } && message.en.allSatisfy { !"，。；：".contains($0) })
      }
    }
  }

  private static let readers: [@Sendable (inout FieldReader) -> Void] = {
    let label = Text("内容", "Content")
    return [
      { _ = $0.text("f", label, max: 50) }, { _ = $0.requiredText("f", label, max: 50) },
      { _ = $0.day("f", label) }, { _ = $0.requiredDay("f", label) }, { _ = $0.instant("f", label) },
      { _ = $0.moneyFen("f", label) }, { _ = $0.integer("f", label, in: 0...9) },
      { _ = $0.choice("f", label, Sex.self) }, { _ = $0.id("f", label, of: Spine.Case.self) },
      { _ = $0.identityNumber("f", label) }, { _ = $0.phone("f", label) },
    ]
  }()

  private func read<T>(_ typed: String, _ body: (inout FieldReader) -> T) -> T? {
    var reader = FieldReader(["f": typed])
    let value = body(&reader)
    return reader.refusals.isEmpty ? value : nil
  }

  private func error(_ typed: String, _ body: (inout FieldReader) -> Void) -> Text? {
    var reader = FieldReader(["f": typed])
    body(&reader)
    return reader.refusals.count == 1 && reader.refusals[0].field == "f" ? reader.refusals[0].message : nil
  }

  private func key(_ typed: String, _ body: (inout FieldReader) -> Void) -> String? {
    var reader = FieldReader(["f": typed])
    body(&reader)
    return reader.refusals.count == 1 ? reader.refusals[0].key : nil
  }
}
