import Hummingbird
import Localization

/// 请求正文 · Body: what a request brought, read once: text fields, files in the spool, or the plain bytes of an API.
struct Body {
  var fields = Fields.none
  var uploads = Uploads.none
  var bytes: [UInt8] = []

  /// Reads as the content type says. Refuses what no form sends.
  static func form(
    _ body: RequestBody, _ type: MediaType, limits: BodyLimits, spool: Spool, requestID: String
  ) async throws -> Body {
    switch type.type {
    case "", "application/x-www-form-urlencoded":
      return Body(fields: try URLEncoded.parse(try await collect(body, limit: limits.text)))
    case "multipart/form-data":
      var reader = try MultipartReader(type, limits, spool, requestID)
      for try await chunk in body { try reader.take(Array(chunk.readableBytesView)) }
      return try reader.finish()
    default: throw BodyProblem.unsupportedType
    }
  }

  static func collect(_ body: RequestBody, limit: Int) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await chunk in body {
      guard bytes.count + chunk.readableBytes <= limit else { throw BodyProblem.tooLarge(limit: limit) }
      bytes += chunk.readableBytesView
    }
    return bytes
  }
}
