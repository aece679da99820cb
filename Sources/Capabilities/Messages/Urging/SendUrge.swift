package import Kernel
import Localization
import Registry
import Storage

/// 催办 · Tells the person a record waits for to act on it. Refuses somebody for whom it does not wait, and a second urge to
/// the same person while the first has no answer.
package struct SendUrge: Action {
  package static let permission = Permission.urge
  package let subject: Subject
  package let recipient: UserID
  package let words: String
  package let work: [WorkItemSource]

  package init(_ subject: Subject, to recipient: UserID, words: String, work: [WorkItemSource]) {
    self.subject = subject
    self.recipient = recipient
    self.words = words
    self.work = work
  }

  package func perform(in context: ActionContext) throws -> UrgeID {
    _ = try UrgeTable.record(subject, for: context.principal, context.tx)
    let known = try WhoActs(work: work).on(subject, for: context.principal, on: context.today, context.tx)
    guard let user = known.first(where: { $0.id == recipient }) else {
      throw Refusal(
        "urge.notWaiting",
        Text("这条记录现在不等此人办理，请选择应办的人员。", "The record does not wait for this person: choose one for whom it does."),
        field: "recipient")
    }
    let open = try UrgeTable.of(subject, for: context.principal, context.tx).contains {
      $0.recipient == recipient && $0.answeredAt == nil
    }
    guard !open else {
      throw Refusal(
        "urge.open",
        Text(
          "已经催办此人，尚未答复。请等待答复，或者直接联系本人。", "This person was urged and has not answered yet: wait, or speak to them."),
        field: "recipient")
    }
    let id = UrgeID()
    try UrgeTable.insert(id, subject, to: user, words: words, in: context)
    context.record("urge.sent", subject, also: [.user(recipient)], facts: ["to": .id(recipient)])
    return id
  }
}
