import App
import Intake
import Kernel
import Registry
import TestSupport
import Testing
import WorkCalendar

/// An office with one application that waits for the receptionist.
struct Fixture: Sendable {
  let office: TestOffice
  let application: ApplicationID

  init(_ engine: TestOffice.Engine) async throws {
    office = try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
    application = try await office.run(
      "clerk",
      RegisterApplication(
        PersonTold(
          name: "钱进宝", identityNumber: "320999198501011173", sex: .male, birthOn: Day("1985-01-01"),
          phone: "13951230002", address: "青禾县河东镇新桥路12号", township: "河东镇"),
        ApplicationTold(matterCode: .labourPay, cause: "追索劳动报酬", opposing: "宏达公司", facts: "拖欠工资。")))
  }

  var path: String { "/applications/\(application)" }

  func user(_ login: String) throws -> UserID { try #require(office.staff.user(login)) }
}
