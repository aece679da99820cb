import Foundation
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 登录耗时 · How long sign-in takes for every kind of login, so that it tells none from another. `make timing` tries some hundreds
/// and prints the medians; in the suite a few, whose answers are looked at and whose times are not.
@Suite(.serialized, .timeLimit(.minutes(30))) struct SignInTimingTests {
  private static let tries = ProcessInfo.processInfo.environment["LEGALAID_TIMING"].flatMap(Int.init)
  private static let morning = Instant(.literal(2016, 3, 7), hour: 9)
  private static let password = "legalaid-demo"

  @Test func signingIn() async throws {
    let office = try await TestOffice(at: Self.morning, seal: false)
    let signIn = SignIn(ActionRunner(office.services))
    let never = Self.morning.adding(minutes: 1_000_000)
    try await office.meddle("UPDATE user_account SET is_active = 0 WHERE login = 'clerk2'")
    try await office.meddle("UPDATE user_account SET locked_until = \(never) WHERE login = 'reviewer'")
    _ = try? await signIn(login: "ghost", password: "guess", from: "10.0.0.1")
    try await office.meddle("UPDATE sign_in_brake SET locked_until = \(never) WHERE kind = 'login'")
    let kinds: [(name: String, login: String, password: String, answer: Refusal?)] = [
      ("unknown", "nobody", "guess", SignIn.wrong), ("closed", "clerk2", Self.password, SignIn.wrong),
      ("wrong password", "clerk", "guess", SignIn.wrong), ("right", "director", Self.password, nil),
      ("unknown, locked", "ghost", "guess", SignIn.locked), ("known, locked", "reviewer", "guess", SignIn.locked),
    ]
    var times: [String: [Duration]] = [:]
    var random = SystemRandomNumberGenerator()
    for number in 0..<(Self.tries ?? 3) {
      // A lock and the count of an address run out meanwhile.
      office.clock.move(to: Self.morning.adding(minutes: 16 * (number + 1)))
      for kind in kinds.shuffled(using: &random) {
        let began = ContinuousClock.now
        var answer: Refusal?
        do { _ = try await signIn(login: kind.login, password: kind.password, from: "10.0.0.2") } catch {
          answer = error as? Refusal
        }
        times[kind.name, default: []].append(began.duration(to: .now))
        #expect(answer == kind.answer, "\(kind.name)")
      }
    }
    for kind in kinds { Self.show(kind.name, times[kind.name] ?? []) }
  }

  /// Looking up what is found by a keyed hash, there or not there; the hash is not the asker's to choose.
  @Test func identityNumbers() async throws {
    let office = try await TestOffice(at: Self.morning, seal: false)
    let known = "320999197002101020"
    _ = try await office.services.database.write(serial: nil) {
      [county = office.county, keys = office.services.keys] tx in
      for number in 0..<1_000 {
        let hash = PersonTable.identityHash(number == 500 ? known : "number \(number)", keys)
        _ = try tx.run(
          """
          INSERT INTO person (id, county, name, identity_hash, groups, version, last_event)
          VALUES (\(UUIDv7()), \(county), '赵春兰', \(hash), '', 1, 1)
          """)
      }
    }
    try await Self.compare(office, "identity number", there: known, not: "320999197002101039") { number, keys in
      "SELECT id FROM person WHERE identity_hash = \(PersonTable.identityHash(number, keys))"
    }
  }

  private static func compare(
    _ office: TestOffice, _ what: String, there: String, not: String,
    _ query: @escaping @Sendable (String, KeyRing) -> SQL
  ) async throws {
    var times: [String: [Duration]] = [:]
    let keys = office.services.keys
    for _ in 0..<(tries ?? 3) * 10 {
      for (name, value) in [("there", there), ("not there", not)] {
        let began = ContinuousClock.now
        let found = try await office.services.database.read { try $0.row(query(value, keys)) != nil }
        times[name, default: []].append(began.duration(to: .now))
        #expect(found == (name == "there"))
      }
    }
    for name in ["there", "not there"] { show("\(what), \(name)", times[name] ?? []) }
  }

  private static func show(_ name: String, _ times: [Duration]) {
    guard tries != nil else { return }
    let sorted = times.map { $0 / .microseconds(1) }.sorted()
    func at(_ share: Double) -> String {
      String(format: "%.2f", sorted[Int(Double(sorted.count - 1) * share)] / 1_000)
    }
    print("\(name): \(sorted.count) tries, median \(at(0.5)) ms, quartiles \(at(0.25)) to \(at(0.75)) ms")
  }
}
