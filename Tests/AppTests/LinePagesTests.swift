import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 经济困难标准页 · The page of hardship lines: what would change is shown before a line is recorded.
@Suite(.timeLimit(.minutes(3))) struct LinePagesTests {
  private static let told = [
    "amount": "800", "per": "month", "source": "省政府文件8号", "from": "2016-05-01", "assets": "noValuables",
    "region": "320000",
  ]

  @Test(arguments: TestOffice.Engine.allCases)
  func theDirectorSeesWhatChangesFirst(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(.literal(2016, 5, 20), hour: 9))
    try await office.browse { open in
      let desks = Desks(office, open)
      var poor = Walk(desks)
      poor.also = ["netIncome": ["28,800.00"], "valuables": ["no"]]
      try await poor.take(.register)
      var middling = Walk(desks, serial: 2)
      middling.also = ["netIncome": ["28,800.01"], "valuables": ["no"]]
      try await middling.take(.register)
      let list = try await desks.page("/settings/hardship-lines", for: "director")
      #expect(try list.words().contains("每月¥1,600.00、看申请前12个月的收入"))
      let form = try await list.press("登记新的标准").form()
      let asked = try await form.fill(Self.told).submit()
      #expect(try asked.words().contains("1件在办申请会改变"))
      #expect(try asked.links().contains(middling.application))
      #expect(try !asked.links().contains(poor.application))
      #expect(try await office.value("SELECT COUNT(*) FROM hardship_line", as: Int.self) == 1)
      let recorded = try await asked.form().submit()
      #expect(recorded.path == "/settings/hardship-lines")
      let words = try recorded.words()
      for shown in ["每月¥800.00", "没有贵重财产", "320000", "省政府文件8号", "施行中"] {
        #expect(words.contains(shown), "\(shown)")
      }
      #expect(try await desks.page(middling.application, for: "reviewer").words().contains("超过经济困难标准"))
      #expect(try await desks.page(poor.application, for: "reviewer").words().contains("不超过经济困难标准"))
      let counter = try await desks.page("/applications/new", for: "clerk").words()
      #expect(counter.contains("适用的标准：每月¥800.00"))
    }
  }

  @Test(arguments: [
    (["amount": ""], "amount", "请填写标准的金额"), (["per": ""], "per", "按月还是按年"), (["source": ""], "source", "文号"),
    (["region": "330000"], "region", "320999"), (["region": "32"], "region", "六位"),
    (["lookback": "0"], "lookback", "1到36"), (["to": "2016-04-30"], "to", "不能早于"),
    (["amount": "很多"], "amount", "金额"),
  ])
  func whatIsWrongStandsAtItsField(_ wrong: [String: String], _ field: String, _ word: String) async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.browse { open in
      let desks = Desks(office, open)
      let form = try await desks.page("/settings/hardship-lines/new", for: "admin").form()
      let told = Self.told.merging(wrong) { $1 }
      let page = try await form.fill(told).submit()
      #expect(page.status == 422)
      #expect(try page.error(at: field).contains(word))
      for (name, value) in told { #expect(try page.form().value(name) == value) }
    }
    #expect(try await office.value("SELECT COUNT(*) FROM hardship_line", as: Int.self) == 1)
  }

  @Test func whoReadsAndWhoRecords() async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.browse { open in
      let desks = Desks(office, open)
      for (login, reads, records) in [
        ("admin", 200, 200), ("director", 200, 200), ("reviewer", 200, 403), ("clerk", 200, 403),
        ("keeper", 403, 403),
      ] {
        let (list, form) = (
          try await desks.page("/settings/hardship-lines", for: login).status,
          try await desks.page("/settings/hardship-lines/new", for: login).status
        )
        #expect(list == reads && form == records, "\(login)")
      }
    }
  }

  /// Another county's line is refused by the action too, whoever calls it.
  @Test func theLineOfAnotherPlaceIsRefused() async throws {
    let office = try await TestOffice.withHardshipLine()
    let line = HardshipLine(amountFen: 1, unit: .month, regionCode: "330000")
    await #expect(throws: (any Error).self) { try await office.run("director", SetHardshipLine(line)) }
    #expect(try await office.value("SELECT COUNT(*) FROM hardship_line", as: Int.self) == 1)
  }
}
