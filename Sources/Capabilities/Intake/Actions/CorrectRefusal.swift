package import Kernel
import Localization
import Papers
import Storage

extension ActionContext {
  /// 责令改正 · Takes a refusal back by the bureau's order: the decision F10 is withdrawn and the director has to grant
  /// (条例 19; 程序规定 2012, 19; 法律援助法 49). `order`: the number of the bureau's decision.
  package func correctRefusal(of id: ApplicationID, by order: String) throws {
    let application = try ApplicationTable.one(id, for: principal, tx)
    let state = try ApplicationLifecycle.table.next(.orderCorrection, from: application.state, by: principal)
    try tx.run(
      """
      UPDATE aid_application SET state = \(state), correction_order = \(order), version = version + 1,
        last_event = \(eventNumber) WHERE id = \(id)
      """)
    for paper in try PaperTable.of([.application(id)], tx) where paper.form == "F10" && paper.state != .revoked {
      try revokePaper(paper.id, reason: "司法局责令改正（\(order)）")
    }
  }
}
