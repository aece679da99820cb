package import Kernel

/// 测试办理 · Test action: does in one transaction whatever a test wants, and records an event when that did not.
package struct TestAction<Outcome: Sendable & Codable>: Action {
  package static var permission: Permission { .signedIn }
  private let body: @Sendable (ActionContext) throws -> Outcome

  package init(_ body: @escaping @Sendable (ActionContext) throws -> Outcome) { self.body = body }

  package func perform(in context: ActionContext) throws -> Outcome {
    let outcome = try body(context)
    if context.draft == nil { context.record("test.acted", .county(context.county)) }
    return outcome
  }
}

extension TestOffice {
  /// Acts as one of the staff.
  @discardableResult
  package func act<Outcome: Sendable & Codable>(
    _ login: String = "receptionist", _ submission: Submission = .none,
    _ body: @escaping @Sendable (ActionContext) throws -> Outcome
  ) async throws -> Outcome {
    try await run(login, TestAction(body), submission)
  }

  package func act(
    _ login: String = "receptionist", _ submission: Submission = .none,
    _ body: @escaping @Sendable (ActionContext) throws -> Void
  ) async throws {
    _ = try await act(login, submission) { context -> Done in
      try body(context)
      return Done()
    }
  }
}
