package import Kernel
import Localization
import Registry
import Storage

/// 答复催办 · Answers an urge: what was done, or when it will be. Refuses anybody but the person urged, and a second answer.
package struct AnswerUrge: Action {
  package static let permission = Permission.signedIn
  package let urge: UrgeID
  package let answer: String

  package init(_ urge: UrgeID, answer: String) {
    self.urge = urge
    self.answer = answer
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try UrgeTable.one(urge, for: context.principal, context.tx)
    guard found.recipient == context.principal.user else { throw Refusal.notAllowed }
    guard found.answeredAt == nil else {
      throw Refusal("urge.answered", Text("已经答复，不必重复答复。", "It is answered already."), field: "answer")
    }
    try context.requireVersion(found.version)
    try context.tx.run(
      """
      UPDATE urge SET answer = \(answer), answered_at = \(context.now), version = version + 1,
        last_event = \(context.eventNumber)
      WHERE id = \(urge)
      """)
    context.record(
      "urge.answered", found.hit.subject, also: [.user(found.sender)], facts: ["to": .id(found.sender)])
    return Done()
  }
}
