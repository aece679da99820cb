import Kernel
import Localization
import Web

/// 先行提供法律援助路由 · The route of provisional aid.
enum ProvisionalRoutes {
  static let all = Route.form(
    PathPattern(ApplicationPaths.list + "/{id}/provisional-aid"), .approveApplication, ProvisionalPages.title,
    page: { request, state in
      ProvisionalPages.order(request, state, try await ApplicationView.load(request), try await request.frame())
    },
    submit: { request in
      let id: ApplicationID = try request.id()
      let action = try request.read { form in
        OrderProvisionalAid(
          id, form.requiredChoice("ground", ProvisionalPages.ground.label),
          periodEnds: form.day("periodEnds", ProvisionalPages.periodEnds.label),
          supplyBy: form.requiredDay("supplyBy", ProvisionalPages.supplyBy.label),
          reason: form.requiredText("reason", ProvisionalPages.reason.label, max: 1_000, isMultiline: true))
      }
      _ = try await request.run(action)
      return ApplicationPaths.page(id)
    })
}
