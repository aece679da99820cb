import Kernel
import Storage
import WorkCalendar

/// 核对验证码 · Checks a code of the second factor and counts failures together with those of the password. A step of the
/// clock is used once, a recovery code too. Refuses while the account is locked.
struct UseSecondFactor: Action {
  enum Answer: String, Sendable, Codable { case right, wrong }

  static let permission = Permission.signedIn
  let user: UserID
  let code: String
  let isSignIn: Bool

  func perform(in context: ActionContext) throws -> Answer {
    guard let known = try UserTable.of(user, context.tx), known.county == context.county,
      let factor = try SecondFactorTable.of(user, context.keys, context.tx), factor.confirmedAt != nil
    else { throw Refusal.notFound }
    if known.isLocked(at: context.now) { throw SignIn.locked.at(SecondFactor.name) }
    let isRight = try take(factor, context)
    let failures = isRight ? 0 : known.failedCount + 1
    let isLocked = failures >= SignIn.maxFailures
    let until = isLocked ? context.now.adding(minutes: SignIn.lockMinutes) : nil
    try context.tx.run(
      """
      UPDATE user_account SET failed_count = \(isLocked ? 0 : failures), locked_until = \(until),
        last_event = \(context.eventNumber) WHERE id = \(user)
      """)
    context.record(kind(isRight, isLocked), .user(user), facts: ["secondFactor": true])
    return isRight ? .right : .wrong
  }

  private func take(_ factor: SecondFactorTable.Factor, _ context: ActionContext) throws -> Bool {
    let now = context.services.clock.real()
    if let step = TOTP.match(code, factor.secret, at: now, after: factor.lastStep) {
      try SecondFactorTable.use(user, step: step, in: context)
      return true
    }
    return try SecondFactorTable.use(recovery: code, of: user, in: context)
  }

  private func kind(_ isRight: Bool, _ isLocked: Bool) -> String {
    if isLocked { return "user.locked" }
    if !isRight { return "secondFactor.failed" }
    return isSignIn ? "user.signedIn" : "secondFactor.confirmed"
  }
}
