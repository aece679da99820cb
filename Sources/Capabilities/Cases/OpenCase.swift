import Intake
import Kernel
import Registry
import Storage

/// 立案 · Opens a case when aid is granted, or given provisionally, in the same transaction. That day is the one on which
/// the case counts as accepted (docs/law/counting); what is told of the recipient is kept as it was then. The grant that
/// confirms provisional aid opens no second case.
enum OpenCase {
  static let reactions = ["application.granted", "application.provisional"].map { kind in
    Reaction(
      on: kind,
      when: { try CaseTable.of(ApplicationID($2.subject.id), for: .system($1), $0).isEmpty }
    ) { context, granted in
      try open(ApplicationTable.one(ApplicationID(granted.subject.id), in: context.county, context.tx), context)
    }
  }

  private static func open(_ application: Application, _ context: ActionContext) throws {
    let id = CaseID()
    let number = try context.takeNumber(.caseNumber, for: .aidCase(id))
    let recipient = try PersonTable.of(application.applicant, in: context.county, context.keys, context.tx)
    let rules = RuleSet.inForce(on: context.today)
    try context.tx.run(
      """
      INSERT INTO aid_case (id, county, number, origin, owner, application, matter, recipient, recipient_name, groups,
        township, track, form, stage, cause, rule_set, state, accepted_on, is_imported, version, last_event)
      VALUES (\(id), \(context.county), \(number), \(application.origin), \(application.owner), \(application.id),
        \(application.matter), \(recipient.id), \(recipient.name), \(GroupCode.joined(recipient.groups)),
        \(application.township ?? recipient.township), \(application.track), \(application.form), \(application.stage),
        \(application.cause), \(rules), \(CaseState.opened), \(context.today), \(false), 1, \(context.eventNumber))
      """)
    let limit = CasesLimits.assignment(
      isNotified: application.track.isNotified, isCriminal: application.track.isCriminal)
    try context.start(limit, on: .aidCase(id), owner: application.owner, rules: rules)
    context.record(
      "case.opened", .aidCase(id), also: [.application(application.id)], rules: rules,
      facts: [
        "number": .text(number), "track": .text(application.track.rawValue),
        "form": .text(application.form.rawValue),
      ])
  }
}
