import Kernel
import Localization
import Registry
import TestSupport
import Testing
import WorkCalendar

/// 新增用户 · A one-time password is shown once, however often the answer is asked for.
@Suite struct AddUserFormTests {
  @Test func thePasswordIsShownOnce() async throws {
    let office = try await TestOffice(at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
    try await office.browse { browser in
      let admin = browser()
      try await admin.signIn("admin")
      let agency = try await office.principal("director").agency
      let form = try await admin.get("/users/new").form(action: "/users/new").fill([
        "login": ["newcomer"], "name": ["赵新"], "agency": [agency?.description ?? ""], "role": ["receptionist"],
      ])
      let (first, again) = (try await form.submit().words(), try await form.submit().words())
      #expect(first.contains("上面是一次性密码"))
      #expect(again.contains("不再显示"))
      #expect(again.firstMatch(of: /[A-Z2-9]{4}(-[A-Z2-9]{4}){3}/) == nil)
    }
  }
}
