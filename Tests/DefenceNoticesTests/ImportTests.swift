import App
import Cases
import DefenceNotices
import Foundation
import Intake
import Kernel
import Localization
import Registry
import Sheets
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 导入通知 · An organ's list: every bad row named, all or nothing, and what is on record already passed over.
@Suite struct NoticeImportTests {
  private static let header = [
    "机关类别", "办案机关", "办案机关案号", "办案阶段", "姓名", "证件号码", "涉嫌罪名", "通知情形", "羁押情况", "羁押场所", "办案机关联系人", "联系电话",
    "收到时间",
  ]
  private static let first = [
    "公安机关", "青禾县公安局", "青公刑字〔2016〕88号", "侦查", "王二", "32099919880506213X", "故意杀人罪", "可能被判处无期徒刑、死刑", "在押", "青禾县看守所",
    "陈警官",
    "0513-88001234", "2016-05-20 16:40",
  ]
  private static let second = [
    "人民法院", "青禾县人民法院", "（2016）青刑初12号", "一审", "李四", "", "", "普通程序审理未委托辩护人；盲、聋、哑人", "未羁押", "", "", "", "",
  ]

  private static func csv(_ rows: [[String]]) -> String {
    ([header] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n")
  }

  private static func run(_ office: TestOffice, _ bytes: [UInt8], dryRun: Bool = false) async throws
    -> NoticeImportReport
  {
    try await NoticeImport.run(
      ImportFile(bytes), dryRun: dryRun, as: office.principal("receptionist"), runner: office.office.runner)
  }

  /// What stands in a row becomes what the counter would have made of it; the same file again changes nothing.
  @Test(arguments: TestOffice.Engine.allCases)
  func aListBecomesNoticesOnce(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 5, 21))
    let file = Array(Self.csv([Self.first, Self.second]).utf8)
    #expect(try await Self.run(office, file, dryRun: true).registered == [])
    #expect(try await office.value("SELECT COUNT(*) FROM aid_case", as: Int.self) == 0)
    let report = try await Self.run(office, file)
    #expect(report.faults == [] && report.registered.map(\.line) == [2, 3] && report.known == [])

    let id = try #require(report.registered.first?.aidCase)
    let (found, notice) = (try await office.aidCase(id), try #require(try await office.notice(id)))
    #expect(found.cause == "故意杀人罪" && found.organ == "青禾县公安局" && found.organCase == "青公刑字〔2016〕88号")
    #expect(found.situations == [.lifeOrDeath] && found.stage == .investigation && found.recipientName == "王二")
    #expect(notice.state == .noticeReceived && notice.isInCustody == true && notice.place == "青禾县看守所")
    #expect(notice.receivedAt == Fixture.at(2016, 5, 20, 16, 40))
    #expect(try notice.contact(office.services.keys) == OrganContact(name: "陈警官", phone: "051388001234"))
    #expect(try await office.clocks(id) == ["TL08": .literal(2016, 5, 23)])
    let other = try #require(report.registered.last?.aidCase)
    #expect(try await office.aidCase(other).situations == [.blindDeafMute, .ordinaryProcedureNoCounsel])
    #expect(try await office.notice(other)?.missing == [.charge, .whereabouts, .contact])
    #expect(try await office.notice(other)?.receivedAt == Fixture.at(2016, 5, 21))

    let events = try await office.value("SELECT COUNT(*) FROM event", as: Int.self)
    let again = try await Self.run(office, file)
    #expect(again.registered == [] && again.known.map(\.aidCase) == [id, other] && again.faults == [])
    #expect(try await office.value("SELECT COUNT(*) FROM event", as: Int.self) == events)
    #expect(try await office.value("SELECT COUNT(*) FROM person", as: Int.self) == 2)
  }

