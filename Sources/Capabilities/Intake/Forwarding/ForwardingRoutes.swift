import Kernel
import Localization
import Registry
import Storage
import Web

/// 转交路由 · The routes of forwarding.
enum ForwardingRoutes {
  static let all: [Route] =
    [
      .list(PathPattern(ApplicationPaths.forwarded), .viewApplication, ForwardingPages.listTitle) { request in
        let principal = try request.requirePrincipal()
        let query = ListQuery(request, sorts: ["newest"])
        let list = try await request.services.database.read { try ForwardingList.load(query, for: principal, $0) }
        return ForwardingPages.list(request, list, query)
      }
    ]
    + Route.form(
      ApplicationPaths.pattern(.forward), .forwardApplication, ForwardingPages.title,
      page: { request, state in
        let view = try await ApplicationView.load(request)
        let receivers = try await request.services.database.read {
          try ForwardingTable.receivers(of: view.application, $0)
        }
        return ForwardingPages.form(request, state, view, receivers, try await request.frame())
      },
      submit: { request in
        let id: ApplicationID = try request.id()
        let action = try request.read { form in
          ForwardApplication(
            id, to: form.requiredID("receiver", ForwardingPages.receiverLabel, of: Spine.Agency.self),
            reason: form.requiredText("reason", ForwardingPages.reason.label, max: 500, isMultiline: true))
        }
        _ = try await request.run(action)
        return ApplicationPaths.forwarded
      })
}
