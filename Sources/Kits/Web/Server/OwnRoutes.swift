import Kernel
import Localization

/// 自有路由 · Own routes: what the web answers itself, before any capability.
enum OwnRoutes {
  static let all = health + preferences + session + [asset, description]

  private static let asset = Route.file(
    "/assets/{version}/{name}", nil, Text("样式和脚本", "Style sheet and script")
  ) { request in
    let found = request.site.assets.response(
      version: request.value("version"), name: request.value("name"), entityTag: request.entityTag)
    guard let found else { throw Refusal.notFound }
    return found
  }

  private static let description = Route(
    .get, "/api/v1/openapi.json", nil, Text("接口描述", "Description of the API"), kind: .api,
    api: APIShape(answer: .object(["openapi": .string]))
  ) { request in
    try .json(OpenAPI.document(request.site.table.routes, baseURL: request.baseURL))
  }
}
