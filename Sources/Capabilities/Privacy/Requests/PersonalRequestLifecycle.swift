package import Kernel
package import Localization
import Storage

/// 请求状态 · Request state: to be answered, answered in one of three ways, the copy handed over, or withdrawn.
package enum PersonalRequestState: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case received, granted, restricted, refused, handedOver, withdrawn

  package var name: Text {
    switch self {
    case .received: Text("待答复", "To be answered")
    case .granted: Text("同意", "Granted")
    case .restricted: Text("改为限制处理", "Restricted instead")
    case .refused: Text("不予同意", "Not granted")
    case .handedOver: Text("副本已交付", "Copy handed over")
    case .withdrawn: Text("已撤回", "Withdrawn")
    }
  }
}

package enum PersonalRequestStep: String, Sendable, Hashable, CaseIterable {
  case grant, restrict, refuse, handOver, withdraw

  package var name: Text {
    switch self {
    case .grant: Text("同意", "Grant")
    case .restrict: Text("限制处理", "Restrict")
    case .refuse: Text("不予同意", "Refuse")
    case .handOver: Text("交付副本", "Hand over the copy")
    case .withdraw: Text("撤回请求", "Withdraw the request")
    }
  }
}

/// 个人信息请求流程 · Lifecycle of a personal-information request (个人信息保护法 50).
package enum PersonalRequestLifecycle {
  private static let answer = [LegalBasis(.personalInformation, "50")]

  package static let table = Lifecycle<PersonalRequestState, PersonalRequestStep>(
    "personalRequest", Text("个人信息请求流程", "Personal-information request"), state: \.name, step: \.name,
    [
      .init([.received], .grant, .granted, .answerPersonalRequests, answer),
      .init(
        [.received], .restrict, .restricted, .answerPersonalRequests, [LegalBasis(.personalInformation, "47")]),
      .init([.received], .refuse, .refused, .answerPersonalRequests, answer),
      .init(
        [.granted, .handedOver], .handOver, .handedOver, .recordPersonalRequests,
        [LegalBasis(.personalInformation, "45")]),
      .init([.received], .withdraw, .withdrawn, .recordPersonalRequests),
    ])
}
