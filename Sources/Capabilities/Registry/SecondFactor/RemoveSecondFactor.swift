package import Kernel
import Localization
import Storage
package import Web

extension Permission {
  package static let manageSecurity = Permission(
    "registry.security", Text("管理登录安全", "Manage sign-in security"), [.securityAdmin])
}

/// 停用第二因素 · Takes away a person's second factor: one's own after a code was confirmed, which ends every other
/// session, another's by the security administrator when the phone is lost. Refuses one's own where the office requires
/// it of one's roles.
package struct RemoveSecondFactor: Action {
  package static let permission = Permission.signedIn
  private let user: UserID
  private let session: Session?

  package init(of user: UserID, keeping session: Session? = nil) {
    self.user = user
    self.session = session
  }

  package func perform(in context: ActionContext) throws -> Done {
    guard let known = try UserTable.of(user, context.tx), known.county == context.county else {
      throw Refusal.notFound
    }
    let isOwn = context.principal.user == user
    guard isOwn || context.principal.holds(.manageSecurity) else { throw Refusal.notAllowed }
    if isOwn, try SignInRules.of(context.county, context.tx).requires(context.principal.roles) {
      throw Refusal(
        "second-factor.required",
        Text(
          "本单位要求您的岗位使用第二因素，不能停用。手机丢失的，请安全管理员重置。",
          "The office requires a second factor of your roles. If the phone is lost, ask the security administrator to reset it."
        ), field: SecondFactor.name)
    }
    try SecondFactorTable.remove(user, in: context)
    if isOwn, let session { try SessionTable.endAll(of: user, but: session, context.tx) }
    context.record("secondFactor.removed", .user(user))
    return Done()
  }
}
