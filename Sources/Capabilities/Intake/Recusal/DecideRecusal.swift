package import Kernel
import Localization
package import Storage

/// 决定回避 · Decides a recusal. Whoever is concerned does not decide it himself, and the attempt is written into the audit
/// log. Refuses an empty opinion and a second decision.
package struct DecideRecusal: Action {
  package static let permission = Permission.decideRecusal
  private let id: ApplicationID
  private let recusal: UUIDv7
  private let isGranted: Bool
  private let words: String

  package init(_ id: ApplicationID, _ recusal: UUIDv7, grant: Bool, words: String) {
    self.id = id
    self.recusal = recusal
    self.isGranted = grant
    self.words = words
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    let open = try RecusalTable.of(id, context.tx).first { $0.id == recusal && $0.isGranted == nil }
    guard let open else { throw Self.notOpen }
    guard open.person != context.principal.user else { throw Self.ownMatter }
    guard !words.isEmpty else { throw Refusal.opinionMissing }
    try context.tx.run(
      """
      UPDATE recusal SET is_granted = \(isGranted), decided_by = \(context.principal.name),
        decided_on = \(context.today), words = \(words), last_event = \(context.eventNumber) WHERE id = \(recusal)
      """)
    try context.move(application, to: application.state)
    context.record(
      "application.recusalDecided", .application(id), also: [.user(open.person)], rules: application.ruleSet,
      basis: SeparationRules.interestedMustRecuse.basis, facts: ["granted": .flag(isGranted)])
    return Done()
  }

  static let ownMatter = Refusal(
    "recusal.own", Text("不能决定本人的回避，请由其他负责人决定。", "Nobody decides his own recusal: another head decides."),
    basis: SeparationRules.interestedMustRecuse.basis, isAudited: true)
  private static let notOpen = Refusal(
    "recusal.notOpen", Text("请选择还没有决定的回避。", "Choose a recusal that is not decided yet."), field: "recusal")
}

extension ActionContext {
  /// Says no to whoever has to take no part in an application.
  package func requireNoRecusal(_ application: ApplicationID) throws {
    if RecusalTable.binds(principal.user, try RecusalTable.of(application, tx)) {
      throw SeparationRules.interestedMustRecuse
    }
  }
}
