import Kernel
import Storage
import Synchronization
import TestSupport
import Testing
import WorkCalendar

/// 同步备机 · Synchronous standby: what the primary alone has committed would be lost if the standby took its place.
@Suite("A commit in doubt", .timeLimit(.minutes(2)))
struct DoubtTests {
  @Test("What the standby did not confirm is not acknowledged; sent again it is found, and done once")
  func standbyAway() async throws {
    let folder = PostgresServer.freshFolder()
    let address = try PostgresServer.start(in: folder)
    let office = try await TestOffice(
      .postgres, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false, on: address)
    try PostgresServer.tell("set", folder, "synchronous_standby_names = 'nobody'")
    try PostgresServer.tell("halt", folder, "fast")
    try PostgresServer.tell("resume", folder)

    let submission = Submission(token: "doubt")
    let isOver = Mutex(false)
    async let answer: Result<Done, any Error> = {
      let result = await Result.of { try await office.act("receptionist", submission) { _ in Done() } }
      isOver.withLock { $0 = true }
      return result
    }()
    // As the limit on a statement's time does after half a minute.
    let watcher = try await openDatabase(url: address)
    while !isOver.withLock({ $0 }) {
      _ = try await watcher.read {
        try $0.rows("SELECT pg_cancel_backend(pid) AS done FROM pg_stat_activity WHERE wait_event = 'SyncRep'")
      }
    }
    let first = await answer
    #expect(throws: StorageError.inDoubt) { try first.get() }

    try PostgresServer.tell("set", folder, "synchronous_standby_names = ''")
    _ = try await office.act("receptionist", submission) { _ in Done() }
    #expect(try await office.events("test.acted").count == 1)
    #expect(try await office.firstFault() == nil)
    await watcher.close()
    try PostgresServer.tell("stop", folder)
  }
}
