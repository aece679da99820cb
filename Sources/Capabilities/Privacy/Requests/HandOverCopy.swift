package import Kernel
import Storage

/// 交付个人信息副本 · Records that the copy of somebody's data was made and handed over: the only way they leave the office
/// whole (个人信息保护法 45). Answers its nonce, so that the same form sent again makes no second file.
package struct HandOverCopy: Action {
  package static let permission = Permission.recordPersonalRequests
  package let request: PersonalRequestID
  package let check: IdentityCheck
  package let nonce: String

  package init(_ request: PersonalRequestID, check: IdentityCheck, nonce: String) {
    self.request = request
    self.check = check
    self.nonce = nonce
  }

  package func perform(in context: ActionContext) throws -> String {
    let it = try context.personalRequest(request)
    guard it.kind == .copy else { throw Refusal.notFound }
    let next = try PersonalRequestLifecycle.table.next(.handOver, from: it.state, by: context.principal)
    try context.update(it, set: "state = \(next)")
    context.record(
      "personalRequest.copied", .personalRequest(it.id), also: [.person(it.person)], basis: [it.kind.basis],
      facts: ["check": .text(check.rawValue)])
    return nonce
  }
}

/// 撤回个人信息请求 · The person takes the request back before it is answered.
package struct WithdrawPersonalRequest: Action {
  package static let permission = Permission.recordPersonalRequests
  package let request: PersonalRequestID

  package init(_ request: PersonalRequestID) { self.request = request }

  package func perform(in context: ActionContext) throws -> Done {
    let it = try context.personalRequest(request)
    let next = try PersonalRequestLifecycle.table.next(.withdraw, from: it.state, by: context.principal)
    try context.update(it, set: "state = \(next)")
    try context.stopAll(on: .personalRequest(it.id))
    context.record(
      "personalRequest.withdrawn", .personalRequest(it.id), also: [.person(it.person)],
      facts: ["kind": .text(it.kind.rawValue)])
    return Done()
  }
}