  /// A row that is new stands among known ones and twice in the list: it is registered once.
  @Test(arguments: TestOffice.Engine.allCases)
  func whatIsKnownIsPassedOver(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 5, 21))
    let known = try await office.run("receptionist", RegisterNotice(Fixture.person, Fixture.told()))
    var third = Self.second
    third[4] = "周五"
    let report = try await Self.run(office, Array(Self.csv([Self.first, Self.second, third, Self.second]).utf8))
    #expect(report.faults == [] && report.registered.map(\.line) == [3, 4])
    #expect(report.known.map(\.line) == [2, 5])
    #expect(report.known.map(\.aidCase) == [known, try #require(report.registered.first?.aidCase)])
    #expect(try await office.value("SELECT COUNT(*) FROM defence_notice", as: Int.self) == 3)
  }

  /// Every bad row with its column and what to do, and nothing registered.
  @Test func everyBadRowIsNamed() async throws {
    let office = try await TestOffice(at: Fixture.at(2016, 5, 21))
    func changed(_ change: [Int: String]) -> [String] {
      Self.first.enumerated().map { change[$0.offset] ?? $0.element }
    }
    let rows = [
      Self.first, changed([0: "派出所", 5: "320999198805062130"]), changed([2: "", 4: ""]), changed([3: "一审"]),
      changed([7: "缺席审判"]), changed([11: "12", 12: "2016-05-22 09:00"]), changed([12: "明天"]),
      Self.second + ["多余"],
    ]
    let report = try await Self.run(office, Array(Self.csv(rows).utf8))
    let told = report.faults.map { "\($0.line) \($0.column) \($0.key)" }
    #expect(
      told.sorted() == [
        "3 机关类别 unknown-word", "3 证件号码 identity-number-check", "4 办案机关案号 field-empty", "4 姓名 field-empty",
        "5 办案阶段 notice.stage", "6 通知情形 notice.situation", "7 联系电话 field-format", "8 收到时间 field-format",
        "9  surplus",
      ])
    #expect(report.faults.first { $0.line == 3 && $0.column == "机关类别" }?.reason.zh.contains("公安机关") == true)
    #expect(report.faults.first { $0.line == 3 && $0.column == "机关类别" }?.value == "派出所")
    #expect(report.registered == [])
    #expect(try await office.value("SELECT COUNT(*) FROM aid_case", as: Int.self) == 0)

    let header = try await Self.run(office, Array("姓名,姓名,绰号\n王二,王二,二哥".utf8))
    #expect(
      header.faults.map { "\($0.column) \($0.key)" } == [
        "姓名 repeated-column", "绰号 unknown-column", "机关类别 missing-column", "办案机关 missing-column",
        "办案机关案号 missing-column", "办案阶段 missing-column",
      ])
  }

  /// By the page: the template filled in as a workbook, and a list in GB18030; what is wrong stands at the field.
  @Test(arguments: TestOffice.Engine.allCases)
  func theListIsSentByThePage(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 5, 21))
    let path = "/defence-notices/import"
    let sheet = Sheet(
      title: Text("清单", "List"), columns: Self.header.map { Column($0) },
      rows: [Self.first.map { Cell.text($0) }])
    let workbook = try XLSXWriter.bytes(sheet, language: .zh, created: 0)
    let legacy = try Self.gb18030(Self.csv([Self.first, Self.second]))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      #expect(try await browser.get("/defence-notices").links().contains(path))
      let template = try await browser.get("\(path)/template")
      #expect(try XLSXReader(template.bytes).records().first?.fields.prefix(3) == ["机关类别", "办案机关", "办案机关案号"])

      func send(_ name: String, _ bytes: [UInt8]) async throws -> Page {
        try await browser.get(path).form(action: path).attach(PageForm.File("file", name, bytes)).submit()
      }
      let bad = try await send("坏.csv", Array(Self.csv([Self.first.map { $0 == "侦查" ? "立案" : $0 }]).utf8))
      #expect(bad.status == 422)
      #expect(try bad.error(at: "file").contains("第2行“办案阶段”（立案）"))
      #expect(
        try await send("图.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).error(at: "file").contains("模板"))
      let done = try await send("清单.xlsx", workbook)
      #expect(done.status == 200)
      #expect(try done.words().contains("新登记1件，已经登记过0件"))
      let more = try await send("清单.csv", legacy)
      #expect(try more.words().contains("新登记1件，已经登记过1件"))
      let cases = try more.links().filter { $0.hasPrefix("/cases/") }
      #expect(cases.count == 2)
      #expect(try await browser.get(try #require(cases.first)).words().contains("按办案机关清单登记通知"))

      let lawyer = open()
      try await lawyer.signIn("lawyer")
      #expect(try await lawyer.get(path).status == 403)
    }
    #expect(try await office.value("SELECT COUNT(*) FROM defence_notice", as: Int.self) == 2)
  }

  static func gb18030(_ text: String) throws -> [UInt8] {
    let (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/iconv")
    process.arguments = ["-f", "UTF-8", "-t", "GB18030"]
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return [UInt8](bytes)
  }
}
