import App
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 管理员的待办 · What waits for the administrator: jobs that failed for good, a year without holidays.
@Suite struct FailedJobsTests {
  @Test func aJobThatFailedForGoodWaitsUntilItIsRunAgain() async throws {
    let office = try await TestOffice(at: Instant(.literal(2016, 3, 7), hour: 9))
    try await office.act("director") { context in
      try context.enqueue("no.such.job", key: "one", payload: [:])
      context.record("test.enqueued", .county(context.county))
    }
    for day in 1...JobRunner.maxAttempts {
      office.clock.move(to: .literal(2016, 3, 7 + day))
      try await office.office.jobs.drain()
    }
    let queued = try await office.browse { browser in
      let admin = browser()
      try await admin.signIn("admin")
      #expect(try await admin.get("/work").words().contains("失败的后台任务"))
      let page = try await admin.get("/jobs")
      #expect(try page.words().contains("no.such.job"))
      _ = try await page.form(action: "/jobs/retry").submit()
      return try await admin.get("/jobs").words()
    }
    #expect(!queued.contains("no.such.job"))
    #expect(try await office.value("SELECT state FROM job WHERE kind = 'no.such.job'", as: String.self) == "queued")
  }

  /// AT-X.5
  @Test(arguments: [(2016, false), (2031, true)])
  func aYearWithoutHolidaysAlarmsTheAdministrator(_ year: Int, _ isAlarmed: Bool) async throws {
    let office = try await TestOffice(at: Instant(.literal(year, 3, 7), hour: 9))
    let words = try await office.browse { browser in
      let admin = browser()
      try await admin.signIn("admin")
      return try await admin.get("/work").words()
    }
    #expect(words.contains("没有节假日数据") == isAlarmed)
  }
}
