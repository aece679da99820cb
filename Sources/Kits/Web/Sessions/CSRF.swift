import Storage

/// 防伪令牌 · CSRF token: proves that our page made the form: a keyed hash of the browser's own cookie (session or
/// visitor), so that nothing need be stored for it.
struct CSRF: Sendable {
  static let visitorCookie = "visitor"
  let keys: KeyRing

  func token(for cookie: String) -> String { Token.hex(keys.lookupHash("csrf|\(cookie)")) }
}

extension WebRequest {
  /// Refuses a form that does not carry this browser's token.
  func checkCSRF() throws {
    guard Token.equal(fields[FormState.csrfField], csrf) else { throw AccessProblem.staleForm }
  }
}
