package import Localization

/// 指派方式 · Assignment way: how it came that somebody was given a case.
package enum AssignmentWay: String, Sendable, Hashable, CaseIterable {
  /// First on the list of candidates.
  case first
  /// As the plan for several cases proposed.
  case plan
  /// 受援人要求 · The recipient asked for him (程序规定 2012, 21).
  case recipientChoice
  /// Another than the first, for a reason.
  case chosen

  package var name: Text {
    switch self {
    case .first: Text("候选第一位", "First on the list")
    case .plan: Text("批量方案", "By the plan")
    case .recipientChoice: Text("受援人要求", "The recipient’s choice")
    case .chosen: Text("另选，有理由", "Another, with a reason")
    }
  }
}
