package import Intake
package import Kernel
import Registry
import Storage
package import WorkCalendar

/// 立案内容 · Case opening: what a case is opened with, by the grant of an application or by an organ's notice.
package struct CaseOpening: Sendable {
  package var origin: AgencyID
  package var owner: AgencyID
  package var application: ApplicationID?
  package var matter: MatterID
  package var recipient: PersonID
  package var township: String?
  package var track: CaseTrack
  package var form: CaseForm
  package var stage: Stage?
  package var cause: String
  package var situations: Set<NoticeSituation> = []
  package var organ: String?
  package var organCase: String?
  /// The day of the grant or of the notice's receipt: the case counts as accepted on it, and the time to assign begins.
  package var acceptedOn: Day

  package init(
    origin: AgencyID, owner: AgencyID, application: ApplicationID? = nil, matter: MatterID, recipient: PersonID,
    township: String?, track: CaseTrack, form: CaseForm, stage: Stage?, cause: String, acceptedOn: Day
  ) {
    self.origin = origin
    self.owner = owner
    self.application = application
    self.matter = matter
    self.recipient = recipient
    self.township = township
    self.track = track
    self.form = form
    self.stage = stage
    self.cause = cause
    self.acceptedOn = acceptedOn
  }
}

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
    var opening = CaseOpening(
      origin: application.origin, owner: application.owner, application: application.id, matter: application.matter,
      recipient: application.applicant, township: application.township, track: application.track,
      form: application.form, stage: application.stage, cause: application.cause, acceptedOn: context.today)
    let criminal = try application.telling(context.keys).criminal
    (opening.organ, opening.organCase) = (criminal?.organ, criminal?.organCase)
    let (id, number) = try context.openCase(opening)
    try OpenGroupCase.open(id, of: application, in: context)
    context.record(
      "case.opened", .aidCase(id), also: [.application(application.id)], rules: .inForce(on: context.today),
      facts: [
        "number": .text(number), "track": .text(application.track.rawValue),
        "form": .text(application.form.rawValue),
      ])
  }
}

extension ActionContext {
  /// Opens a case and starts the time to assign it; the action records the event.
  package func openCase(_ opening: CaseOpening) throws -> (id: CaseID, number: String) {
    let id = CaseID()
    let number = try takeNumber(.caseNumber, for: .aidCase(id))
    let recipient = try PersonTable.of(opening.recipient, in: county, keys, tx)
    let rules = RuleSet.inForce(on: opening.acceptedOn)
    try tx.run(
      """
      INSERT INTO aid_case (id, county, number, origin, owner, application, matter, recipient, recipient_name, groups,
        township, track, form, stage, cause, situations, organ, organ_case, rule_set, state, accepted_on, is_imported,
        version, last_event)
      VALUES (\(id), \(county), \(number), \(opening.origin), \(opening.owner), \(opening.application),
        \(opening.matter), \(recipient.id), \(recipient.name), \(GroupCode.joined(recipient.groups)),
        \(opening.township ?? recipient.township), \(opening.track), \(opening.form), \(opening.stage),
        \(opening.cause), \(NoticeSituation.joined(opening.situations)), \(opening.organ), \(opening.organCase),
        \(rules), \(CaseState.opened), \(opening.acceptedOn), \(false), 1, \(eventNumber))
      """)
    let limit = CasesLimits.assignment(isNotified: opening.track.isNotified, isCriminal: opening.track.isCriminal)
    try start(limit, on: .aidCase(id), owner: opening.owner, from: opening.acceptedOn, rules: rules)
    return (id, number)
  }

  /// 补充罪名 · Sets the charge of a case whose notice did not say it.
  package func setCause(_ cause: String, of aidCase: AidCase) throws {
    try CaseTable.update(aidCase.id, set: "cause = \(cause)", in: self)
    try tx.run("UPDATE matter SET cause = \(cause), last_event = \(eventNumber) WHERE id = \(aidCase.matter)")
  }

  /// 改变通知情形 · Sets the situations that the organ named later.
  package func setSituations(_ situations: Set<NoticeSituation>, of aidCase: AidCase) throws {
    try CaseTable.update(aidCase.id, set: "situations = \(NoticeSituation.joined(situations))", in: self)
  }
}
