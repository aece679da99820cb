package import Kernel

/// 初审 · Preliminary check: whoever took an application in at a station looks through it and passes it on to the centre
/// with an opinion; it stays to be accepted there. Refuses an empty opinion.
package struct CheckAtStation: Action {
  package static let permission = Permission.registerApplication
  private let id: ApplicationID
  private let opinion: String

  package init(_ id: ApplicationID, opinion: String) {
    self.id = id
    self.opinion = opinion
  }

  package func perform(in context: ActionContext) throws -> Done {
    let application = try context.application(id)
    let state = try ApplicationLifecycle.table.next(.check, from: application.state, by: context.principal)
    guard !opinion.isEmpty else { throw Refusal.opinionMissing }
    try StepNoteTable.insert(.preliminary, opinion, of: id, in: context)
    try context.move(application, to: state)
    context.record("application.checked", .application(id), rules: application.ruleSet)
    return Done()
  }
}
