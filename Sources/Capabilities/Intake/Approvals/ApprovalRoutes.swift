import Kernel
import Localization
import Registry
import Storage
import Web

/// 批量审批路由 · The director's list and its form. Each application chosen is an action of its own, with its own event;
/// what one refuses neither stops nor undoes the others. Whoever has a second factor is asked for it once.
enum ApprovalRoutes {
  static let all = Route.list(
    PathPattern(ApprovalsPage.path), .approveApplication, ApprovalsPage.title,
    { request, state in
      let (principal, done) = (try request.requirePrincipal(), request.done(state, Spine.Application.self))
      let (pending, granted, asksCode) = try await request.services.database.read { reader in
        (
          try PendingApproval.load(for: principal, reader),
          try PendingApproval.granted(done, by: principal, reader),
          try principal.user.map { try SecondFactor.isEnrolled($0, reader) } ?? false
        )
      }
      return ApprovalsPage.list(request, state, pending, granted: granted, asksCode: asksCode)
    },
    submit: { request in
      let (chosen, opinion) = try request.read { form in
        (
          form.chosen(
            Spine.Application.self, none: Text("请至少选择一件申请。", "Choose at least one application.")),
          form.requiredText("opinion", ApprovalsPage.opinion.label, max: 2_000, isMultiline: true)
        )
      }
      try await SecondFactor.confirm(request)
      return try await request.run(each: chosen, name: ApplicationTable.number(_:for:_:)) {
        ApproveApplication($0, .grant, opinion: opinion)
      }
    })
}
