package import Kernel
import Localization
import Storage
package import WorkCalendar

/// 要求补充材料 · Tells the applicant once everything that is missing, with the notice F06 (条例 18; 程序规定 2012, 13; 法律援助法
/// 43). After acceptance the clock of the decision stands still from the day of the notice, which still counts. Refuses a
/// last day that is not after today, and a second notice.
package struct RequestSupplement: Action {
  package static let permission = Permission.askForSupplement
  private let id: ApplicationID
  private let needed: String
  private let dueOn: Day

  package init(_ id: ApplicationID, needed: String, dueOn: Day) {
    self.id = id
    self.needed = needed
    self.dueOn = dueOn
  }

  package func perform(in context: ActionContext) throws -> Done {
    guard dueOn > context.today else { throw Self.tooEarly }
    let application = try context.application(id)
    let state = try ApplicationLifecycle.table.next(
      .requestSupplement, from: application.state, by: context.principal)
    if let earlier = try SupplementTable.of(id, context.tx) { throw Self.once(earlier) }
    let supplement = try SupplementTable.insert(of: id, needed: needed, dueOn: dueOn, in: context)
    try context.tx.run(
      """
      UPDATE aid_application SET state = \(state), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(id)
      """)
    try context.pauseReview(application, source: supplement)
    try context.decideSupplement(application, needed: needed, dueOn: dueOn)
    context.record(
      "application.supplement", .application(id), rules: application.ruleSet, facts: ["dueOn": .day(dueOn)])
    return Done()
  }

  private static let tooEarly = Refusal(
    "application.supplementDue",
    Text("补充期限必须晚于今天。", "The last day for the supplement has to be after today."), field: "dueOn")

  /// 一次性告知 · Why there is no second notice.
  static let onceBasis: [LegalBasis] = [.r03("18"), .p12("13"), .lal("43")]

  /// 一次性告知 · What is missing is told once.
  static func once(_ earlier: Supplement) -> Refusal {
    let (zh, en) = (Format.day(earlier.askedOn, .zh), Format.day(earlier.askedOn, .en))
    return Refusal(
      "application.supplementOnce",
      Text(
        "需补充的材料应当一次性告知：已于\(zh)发出补充材料通知书，不能再次要求补充。请按现有材料审查，并在审查意见中写明。",
        "What is missing is told once: the supplement notice was issued on \(en), and there is no second one. Review what there is and say so in the opinion."
      ), basis: onceBasis)
  }
}
