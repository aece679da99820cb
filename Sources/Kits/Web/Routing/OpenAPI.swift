import Kernel
import Localization

/// 接口描述 · OpenAPI: the 3.1 description of every API route, made from the route table.
enum OpenAPI {
  static func document(_ routes: [Route], baseURL: String) -> JSON {
    let described = routes.filter { $0.kind == .api }
    var paths: [String: JSON] = [:]
    for (path, routes) in Dictionary(grouping: described, by: \.pattern.description) {
      paths[path] = .object(
        Dictionary(routes.map { ($0.method.rawValue.lowercased(), operation($0)) }) { a, _ in a })
    }
    return [
      "openapi": "3.1.0",
      "info": ["title": "LegalAid", "version": "1", "summary": "法律援助业务平台接口"],
      "servers": [["url": .string(baseURL)]],
      "paths": .object(paths),
      "components": [
        "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer"]],
        "schemas": ["Problem": problem],
      ],
    ]
  }

  private static func operation(_ route: Route) -> JSON {
    var operation: [String: JSON] = [
      "operationId": .string(operationID(route)),
      "summary": .string(route.summary.en),
      "description": .string(route.summary.zh),
      "parameters": .array(parameters(route)),
      "responses": .object(responses(route)),
      "security": route.permission == nil ? [] : [["bearer": []]],
    ]
    if let body = route.api?.body {
      operation["requestBody"] = ["required": true, "content": ["application/json": ["schema": body.json]]]
    }
    return .object(operation)
  }

  private static func parameters(_ route: Route) -> [JSON] {
    let places = route.pattern.places.map { name -> JSON in
      ["name": .string(name), "in": "path", "required": true, "schema": ["type": "string"]]
    }
    let query = (route.api?.query ?? [:]).sorted { $0.key < $1.key }.map { name, text -> JSON in
      // What no text can hold is refused: said here, so that a program does not try it.
      [
        "name": .string(name), "in": "query", "description": .string(text.en),
        "schema": ["type": "string", "pattern": "^[^\\u0000]*$"],
      ]
    }
    let key: JSON = [
      "name": "Idempotency-Key", "in": "header", "schema": ["type": "string", "maxLength": .integer(100)],
    ]
    return places + query + (route.method == .post ? [key] : [])
  }

  private static func responses(_ route: Route) -> [String: JSON] {
    let answer = route.api?.answer.json ?? ["type": "object"]
    var responses: [String: JSON] = [
      "200": ["description": "OK", "content": ["application/json": ["schema": answer]]],
      "default": refused("Refused"),
    ]
    if route.permission != nil {
      responses["401"] = refused("No valid bearer token")
      responses["403"] = refused("The token's roles may not do this")
    }
    return responses
  }

  private static func refused(_ description: String) -> JSON {
    [
      "description": .string(description),
      "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
    ]
  }

  private static let problem = Schema.object([
    "type": .string, "title": .string, "status": .integer, "detail": .string, "instance": .string,
    "errors": .list(.object(["key": .string, "field": .optional(.string), "zh": .string, "en": .string])),
  ]).json

  /// `get /api/v1/cases/{id}` → `getCasesById`.
  private static func operationID(_ route: Route) -> String {
    let words = route.pattern.segments.map { segment in
      switch segment {
      case .literal(let text): text.split { !$0.isLetter && !$0.isNumber }.map(\.capitalized).joined()
      case .place(let name): "By\(name[...].capitalized)"
      }
    }
    return route.method.rawValue.lowercased() + words.filter { $0 != "Api" && $0 != "V1" }.joined()
  }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
