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
      let principal = try request.requirePrincipal()
      let chosen =
        state.isReturned
        ? choices(state.values("chosen")).map(\.id)
        : request.query.values("granted").compactMap { ApplicationID($0) }
      let (pending, granted, asksCode) = try await request.services.database.read { reader in
        (
          try PendingApproval.load(for: principal, reader),
          try PendingApproval.granted(chosen, by: principal, reader),
          try principal.user.map { try SecondFactor.isEnrolled($0, reader) } ?? false
        )
      }
      return ApprovalsPage.list(request, state, pending, granted: granted, asksCode: asksCode)
    },
    submit: { request in
      let (chosen, opinion) = try request.read { form in
        let chosen = choices(form.fields.values("chosen"))
        if chosen.isEmpty {
          form.refuse(
            "approvals.none", at: "chosen", Text("请至少选择一件申请。", "Choose at least one application."))
        }
        return (
          chosen,
          form.requiredText("opinion", ApprovalsPage.opinion.label, max: 2_000, isMultiline: true)
        )
      }
      try await SecondFactor.confirm(request)
      try Refusals.check(try await grant(chosen, opinion, request))
      return ApprovalsPage.path + "?" + chosen.map { "granted=\($0.id)" }.joined(separator: "&")
    })

  private static func choices(_ texts: [String]) -> [ApprovalChoice] { texts.compactMap { ApprovalChoice($0) } }

  /// Grants them one by one; answers what was refused, each with its number.
  private static func grant(
    _ chosen: [ApprovalChoice], _ opinion: String, _ request: WebRequest
  ) async throws -> [Refusal] {
    var refused: [Refusal] = []
    for one in chosen {
      do {
        _ = try await request.run(
          ApproveApplication(one.id, .grant, opinion: opinion), part: one.id.description, version: one.version)
      } catch let refusal as Refusal {
        refused.append(try await named(refusal, one, request))
      } catch let several as Refusals {
        for refusal in several.all { refused.append(try await named(refusal, one, request)) }
      }
    }
    return refused
  }

  private static func named(
    _ refusal: Refusal, _ choice: ApprovalChoice, _ request: WebRequest
  ) async throws -> Refusal {
    let principal = try request.requirePrincipal()
    let number = try await request.services.database.read {
      try? ApplicationTable.one(choice.id, for: principal, $0).number
    }
    let name = number ?? "—"
    return Refusal(
      refusal.key, Text("\(name)：\(refusal.message.zh)", "\(name): \(refusal.message.en)"), field: "chosen",
      basis: refusal.basis)
  }
}
