import Foundation
package import Kernel
package import Localization

/// 接口形状 · API shape: what a program sends and gets, for the OpenAPI description.
package struct APIShape: Sendable, Hashable {
  package let query: [String: Text]
  package let body: Schema?
  package let answer: Schema

  package init(query: [String: Text] = [:], body: Schema? = nil, answer: Schema) {
    self.query = query
    self.body = body
    self.answer = answer
  }
}

/// 数据结构 · Schema: the shape of a JSON value.
package indirect enum Schema: Sendable, Hashable {
  case string, integer, boolean, day, instant
  case list(Schema)
  case object([String: Schema])
  /// May be null.
  case optional(Schema)
  case oneOf([String])

  var json: JSON {
    switch self {
    case .string: ["type": "string"]
    case .integer: ["type": "integer"]
    case .boolean: ["type": "boolean"]
    case .day: ["type": "string", "format": "date"]
    case .instant: ["type": "string", "format": "date-time"]
    case .list(let item): ["type": "array", "items": item.json]
    case .object(let fields):
      [
        "type": "object", "required": .array(fields.keys.sorted().map(JSON.string)),
        "properties": .object(fields.mapValues(\.json)),
      ]
    case .optional(let schema): ["anyOf": [schema.json, ["type": "null"]]]
    case .oneOf(let values): ["type": "string", "enum": .array(values.map(JSON.string))]
    }
  }
}

extension Route {
  /// JSON for programs, with a bearer token; a write takes `Idempotency-Key`.
  package static func api(
    _ pattern: PathPattern, method: Method = .get, _ permission: Permission?, _ summary: Text, _ shape: APIShape,
    _ body: @escaping @Sendable (WebRequest) async throws -> any Encodable & Sendable
  ) -> Route {
    Route(method, pattern, permission, summary, kind: .api, api: shape) { try .json(await body($0)) }
  }
}

extension WebRequest {
  /// The JSON that was sent, as a value. Refuses what is not of its shape.
  package func json<T: Decodable>(_: T.Type = T.self) throws -> T {
    do {
      return try JSONDecoder().decode(T.self, from: Data(body))
    } catch let error as DecodingError {
      throw Refusal("json-shape", Self.complaint(error))
    }
  }

  private static func complaint(_ error: DecodingError) -> Text {
    let path: [any CodingKey]
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      path = context.codingPath
    case .keyNotFound(let key, let context): path = context.codingPath + [key]
    @unknown default: path = []
    }
    let place = path.isEmpty ? "/" : path.map { "/\($0.stringValue)" }.joined()
    return Text("JSON中的“\(place)”缺少或者类型不对。", "The JSON value at “\(place)” is missing or of the wrong type.")
  }
}
