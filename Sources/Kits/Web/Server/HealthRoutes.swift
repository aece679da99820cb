import Kernel
import Localization
import Storage
import WorkCalendar

extension OwnRoutes {
  static let health = [
    Route(
      .get, "/healthz", nil, Text("进程是否存活", "Whether the process lives"), kind: .api,
      api: APIShape(answer: .object(["status": .string]))
    ) { _ in try .json(["status": "ok"] as JSON) },
    Route(
      .get, "/readyz", nil, Text("数据库和任务队列是否就绪", "Whether database and job queue are ready"), kind: .api,
      api: APIShape(answer: .object(["database": .boolean, "queue": .boolean]))
    ) { request in
      let (database, queue) = await Readiness.check(request.services)
      return try .json(
        ["database": .flag(database), "queue": .flag(queue)] as JSON, status: database && queue ? 200 : 503)
    },
  ]
}

/// 就绪 · Readiness: the database answers, and no job has been waiting for more than a quarter of an hour.
enum Readiness {
  static func check(_ services: Services) async -> (database: Bool, queue: Bool) {
    let edge = services.clock.now().adding(minutes: -15)
    do {
      let waiting = try await services.database.read { reader in
        try reader.row(
          "SELECT id FROM job WHERE state = 'queued' AND run_after < \(edge) ORDER BY run_after, id LIMIT 1")
      }
      return (true, waiting == nil)
    } catch {
      return (false, false)
    }
  }
}
