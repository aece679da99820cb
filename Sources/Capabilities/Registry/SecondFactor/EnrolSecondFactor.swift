package import Kernel
import Localization
import Storage
package import Web
import WorkCalendar

/// 开始登记第二因素 · Gives oneself a secret for the phone; it counts only once a code of it was typed. An unfinished one is
/// replaced; a finished one is not.
package struct BeginSecondFactor: Action {
  package static let permission = Permission.signedIn
  private let secret: [UInt8]

  package init(secret: [UInt8]) { self.secret = secret }

  package func perform(in context: ActionContext) throws -> Done {
    guard let user = context.principal.user else { throw Refusal.notAllowed }
    guard try !SecondFactorTable.isEnrolled(user, context.tx) else {
      throw Refusal(
        "second-factor.there",
        Text("已经登记过第二因素，请先停用再重新登记。", "You have a second factor: remove it before you set up another."))
    }
    try SecondFactorTable.remove(user, in: context)
    try SecondFactorTable.begin(user, secret, in: context)
    context.record("secondFactor.begun", .user(user))
    return Done()
  }
}

/// 登记第二因素 · Puts the secret in use by a first code from the phone, keeps the hashes of the recovery codes, and ends
/// every session but the one it was set up in. Refuses a wrong code, and a secret never asked for.
package struct EnrolSecondFactor: Action {
  package static let permission = Permission.signedIn
  private let code: String
  private let recoveryCodes: [String]
  private let session: Session?

  package init(code: String, recoveryCodes: [String], keeping session: Session? = nil) {
    self.code = SecondFactor.tidy(code)
    self.recoveryCodes = recoveryCodes.map(SecondFactor.tidy)
    self.session = session
  }

  package func perform(in context: ActionContext) throws -> Done {
    guard let user = context.principal.user,
      let factor = try SecondFactorTable.of(user, context.keys, context.tx), factor.confirmedAt == nil
    else { throw Refusal.notFound }
    let now = context.services.clock.real()
    guard let step = TOTP.match(code, factor.secret, at: now, after: factor.lastStep) else {
      throw Refusal(
        "second-factor.mismatch",
        Text(
          "验证码与密钥不符。请核对手机时间，输入当前显示的6位数字。",
          "The code does not fit the secret. Check the phone’s clock and type the six digits it shows now."),
        field: SecondFactor.name)
    }
    try SecondFactorTable.use(user, step: step, in: context)
    try SecondFactorTable.insert(recovery: recoveryCodes, of: user, in: context)
    if let session { try SessionTable.endAll(of: user, but: session, context.tx) }
    context.record("secondFactor.enrolled", .user(user))
    return Done()
  }

  /// 恢复码 · Ten codes to keep on paper, each good once.
  package static func newRecoveryCodes() -> [String] {
    (0..<10).map { _ in String(Password.oneTime().prefix(9)) }
  }
}
