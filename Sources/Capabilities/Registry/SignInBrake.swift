import Kernel
import Localization
import Storage
import WorkCalendar

/// 登录限制 · Sign-in brake: counts failures under a login that nobody has, so that it locks like anybody's and tells nothing,
/// and under a network address, so that one machine does not try one password on every login (design; no law names a figure).
/// Kept in the database: two servers count together. Logins and addresses stand there as keyed hashes only.
struct SignInBrake: Sendable {
  enum Kind: String, Sendable, SQLConvertible { case login, address }

  static let windowMinutes = 15

  let kind: Kind
  let hash: [UInt8]
  let most: Int

  static func login(_ login: String, _ keys: KeyRing) -> SignInBrake {
    SignInBrake(kind: .login, hash: keys.lookupHash("login|" + login.lowercased()), most: SignIn.maxFailures)
  }

  static func address(_ address: String, most: Int, _ keys: KeyRing) -> SignInBrake {
    SignInBrake(kind: .address, hash: keys.lookupHash("address|" + address), most: most)
  }

  func isHeld(in county: CountyID, at now: Instant, _ reader: any Reader) throws -> Bool {
    let until = try reader.value(
      """
      SELECT locked_until FROM sign_in_brake
      WHERE county = \(county) AND kind = \(kind) AND key_hash = \(hash)
      """, as: Instant?.self)
    return until.flatMap { $0 }.map { now < $0 } ?? false
  }

  /// Counts one failure, and says whether that was one too many. Failures a quarter of an hour apart do not add up under an
  /// address; under a login they do, as with an account.
  func count(in context: ActionContext) throws -> Bool {
    let (county, now) = (context.county, context.now)
    let since = now.adding(minutes: -Self.windowMinutes)
    let known = try context.tx.row(
      """
      SELECT failed_count, counted_from FROM sign_in_brake
      WHERE county = \(county) AND kind = \(kind) AND key_hash = \(hash)
      """)
    let from: Instant? = try known?.get("counted_from")
    let goesOn = from.map { kind == .login || $0 > since } ?? false
    let failures = 1 + (goesOn ? try known?.get("failed_count") ?? 0 : 0)
    let isHeld = failures >= most
    let until = isHeld ? now.adding(minutes: SignIn.lockMinutes) : nil
    try context.tx.run(
      """
      INSERT INTO sign_in_brake (county, kind, key_hash, failed_count, counted_from, locked_until, last_event)
      VALUES (\(county), \(kind), \(hash), \(isHeld ? 0 : failures), \(now), \(until), \(context.eventNumber))
      ON CONFLICT (county, kind, key_hash) DO UPDATE SET failed_count = \(isHeld ? 0 : failures),
        counted_from = \(goesOn ? from : now), locked_until = \(until), last_event = \(context.eventNumber)
      """)
    // Under a login only what counts nothing any more is forgotten: an account's failures are kept just so.
    try context.tx.run(
      """
      DELETE FROM sign_in_brake WHERE county = \(county) AND counted_from < \(now.adding(minutes: -24 * 60))
        AND (kind = \(Kind.address) OR failed_count = 0 AND locked_until <= \(now))
      """)
    return isHeld
  }
}

/// 未知账号登录 · Counts a failed sign-in under a login that nobody has, or that is closed. Refuses what was tried at the same
/// time as the attempts that locked it.
struct RecordUnknownSignIn: Action {
  static let permission = Permission.signedIn
  let brake: SignInBrake
  let address: SignInBrake

  func perform(in context: ActionContext) throws -> Done {
    if try brake.isHeld(in: context.county, at: context.now, context.tx) { throw SignIn.locked }
    let isLocked = try brake.count(in: context)
    let isHeld = try address.count(in: context)
    context.record(
      "user.signInUnknown", .county(context.county),
      facts: (isLocked ? ["locked": true] : [:]).merging(isHeld ? ["addressHeld": true] : [:]) { first, _ in first }
    )
    return Done()
  }
}
