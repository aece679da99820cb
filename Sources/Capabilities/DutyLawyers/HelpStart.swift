import Intake
import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 转交的申请 · A forwarded application at the counter: it opens with what is on record here, and once it is registered the
/// help names it.
enum HelpStart {
  static func path(_ id: LegalHelpID) -> String { "/applications/new?start=legalHelp.\(id)" }

  static let source = ApplicationStart(kind: "legalHelp") { reader, keys, principal, id in
    let it = try LegalHelpTable.one(LegalHelpID(id), for: principal, reader)
    let who = try PersonTable.of(it.person, in: it.county, keys, reader)
    return ApplicationStart.Told(
      Text("值班律师转交：", "Forwarded by a duty lawyer: "), number: it.number, path: HelpPaths.page.path(it.id),
      answers: answers(it, who.seen(by: principal)))
  }

  /// What a flag masks from the clerk is left to be told again.
  private static func answers(_ it: LegalHelp, _ who: Person) -> [String: [String]] {
    let told: [String: String?] = [
      "name": who.protection.flags.isEmpty ? who.name : nil, "identityNumber": who.identityNumber,
      "phone": who.phone, "address": who.address, "township": who.township, "cause": it.charge, "facts": it.brief,
      "track": CaseTrack.criminalApplied.rawValue, "form": CaseForm.criminalDefence.rawValue,
      "stage": it.stage.rawValue, "channel": ServiceChannel.organ.rawValue,
      "servedAt": it.forwardedAt.map { "\($0.day) \(Format.time($0.hour, $0.minute))" },
    ]
    var answers = told.compactMapValues { $0.map { [$0] } }
    answers["groups"] = who.groups.map(\.rawValue)
    return answers
  }

  /// Refuses an application that was not forwarded, or is registered already.
  static let reaction = Reaction(
    on: "application.received", when: { _, _, draft in help(draft) != nil },
    perform: { context, draft in
      guard let id = help(draft) else { throw Refusal.notFound }
      let it = try LegalHelpTable.one(id, for: context.principal, context.tx)
      guard it.forwardedAt != nil, it.application == nil else { throw notForwarded }
      try LegalHelpTable.update(id, set: "application = \(draft.subject.id)", in: context)
      context.record("help.applicationRegistered", .legalHelp(id), also: [draft.subject])
    })

  private static func help(_ draft: EventDraft) -> LegalHelpID? {
    draft.others.first { $0.kind == "legalHelp" }.map { LegalHelpID($0.id) }
  }

  private static let notForwarded = Refusal(
    "help.startedOnce",
    Text(
      "这件法律帮助没有转交申请，或者申请已经登记，请从法律帮助页查看。",
      "No application was forwarded with this help, or it is registered already: look at the help’s page."))
}
