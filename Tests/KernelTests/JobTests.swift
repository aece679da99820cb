import Kernel
import Storage
import Synchronization
import TestSupport
import Testing
import WorkCalendar

@Suite("Jobs", .timeLimit(.minutes(2)))
struct JobTests {
  private struct Broken: Error, CustomStringConvertible {
    let description = "the printer is on fire"
  }

  /// Counts its runs, and fails while it is told to.
  private final class Machine: Sendable {
    private let state = Mutex((runs: [String](), isBroken: false))

    var runs: [String] { state.withLock { $0.runs } }
    func breakDown() { state.withLock { $0.isBroken = true } }
    func mend() { state.withLock { $0.isBroken = false } }

    func run(_ job: JobRun) throws {
      try state.withLock {
        $0.runs.append(job.payload["paper"] ?? "")
        if $0.isBroken { throw Broken() }
      }
    }
  }

  private struct Standing: Equatable {
    let state: String
    let attempts: Int
    let waits: Int64
    let error: String?
  }

  private let machine = Machine()

  private static func office(_ engine: TestOffice.Engine) async throws -> TestOffice {
    try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
  }

  private func jobs(_ office: TestOffice) -> JobRunner {
    JobRunner(ActionRunner(office.services), [JobHandler("test.print") { [machine] in try machine.run($0) }])
  }

  private static func enqueue(_ office: TestOffice, _ key: String, after: Instant? = nil) async throws {
    try await office.act { try $0.enqueue("test.print", key: key, payload: ["paper": key], runAfter: after) }
  }

  private static func standing(_ office: TestOffice, _ key: String = "a") async throws -> Standing? {
    try await office.row("SELECT state, attempts, run_after, last_error FROM job WHERE job_key = \(key)").map {
      Standing(
        state: try $0.get("state"), attempts: try $0.get("attempts"),
        waits: office.clock.now.milliseconds(until: try $0.get("run_after")), error: try $0.get("last_error"))
    }
  }

  @Test("One key is one job, run once", arguments: TestOffice.Engine.allCases)
  func once(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    for key in ["a", "b", "a"] { try await Self.enqueue(office, key) }
    #expect(try await jobs(office).drain() == 2)
    #expect(machine.runs.sorted() == ["a", "b"])
    try await Self.enqueue(office, "a")
    #expect(try await jobs(office).drain() == 0)
    #expect(try await Self.standing(office) == Standing(state: "done", attempts: 1, waits: 0, error: nil))
  }

  /// A disk that is full, a database that is away: no fault of the job, which waits as long as it takes.
  @Test(
    "What the machine stands in the way of waits without using up its tries", arguments: TestOffice.Engine.allCases)
  func waitsForTheMachine(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    try await Self.enqueue(office, "a")
    let full = Mutex(true)
    let jobs = JobRunner(
      ActionRunner(office.services),
      [
        JobHandler("test.print") { [machine] job in
          if full.withLock({ $0 }) { throw StorageError.full }
          try machine.run(job)
        }
      ])
    for _ in 0..<JobRunner.maxAttempts + 2 {
      #expect(try await jobs.drain() == 0)
      #expect(try await Self.standing(office)?.state == "queued")
      #expect(try await Self.standing(office)?.attempts == 0)
      office.clock.move(to: office.clock.now.adding(minutes: 1))
    }
    full.withLock { $0 = false }
    #expect(try await jobs.drain() == 1)
    #expect(try await Self.standing(office)?.state == "done")
  }

  @Test("What a refused action enqueued is never run", arguments: TestOffice.Engine.allCases)
  func refused(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    await #expect(throws: Refusal.notFound) {
      try await office.act { context in
        try context.enqueue("test.print", key: "a", payload: [:])
        throw Refusal.notFound
      }
    }
    #expect(try await jobs(office).drain() == 0)
    #expect(machine.runs.isEmpty)
  }

  @Test("A job waits for its time", arguments: TestOffice.Engine.allCases)
  func later(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    let time = office.clock.now.adding(hours: 1)
    try await Self.enqueue(office, "a", after: time)
    office.clock.move(to: time.adding(milliseconds: -1))
    #expect(try await jobs(office).drain() == 0)
    office.clock.move(to: time)
    #expect(try await jobs(office).drain() == 1)
  }

  @Test(
    "What fails is tried again after 1, 2, 4 … seconds, and given up after the eighth time",
    arguments: TestOffice.Engine.allCases)
  func backOff(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    try await Self.enqueue(office, "a")
    machine.breakDown()
    for attempt in 1...JobRunner.maxAttempts {
      #expect(try await jobs(office).drain() == 0)
      let wait = Int64(1000) << Int64(attempt - 1)
      let state = attempt == JobRunner.maxAttempts ? "dead" : "queued"
      #expect(
        try await Self.standing(office)
          == Standing(state: state, attempts: attempt, waits: wait, error: "the printer is on fire"))
      // A moment too early nothing happens.
      office.clock.move(to: office.clock.now.adding(milliseconds: wait - 1))
      try await jobs(office).drain()
      #expect(machine.runs.count == attempt)
      office.clock.move(to: office.clock.now.adding(milliseconds: 1))
    }
    machine.mend()
    office.clock.move(to: office.clock.now.adding(hours: 24))
    #expect(try await jobs(office).drain() == 0)
    // Until what stood in the way is removed.
    try await office.act { try $0.retryJobs("test.other") }
    #expect(try await jobs(office).drain() == 0)
    try await office.act { try $0.retryJobs("test.print") }
    #expect(try await jobs(office).drain() == 1)
    #expect(try await Self.standing(office)?.error == nil)
    // What is done is not done again.
    try await office.act { try $0.retryJobs("test.print") }
    #expect(try await jobs(office).drain() == 0)
  }

  @Test("Two servers over one PostgreSQL share the jobs, and each is run once")
  func twoServers() async throws {
    let office = try await Self.office(.postgres)
    for number in 1...60 { try await Self.enqueue(office, "\(number)") }
    let finished = try await together(2) { _ in try await jobs(office).drain() }
    #expect(finished.reduce(0, +) == 60)
    #expect(machine.runs.count == 60 && Set(machine.runs).count == 60)
  }

  @Test("One that fails does not hold up the others", arguments: TestOffice.Engine.allCases)
  func others(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    try await office.act { try $0.enqueue("test.unknown", key: "u", payload: [:]) }
    for number in 1...60 { try await Self.enqueue(office, "\(number)") }
    #expect(try await jobs(office).drain() == 60)
    #expect(Set(machine.runs).count == 60)
    #expect(try await Self.standing(office, "u")?.state == "queued")
    #expect(try await Self.standing(office, "u")?.error?.contains("no handler: test.unknown") == true)
  }

  @Test("A job queued again while its last attempt fails begins anew", arguments: TestOffice.Engine.allCases)
  func retriedMeanwhile(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    try await Self.enqueue(office, "a")
    try await office.meddle("UPDATE job SET attempts = \(JobRunner.maxAttempts - 1)")
    let runs = Mutex(0)
    let handler = JobHandler("test.print") { job in
      let isFirst = runs.withLock { count in
        count += 1
        return count == 1
      }
      guard isFirst else { return }
      try await job.runner.run(
        TestAction { context -> Done in
          try context.retryJobs("test.print")
          return Done()
        }, as: .system(job.county))
      throw Broken()
    }
    #expect(try await JobRunner(ActionRunner(office.services), [handler]).drain() == 1)
    #expect(try await Self.standing(office)?.state == "done")
  }
}
