import Intake
import Kernel
import Localization
import Registry
import Storage
import Web
import WorkCalendar

/// 先行提供法律援助的案件 · A case opened by provisional aid: it says so, and when its application fails its termination is
/// proposed at once, in the name of the reviewer, for the head of the centre to decide (程序规定 2012, 18; 法律援助法 44).
enum ProvisionalCase {
  static let panel = PanelSource(key: "cases.provisional", on: "case", permission: .viewCases) {
    reader, principal, subject in
    let found = try CaseTable.one(CaseID(subject.id), for: principal, reader)
    guard let id = found.application, let aid = try ProvisionalAidTable.of(id, reader) else { return nil }
    let state = try ApplicationTable.one(id, in: found.county, reader).state
    return Panel(
      Text("先行提供法律援助", "Provisional aid"),
      [
        Panel.Line(Text("情形", "Ground"), aid.ground.name),
        Panel.Line(
          Text("补充期限", "Papers by"), .each { Format.day(aid.supplyBy, $0) }),
        Panel.Line(Text("申请", "Application"), state.name),
      ])
  }

  static let reactions = [
    "application.refused", "application.withdrawn", "application.deemedWithdrawn", "application.notAccepted",
  ].map { kind in
    Reaction(on: kind, when: { try open(ApplicationID($2.subject.id), $1, $0) != nil }) { context, ended in
      let id = ApplicationID(ended.subject.id)
      guard let found = try open(id, context.county, context.tx) else { throw Refusal.notFound }
      try propose(found, ApplicationTable.one(id, in: context.county, context.tx), context)
    }
  }

  /// The case given provisionally that still runs and whose termination nobody has proposed yet.
  private static func open(_ id: ApplicationID, _ county: CountyID, _ reader: any Reader) throws -> AidCase? {
    guard try ProvisionalAidTable.of(id, reader) != nil else { return nil }
    return try CaseTable.of(id, for: .system(county), reader).first {
      try $0.state.isActive && !TerminationTable.of($0.id, reader).contains { $0.state == .proposed }
    }
  }

  private static func propose(_ found: AidCase, _ application: Application, _ context: ActionContext) throws {
    let rules = RuleSet.inForce(on: context.today)
    try TerminationTable.insert(
      .otherByLaw, facts: "先行提供法律援助后，申请未获批准：\(application.state.name.zh)。", goodReason: "", of: found.id,
      by: application.review.map { ($0.by, $0.name) }, in: context)
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record(
      "case.terminationProposed", found.subject, rules: rules,
      basis: TerminationReason.otherByLaw.grounds.basis(rules),
      facts: ["ground": .text(TerminationReason.otherByLaw.rawValue)])
  }
}
