import Registry
import WorkCalendar

extension TestOffice {
  /// Sets up a second factor for one of the staff, who stays signed in; answers what the phone shows from then on. Every
  /// code is asked for half a minute after the one before, because each is taken once.
  package func enrolSecondFactor(_ login: String) async throws -> @Sendable () -> String {
    let (secret, clock) = (TOTP.newSecret(), clock)
    let code: @Sendable () -> String = {
      clock.move(to: clock.now.adding(milliseconds: 30_000))
      return TOTP.code(secret, step: TOTP.step(at: clock.now))
    }
    try await run(login, BeginSecondFactor(secret: secret))
    try await run(login, EnrolSecondFactor(code: code(), recoveryCodes: []))
    return code
  }
}
