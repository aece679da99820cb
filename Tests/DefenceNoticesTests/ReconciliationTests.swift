import DefenceNotices
import Foundation
import Intake
import Kernel
import Registry
import Sheets
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 月度对账 · What was received here and what the organ says it sent, month by month; what either side lacks.
@Suite struct ReconciliationTests {
  private static let path = "/defence-notices/reconciliation"
  private static let month = "\(path)?month=2016-05&organ=青禾县公安局"

  /// Three notices of the police in May, one of them late and one assigned; a fourth in June.
  private static func office(_ engine: TestOffice.Engine) async throws -> TestOffice {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 5, 20))
    try await office.correct("lawyer")
    let first = try await office.run("receptionist", RegisterNotice(Fixture.person, Fixture.told()))
    var late = Fixture.told(organCase: "青公刑字〔2016〕89号")
    late.discoveredOn = .literal(2016, 5, 15)
    _ = try await office.run("receptionist", RegisterNotice(PersonTold(name: "李四"), late))
    _ = try await office.run(
      "receptionist", RegisterNotice(PersonTold(name: "周五"), Fixture.told(organCase: "青公刑字〔2016〕90号")))
    office.clock.move(to: Fixture.at(2016, 5, 25))
    try await office.assign(first)
    office.clock.move(to: Fixture.at(2016, 6, 2))
    _ = try await office.run(
      "receptionist", RegisterNotice(PersonTold(name: "吴六"), Fixture.told(organCase: "青公刑字〔2016〕95号")))
    return office
  }

  private static let list = """
    办案机关案号,姓名,办案阶段,办案机关
    青公刑字 (2016) 88号,王二,侦查,青禾县公安局
    青公刑字〔2016〕89号,李四,侦查,
    青公刑字〔2016〕95号,吴六,侦查,
    青公刑字〔2016〕96号,郑七,侦查,
    """

  /// By the organ's list: agreed, not in the list, not received, received in another month; as a page and as a workbook.
  @Test(arguments: TestOffice.Engine.allCases)
  func bothSidesAreCompared(_ engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("assigner")
      #expect(try await browser.get("/defence-notices").links().contains(Self.path))
      let before = try await browser.get(Self.month).words()
      #expect(before.contains("还没有提供本月发出的件数或者清单") && before.contains("没有清单"))

      let form = try await browser.get(Self.month).press("登记办案机关发出数").form(action: "\(Self.path)/sent")
      #expect(form.value("organ") == "青禾县公安局" && form.value("month") == "2016-05")
      let done = try await form.attach(PageForm.File("file", "清单.csv", Array(Self.list.utf8))).submit()
      #expect(done.status == 200 && done.path.hasPrefix(Self.path))
      #expect(try done.words().contains("我方收到3件，办案机关发出4件") && done.words().contains("需要核对2件"))
      let rows = try done.root().all("tbody").flatMap { $0.all("tr") }.map { $0.all("td").map(\.text) }
      #expect(rows.map(\.first) == ["一致", "一致", "清单中没有", "2016年6月2日收到", "没有收到"])
      #expect(rows.map { $0[1] }.last == "青公刑字〔2016〕96号")
      #expect(rows[0][7] == "2016年5月25日" && rows[0][8] == "2天", "\(rows[0])")
      #expect(rows[1][5] == "2天" && rows[1][7] == "—" && rows[1][8] == "10天", "\(rows[1])")
      #expect(!rows.joined().contains { $0.contains("郑七") || $0.contains("王二") })

      let all = try await browser.get("\(Self.path)?month=2016-05").root().all("tbody").flatMap { $0.all("td") }
      #expect(all.map(\.text) == ["青禾县公安局", "3", "1", "3", "4", "2"])
      let book = try await browser.get(try #require(try done.links().first { $0.contains("format=xlsx") }))
      let sheet = try XLSXReader(book.bytes).records()
      #expect(sheet.count == 6 && sheet[0].fields.first == "对账结果" && sheet[5].fields.first == "没有收到")

      // What is told again replaces what was told; June sees that May's list had it.
      let again = try await browser.get("\(Self.path)/sent?month=2016-05&organ=青禾县公安局")
        .form(action: "\(Self.path)/sent").fill(["count": "3"]).submit()
      #expect(try again.words().contains("我方收到3件，办案机关发出3件") && again.words().contains("需要核对0件"))
    }
    #expect(try await office.value("SELECT COUNT(*) FROM notice_sent", as: Int.self) == 2)
    #expect(try await office.value("SELECT COUNT(*) FROM notice_sent_line", as: Int.self) == 4)
  }

  /// What the list of May had, and June received, is no fault of either in June.
  @Test func whatCameAfterTheMonthsEnd() async throws {
    let office = try await Self.office(.sqlite)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      for (month, list) in [("2016-05", Self.list), ("2016-06", "办案机关案号,姓名,办案阶段")] {
        let form = try await browser.get("\(Self.path)/sent?month=\(month)&organ=青禾县公安局").form(
          action: "\(Self.path)/sent")
        _ = try await form.attach(PageForm.File("file", "清单.csv", Array(list.utf8))).submit()
      }
      let june = try await browser.get("\(Self.path)?month=2016-06&organ=青禾县公安局").words()
      #expect(june.contains("上月清单中有") && june.contains("需要核对0件"))
    }
  }

  /// What cannot be compared is said at its field.
  @Test func whatIsRefused() async throws {
    let office = try await Self.office(.sqlite)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      func send(_ typed: [String: String], _ list: String? = nil) async throws -> Page {
        let form = try await browser.get("\(Self.path)/sent").form(action: "\(Self.path)/sent")
          .fill(["organ": "青禾县公安局", "month": "2016-05"].merging(typed) { $1 })
        let file = list.map { PageForm.File("file", "清单.csv", Array($0.utf8)) }
        return try await (file.map(form.attach) ?? form).submit()
      }
      #expect(try await send([:]).error(at: "count").contains("上传发出清单"))
      #expect(try await send(["count": "-1"]).error(at: "count") != "")
      #expect(try await send(["organ": ""]).error(at: "organ") != "")
      #expect(try await send(["count": "3"], Self.list).error(at: "count").contains("清单有4件"))
      #expect(try await send([:], "姓名,办案阶段\n王二,侦查").error(at: "file").contains("“办案机关案号”：缺少这一列"))
      #expect(
        try await send([:], "办案机关案号,姓名,办案阶段,办案机关\n1,王二,侦查,邻县公安局").error(at: "file").contains("其他机关的通知"))
      #expect(try await send([:], "办案机关案号,姓名,办案阶段\n1,王二,立案").error(at: "file").contains("第2行“办案阶段”（立案）"))
    }
    #expect(try await office.value("SELECT COUNT(*) FROM notice_sent", as: Int.self) == 0)
  }
}
