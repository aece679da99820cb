import HTTPTypes

extension HTTPField.Name {
  static let requestID = name("X-Request-ID")
  static let forwardedFor = name("X-Forwarded-For")
  static let hxRequest = name("HX-Request")
  static let idempotencyKey = name("Idempotency-Key")
  static let referrerPolicy = name("Referrer-Policy")
  static let openerPolicy = name("Cross-Origin-Opener-Policy")
  static let resourcePolicy = name("Cross-Origin-Resource-Policy")
  static let permissionsPolicy = name("Permissions-Policy")

  private static func name(_ text: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(text) else { preconditionFailure("not a header: \(text)") }
    return name
  }
}
