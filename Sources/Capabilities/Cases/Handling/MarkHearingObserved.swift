package import Kernel
import Localization
import Storage

/// 旁听庭审 · Says that a quality supervisor observed a hearing. Nobody observes his own case or one of his own unit
/// (docs/law/separation, 5).
package struct MarkHearingObserved: Action {
  package static let permission = Permission.observeHearings
  package let aidCase: CaseID
  package let hearing: HearingID

  package init(aidCase: CaseID, hearing: HearingID) {
    self.aidCase = aidCase
    self.hearing = hearing
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    try context.requireIndependence(of: found)
    guard found.state != .archived else { throw Refusal.dossierClosed }
    try context.markHearing(hearing, of: found, "is_held = 1, is_observed = 1", event: "case.hearingObserved")
    return Done()
  }
}

extension ActionContext {
  /// 回避 · Who assesses a case is neither its undertaker nor of the undertaking unit (docs/law/separation, 5).
  func requireIndependence(of aidCase: AidCase) throws {
    guard principal.isIndependent(of: aidCase) else { throw Refusal.notIndependent }
  }
}

extension Principal {
  func isIndependent(of aidCase: AidCase) -> Bool {
    let isUndertaker = aidCase.undertaker != nil && undertaker == aidCase.undertaker
    let isOfUnit = aidCase.unit != nil && agency == aidCase.unit
    return !isUndertaker && !isOfUnit
  }
}

extension Refusal {
  static let notIndependent = Refusal(
    "case.notIndependent",
    Text(
      "承办人员和承办单位的人员不能评查自己的案件，请由其他单位的案件质量监督人员办理。",
      "Who undertakes a case, or belongs to its unit, may not assess it: a supervisor of another agency does."),
    isAudited: true)
}
