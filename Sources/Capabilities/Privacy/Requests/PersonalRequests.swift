import Kernel
import Localization
import Markup
import Web

/// 个人信息请求 · Personal-information requests: their routes and the names of what happens to them.
enum PersonalRequests {
  static func routes(_ sources: [PersonalDataSource], _ links: [PersonLink]) -> [Route] {
    PersonalRequestList.routes + [page, withdrawal] + NewPersonalRequestPage.routes + AnswerPage.routes(links)
      + CopyPage.routes(sources)
  }

  private static let page = Route.page(
    PersonalRequestPaths.page.pattern, .recordPersonalRequests, Text("个人信息请求", "Personal-information request")
  ) { request in
    let page = try await PersonalRequestPage.load(request)
    let principal = try request.requirePrincipal()
    return shell(try await request.frame(), title: page.it.number) { page.body(request, principal) }
  }

  private static let withdrawal = Route.post(
    PersonalRequestPaths.withdrawal.pattern, .recordPersonalRequests, PersonalRequestStep.withdraw.name
  ) { request in
    let id: PersonalRequestID = try request.id()
    try await request.run(WithdrawPersonalRequest(id))
    return PersonalRequestPaths.page.path(id)
  }

  static let events: [String: Text] = [
    "personalRequest.recorded": Text("登记个人信息请求", "Personal-information request recorded"),
    "personalRequest.answered": Text("答复个人信息请求", "Personal-information request answered"),
    "personalRequest.copied": Text("交付个人信息副本", "Copy of personal data handed over"),
    "personalRequest.withdrawn": Text("撤回个人信息请求", "Personal-information request withdrawn"),
  ]
}
