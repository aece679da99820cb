import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 磁盘已满 · A full disk is said clearly, loses nothing that was saved or typed, and is over by itself.
@Suite struct FullDiskTests {
  private static let path = "/consultations/new"
  private static let told = [
    "name": "赵春兰", "phone": "13912346210", "topic": "labourPay", "cause": "追索劳动报酬", "answer": "可以申请劳动仲裁。",
    "content": String(repeating: "被拖欠九个月工资。", count: 200), "reminded": "yes",
  ]

  @Test func itIsSaidAndNothingIsLost() async throws {
    let office = try await TestOffice(at: Instant(.literal(2016, 3, 7), hour: 10), seal: false)
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      try await office.allowPages(0)
      // What room is left inside the file is used up first.
      var saved = 0
      var waiting = try await browser.get(Self.path).form(action: Self.path).fill(Self.told)
      var refused = try await waiting.submit()
      while refused.status == 200, saved < 200 {
        saved += 1
        waiting = try await browser.get(Self.path).form(action: Self.path).fill(Self.told)
        refused = try await waiting.submit()
      }
      #expect(refused.status == 507, "\(refused.text)")
      #expect(refused.text.contains("磁盘已满") && refused.text.contains("请不要关闭本页"))
      // Looking goes on, and what was acknowledged stands.
      #expect(try await browser.get("/consultations").status == 200)
      #expect(try await office.consultations() == saved)
      #expect(try await waiting.submit().status == 507)
      try await office.allowPages(1_000_000)
      #expect(try await waiting.submit().path.hasPrefix("/consultations/"))
      #expect(try await office.consultations() == saved + 1)
    }
  }
}

extension TestOffice {
  /// 0: no page more than there are now.
  fileprivate func allowPages(_ most: Int) async throws {
    try await services.database.write(serial: nil) { tx in
      _ = try tx.rows(SQL(unchecked: "PRAGMA max_page_count = \(max(most, 1))"))
    }
  }

  fileprivate func consultations() async throws -> Int {
    try await value("SELECT COUNT(*) FROM consultation") ?? 0
  }
}
