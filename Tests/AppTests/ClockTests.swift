import App
import Kernel
import Storage
import Synchronization
import TestSupport
import Testing
import WorkCalendar

/// 时钟有误 · A machine's clock that is set back: an event is never dated before the one before it.
@Suite struct ClockTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func setBackByLittleItWaitsByMuchItRefuses(_ engine: TestOffice.Engine) async throws {
    let start = Instant(.literal(2026, 3, 2), hour: 9)
    let office = try await TestOffice(engine, at: start, seal: false)
    let machine = Machine(start.adding(minutes: 10))
    let runner = ActionRunner(office.services.at(machine.wall))
    let admin = try await office.principal("admin")
    let act = { @Sendable () async throws -> Int in
      try await runner.run(TestAction { $0.eventNumber }, as: admin)
    }
    let first = try await act()
    machine.move(to: start.adding(minutes: 8))
    let second = try await act()
    #expect(try await at(second, office) == at(first, office))
    machine.move(to: start)
    await #expect {
      _ = try await act()
    } throws: {
      ($0 as? Refusal)?.key == Refusal.clockBehindKey
    }
    // It had stood ahead: accepted, it goes on from here.
    try await runner.run(AcceptClock(), as: .system(office.county))
    machine.move(to: start.adding(minutes: 1))
    let third = try await act()
    #expect(try await at(third, office) == start.adding(minutes: 1))
    await #expect(throws: Refusal.self) { try await runner.run(AcceptClock(), as: .system(office.county)) }
    #expect(try await EventChain.firstFault(office.county, code: "320999", office.services) == nil)
  }

  private func at(_ number: Int, _ office: TestOffice) async throws -> Instant? {
    try await office.value("SELECT at FROM event WHERE county = \(office.county) AND number = \(number)")
  }

  private final class Machine: Sendable {
    private let instant: Mutex<Instant>
    init(_ instant: Instant) { self.instant = Mutex(instant) }
    func move(to instant: Instant) { self.instant.withLock { $0 = instant } }
    var wall: WallClock { WallClock(now: { self.instant.withLock { $0 } }, isOfMachine: true) }
  }
}
