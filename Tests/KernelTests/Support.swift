import Kernel
import Localization
import Storage

extension NumberKind {
  static let letter = NumberKind("test.letter", Text("函", "Letter"), word: "函")
  static let notice = NumberKind("test.notice", Text("通知", "Notice"), word: "通")
}

extension ActionContext {
  /// What every action does with the version it was shown.
  func rename(_ agency: AgencyID, _ name: String) throws {
    let version: Int? = try tx.value("SELECT version FROM agency WHERE id = \(agency)")
    try requireVersion(version ?? 0)
    try tx.run(
      "UPDATE agency SET name = \(name), version = version + 1, last_event = \(eventNumber) WHERE id = \(agency)")
  }
}

/// Does the same so many times at once.
func together<T: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) async throws -> T) async throws -> [T] {
  try await withThrowingTaskGroup(of: T.self) { group in
    for number in 1...count { group.addTask { try await body(number) } }
    return try await group.reduce(into: []) { $0.append($1) }
  }
}

extension Result where Failure == any Error {
  static func of(_ body: () async throws -> Success) async -> Self {
    do { return .success(try await body()) } catch { return .failure(error) }
  }
}
