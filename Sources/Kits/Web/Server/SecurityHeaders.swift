import HTTPTypes

/// 安全首部 · Security headers: on every answer, error pages included.
struct SecurityHeaders: Sendable {
  static let policy = [
    "default-src 'none'", "object-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  let isSecure: Bool

  func add(to headers: inout HTTPFields) {
    headers[.contentSecurityPolicy] = Self.policy
    headers[.xContentTypeOptions] = "nosniff"
    headers[.referrerPolicy] = "same-origin"
    headers[.openerPolicy] = "same-origin"
    headers[.resourcePolicy] = "same-origin"
    headers[.permissionsPolicy] = "camera=(), microphone=(), geolocation=()"
    // The office has a host name of its own; whatever lies under it is https too.
    if isSecure { headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
    // Whatever does not say otherwise may hold personal data.
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
  }
}
