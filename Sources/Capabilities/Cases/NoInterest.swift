import Intake
import Kernel
import Localization

extension ActionContext {
  /// 回避 · Who undertakes a case, or has to take no part in its application, does not review or decide what becomes of it
  /// (docs/law/separation, 2).
  func requireNoInterest(in aidCase: AidCase) throws {
    if let own = principal.undertaker, [aidCase.undertaker, aidCase.coUndertaker].contains(own) {
      throw Refusal.ownMatter
    }
    if let application = aidCase.application { try requireNoRecusal(application) }
  }
}

extension Refusal {
  static let ownMatter = Refusal(
    "case.ownMatter",
    Text(
      "您是本案的承办人员，不能审查或者审批本案的更换和终止，请由其他人员办理。",
      "You undertake this case, so you neither review nor decide its replacement or its end: somebody else does."),
    isAudited: true)
}
