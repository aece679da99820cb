import Kernel
import Storage
import Web
import WorkCalendar

/// 收案草稿 · The draft of the counter: kept with every live answer, so that a broken line or a long queue loses nothing.
enum CounterDraft {
  /// One for each consultation or earlier stage that becomes an application, and one for those who come without.
  static func kind(from source: String?) -> String { source.map { "application:\($0)" } ?? "application" }

  static func kind(_ request: WebRequest) -> String { kind(from: CounterFrom.source(request)) }

  private static let unseen: Set<String> = ["csrf", "token", "version", CounterPhone.field]

  static func save(_ request: WebRequest, kept: [KeptUpload]) async throws {
    let principal = try request.requirePrincipal()
    guard let user = principal.user else { return }
    let (services, now) = (request.services, request.services.clock.now())
    var fields: [String: [String]] = [:]
    for name in request.fields.names.subtracting(unseen) {
      let values = request.fields.values(name).filter { !$0.isEmpty }
      if !values.isEmpty { fields[name] = values }
    }
    fields[KeptUpload.field] = try kept.map { try $0.token(user, services.keys) }
    let (answers, kind) = (fields, Self.kind(request))
    try await services.database.write(serial: principal.county.uuid) { tx in
      guard try !isSent(request.submission.token, in: principal.county, tx) else { return }
      try DraftTable.save(answers, kind, of: user, in: principal.county, at: now, services.keys, tx)
    }
  }

  /// The form became an application while its last answer was still on the way: the next person at the counter must not
  /// find it again.
  private static func isSent(_ token: String?, in county: CountyID, _ reader: any Reader) throws -> Bool {
    guard let token else { return false }
    return try reader.row("SELECT 1 AS sent FROM event WHERE county = \(county) AND token = \(token)") != nil
  }

  static func discard(_ request: WebRequest) async throws {
    let principal = try request.requirePrincipal()
    guard let user = principal.user else { return }
    let kind = Self.kind(request)
    try await request.services.database.write(serial: principal.county.uuid) {
      try DraftTable.discard(kind, of: user, $0)
    }
  }
}
