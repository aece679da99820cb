package import Kernel
import Localization
import Storage
import WorkCalendar

/// 登录 · Sign-in: password check with lock-out after five failures for fifteen minutes (design; AT-X.4). An unknown
/// login costs the same time as a known one.
package struct SignIn: Sendable {
  package static let maxFailures = 5
  package static let lockMinutes = 15
  private let runner: ActionRunner

  package init(_ runner: ActionRunner) { self.runner = runner }

  package static let wrong = Refusal(
    "sign-in.wrong",
    Text(
      "账号或密码不正确。连续输错5次，账号将锁定15分钟；忘记密码请联系系统管理员重置。",
      "The login or the password is wrong. After five failures the account is locked for fifteen minutes; if you forgot the password, ask the system administrator to reset it."
    ), field: "login")
  package static let locked = Refusal(
    "sign-in.locked",
    Text(
      "账号已锁定，请15分钟后再试，或者联系系统管理员。",
      "The account is locked. Try again in fifteen minutes, or ask the system administrator."),
    field: "login")

  package static let runOut = Refusal(
    "sign-in.runOut",
    Text(
      "一次性密码已过期，请联系系统管理员重新发放。",
      "The one-time password has run out: ask the system administrator for a new one."),
    field: "password")

  package func callAsFunction(login: String, password: String) async throws -> User {
    let services = runner.services
    let user = try await services.database.read { try UserTable.withLogin(login, $0) }
    guard let user, user.isActive else {
      _ = await Password.matches(password, Self.decoy)
      throw Self.wrong
    }
    if user.isLocked(at: services.clock.now()) { throw Self.locked }
    let isRight = await Password.matches(password, user.passwordHash)
    switch try await runner.run(RecordSignIn(user: user.id, isRight: isRight), as: .system(user.county)) {
    case .right: return user
    case .wrong: throw Self.wrong
    case .runOut: throw Self.runOut
    }
  }

  /// The hash of a password nobody has.
  private static let decoy =
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$RdescudvJCsgt3ub+b9dWRWJTmaaVHqPEGQbZfLtSqk"
}

/// 登录留痕 · Counts failures and locks; a right password clears the count. A one-time password
/// that ran out counts as a wrong one. Refuses what was tried at the same time as the attempts that locked the account.
struct RecordSignIn: Action {
  enum Answer: String, Sendable, Codable { case right, wrong, runOut }

  static let permission = Permission.signedIn
  let user: UserID
  let isRight: Bool

  func perform(in context: ActionContext) throws -> Answer {
    guard let known = try UserTable.of(user, context.tx) else { throw Refusal.notFound }
    if known.isLocked(at: context.now) { throw SignIn.locked }
    let hasRunOut = try isRight && hasRunOut(known, context)
    let isRight = isRight && !hasRunOut
    let isHalfway = try isRight && SecondFactorTable.isEnrolled(user, context.tx)
    // Until the second factor is right too, the count goes on: a known password does not buy more guesses at the code.
    let failures = isHalfway ? known.failedCount : isRight ? 0 : known.failedCount + 1
    let isLocked = failures >= SignIn.maxFailures
    let until = isLocked ? context.now.adding(milliseconds: Int64(SignIn.lockMinutes) * 60_000) : nil
    try context.tx.run(
      """
      UPDATE user_account SET failed_count = \(isLocked ? 0 : failures), locked_until = \(until),
        last_event = \(context.eventNumber) WHERE id = \(user)
      """)
    context.record(
      isHalfway
        ? "user.passwordAccepted" : isRight ? "user.signedIn" : isLocked ? "user.locked" : "user.signInFailed",
      .user(user), facts: hasRunOut ? ["oneTimeRunOut": true] : [:])
    return hasRunOut ? .runOut : isRight ? .right : .wrong
  }

  private func hasRunOut(_ known: User, _ context: ActionContext) throws -> Bool {
    guard known.mustChangePassword else { return false }
    let end = known.oneTimeEnd(try SignInRules.of(known.county, context.tx))
    return end.map { $0 <= context.services.clock.real() } ?? false
  }
}
