package import Kernel
package import Localization
package import WorkCalendar

/// 请求 · Request: what a handler is given: who asks, what was sent, and the office it is asked of; read and checked
/// before the handler runs.
package struct WebRequest: Sendable {
  package let route: Route
  package let path: String
  /// Path and query, as a link back here.
  package let address: String
  package let query: Fields
  package let fields: Fields
  package let uploads: Uploads
  package let body: [UInt8]
  /// Nil where nobody is signed in.
  package let principal: Principal?
  package let session: Session?
  /// Somebody whose second factor is still to come.
  let halfSession: Session?
  let browserName: String
  package let language: Language
  package let isLargeType: Bool
  package let theme: Theme
  package let requestID: String
  package let clientAddress: String
  /// A piece of a page is wanted, not the whole.
  package let isPartial: Bool
  package let submission: Submission
  /// What a form on this page must carry.
  package let csrf: String
  package let site: Site
  let values: [String: String]
  let entityTag: String?

  package var runner: ActionRunner { site.runner }
  package var services: Services { site.services }
  package var today: Day { services.clock.today }
  package var baseURL: String { site.services.baseURL }

  package func requirePrincipal() throws -> Principal {
    guard let principal else { throw AccessProblem.signInNeeded }
    return principal
  }

  /// The text in a place of the path.
  package func value(_ place: String) -> String { values[place] ?? "" }

  /// The id in a place of the path. What is no id leads nowhere.
  package func id<Of>(_ place: String = "id", of _: Of.Type = Of.self) throws -> ID<Of> {
    guard let id = ID<Of>(value(place)) else { throw Refusal.notFound }
    return id
  }

  /// Reads the form, or throws all its errors.
  package func read<T>(_ body: (inout FieldReader) throws -> T) throws -> T {
    var reader = FieldReader(fields, uploads: uploads)
    let value = try body(&reader)
    try reader.check()
    return value
  }

  /// Runs an action as whoever asks, with this form's token and version.
  @discardableResult
  package func run<A: Action>(_ action: A) async throws -> A.Outcome {
    try await runner.run(action, as: requirePrincipal(), submission)
  }

  /// An action that is prepared first, once for a form however often it is sent.
  @discardableResult
  package func run<A: Action>(preparing action: () async throws -> A) async throws -> A.Outcome {
    try await runner.run(as: requirePrincipal(), submission, preparing: action)
  }

  /// One of several actions of one form: `part` tells their tokens apart, so that sending the form again answers each with
  /// its first result; `version` is its record's, as the form showed it.
  @discardableResult
  package func run<A: Action>(_ action: A, part: String, version: Int) async throws -> A.Outcome {
    let token = submission.token.map { "\($0)/\(part)" }
    return try await runner.run(action, as: requirePrincipal(), Submission(token: token, version: version))
  }

  /// A token for one more form.
  package func newToken() -> String { Token.random() }
}
