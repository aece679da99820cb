import Kernel
import Localization
package import Storage
package import Web
package import WorkCalendar

/// 先办事项 · Account duty: what somebody must do before anything else opens: change a password that was handed over, or
/// set up the second factor that the office requires of the role.
package enum AccountDuty: Sendable, Hashable {
  case changePassword, setUpSecondFactor

  package var path: String {
    switch self {
    case .changePassword: "/account"
    case .setUpSecondFactor: "/account/second-factor"
    }
  }

  var message: Text {
    switch self {
    case .changePassword:
      Text("您使用的是一次性密码，请先修改密码。", "Your password was handed over to you: change it first.")
    case .setUpSecondFactor:
      Text("本单位要求您的岗位使用第二因素，请先登记。", "The office requires a second factor of your roles: set it up first.")
    }
  }

  package static func first(of session: Session, on day: Day, _ reader: any Reader) throws -> AccountDuty? {
    guard let user = try UserTable.of(session.user, reader) else { return nil }
    if user.mustChangePassword { return .changePassword }
    let rules = try SignInRules.of(session.county, reader)
    guard !rules.roles.isEmpty, try !SecondFactor.isEnrolled(user.id, reader) else { return nil }
    let held = try UserTable.grants(user.id, on: day, reader).map(\.role)
    return rules.requires(Set(held)) ? .setUpSecondFactor : nil
  }
}
