package import Kernel
import Localization
import Storage
import WorkCalendar

/// 登录 · Sign-in: password check with lock-out after five failures for fifteen minutes, under an unknown login as under a
/// known one (design; AT-X.4), and a brake on addresses from which many fail.
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

  package static let heldAddress = Refusal(
    "sign-in.address",
    Text(
      "这个网络地址登录失败次数过多，请15分钟后再试，或者联系系统管理员。",
      "Too many sign-ins failed from this network address: try again in fifteen minutes, or ask the system administrator."
    ), field: "login")

  /// Whoever it is, known or not, locked or not, one password is worked out and one event recorded; only an address that is
  /// held is answered at once, whatever login it asks for.
  package func callAsFunction(login: String, password: String, from address: String = "") async throws -> User {
    let (services, now) = (runner.services, runner.services.clock.now())
    let unknown = SignInBrake.login(login, services.keys)
    let (user, county, rules, isUnknownLocked) = try await services.database.read { reader in
      let user = try UserTable.withLogin(login, reader)
      guard let county = try user?.county ?? CountyTable.all(reader).first?.id else { throw Self.wrong }
      return (
        user, county, try SignInRules.of(county, reader), try unknown.isHeld(in: county, at: now, reader)
      )
    }
    let brake = SignInBrake.address(address, most: rules.addressFailures, services.keys)
    if try await services.database.read({ try brake.isHeld(in: county, at: now, $0) }) { throw Self.heldAddress }
    guard let user, user.isActive else {
      _ = await Password.matches(password, Self.decoy)
      if isUnknownLocked { throw Self.locked }
      try await runner.run(RecordUnknownSignIn(brake: unknown, address: brake), as: .system(county))
      throw Self.wrong
    }
    let isRight = await Password.matches(password, user.passwordHash)
    if user.isLocked(at: now) { throw Self.locked }
    let record = RecordSignIn(user: user.id, isRight: isRight, address: brake)
    switch try await runner.run(record, as: .system(county)) {
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
  /// From where it was tried; nil where somebody signed in is asked again.
  var address: SignInBrake?

  func perform(in context: ActionContext) throws -> Answer {
    guard let known = try UserTable.of(user, context.tx) else { throw Refusal.notFound }
    if known.isLocked(at: context.now) { throw SignIn.locked }
    let hasRunOut = try isRight && hasRunOut(known, context)
    let isRight = isRight && !hasRunOut
    let isHeld = try !isRight && address?.count(in: context) ?? false
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
      .user(user),
      facts: (hasRunOut ? ["oneTimeRunOut": true] : [:]).merging(isHeld ? ["addressHeld": true] : [:]) { one, _ in
        one
      })
    return hasRunOut ? .runOut : isRight ? .right : .wrong
  }

  private func hasRunOut(_ known: User, _ context: ActionContext) throws -> Bool {
    guard known.mustChangePassword else { return false }
    let end = known.oneTimeEnd(try SignInRules.of(known.county, context.tx))
    return end.map { $0 <= context.services.clock.real() } ?? false
  }
}
