package import Intake
package import Kernel
package import Registry
import Storage
package import WorkCalendar

/// 案件 · Aid case: one engagement in one procedure stage, from the grant to the archive.
package struct AidCase: Sendable {
  package let id: CaseID
  package let county: CountyID
  package let number: String
  package let origin: AgencyID
  package let owner: AgencyID
  package let unit: AgencyID?
  package let unitName: String?
  package let undertaker: LegalAidPersonID?
  package let undertakerName: String?
  package let undertakerKind: UndertakerKind?
  /// 共同承办人员 · Who undertakes it beside the undertaker.
  package let coUndertaker: LegalAidPersonID?
  package let coUndertakerName: String?
  package let application: ApplicationID?
  package let matter: MatterID
  package let recipient: PersonID
  /// As whoever reads may see it, of a group its head's; papers write `nameOnPapers`.
  package let recipientName: String
  /// The recipient's own whole name; of a group its head's.
  let wholeName: String
  /// 受援人数 · How many the case aids.
  package let recipients: Int
  package let protection: Protection
  package let groups: [GroupCode]
  package let township: String?
  package let track: CaseTrack
  package let form: CaseForm
  package let stage: Stage?
  package let cause: String
  /// 通知情形 · Why an organ had to notify, in a criminal case; the rules of assignment turn on it.
  package let situations: Set<NoticeSituation>
  /// 办案机关 · The organ that handles the case, and its own number of it, where it said them.
  package let organ: String?
  package let organCase: String?
  package let rules: RuleSet
  package let state: CaseState
  package let ended: CaseEnding?
  package let acceptedOn: Day
  package let assignedOn: Day?
  package let engagedOn: Day?
  package let closedOn: Day?
  package let closingBasis: ClosingBasis?
  /// 办理结果 · As a code; none where the case closed before there were codes.
  package let result: CaseResult?
  /// 结果说明 · The remark beside the code.
  package let outcome: String?
  package let recoveredFen: Int64?
  package let dossierSubmittedOn: Day?
  package let dossierAcceptedOn: Day?
  package let archivedOn: Day?
  package let archiveNumber: String?
  package let retention: RetentionClass?
  package let isImported: Bool
  package let version: Int

  init(_ row: Row, for principal: Principal) throws {
    id = try row.get("id")
    county = try row.get("county")
    number = try row.get("number")
    origin = try row.get("origin")
    owner = try row.get("owner")
    unit = try row.get("unit")
    unitName = try row.get("unit_name")
    undertaker = try row.get("undertaker")
    undertakerName = try row.get("undertaker_name")
    undertakerKind = try row.get("undertaker_kind")
    coUndertaker = try row.get("co_undertaker")
    coUndertakerName = try row.get("co_undertaker_name")
    application = try row.get("application")
    matter = try row.get("matter")
    recipient = try row.get("recipient")
    protection = try Protection(row)
    wholeName = try row.get("recipient_name")
    recipients = max(1, try row.get("recipients"))
    recipientName = protection.name(wholeName, to: principal)
    groups = GroupCode.split(try row.get("groups"))
    township = try row.get("township")
    track = try row.get("track")
    form = try row.get("form")
    stage = try row.get("stage")
    cause = try row.get("cause")
    situations = NoticeSituation.split(try row.get("situations"))
    organ = try row.get("organ")
    organCase = try row.get("organ_case")
    rules = try row.get("rule_set")
    state = try row.get("state")
    ended = try row.get("ended")
    acceptedOn = try row.get("accepted_on")
    assignedOn = try row.get("assigned_on")
    engagedOn = try row.get("engaged_on")
    closedOn = try row.get("closed_on")
    closingBasis = try row.get("closing_basis")
    result = try row.get("result")
    outcome = try row.get("outcome")
    recoveredFen = try row.get("recovered_fen")
    dossierSubmittedOn = try row.get("dossier_submitted_on")
    dossierAcceptedOn = try row.get("dossier_accepted_on")
    archivedOn = try row.get("archived_on")
    archiveNumber = try row.get("archive_number")
    retention = try row.get("retention")
    isImported = try row.get("is_imported")
    version = try row.get("version")
  }

  /// What a case is called whose notice did not say the charge.
  package static let causeMissing = "—"
  /// 文书所载案由 · The cause as papers have it.
  var causeOnPapers: String { cause == Self.causeMissing ? "涉嫌犯罪（罪名待办案机关补充）" : cause }

  /// 文书所载姓名 · The whole name, for papers that the law addresses to the recipient and for nothing else; of a group:
  /// 张某等23人.
  package var nameOnPapers: String { isGroup ? "\(wholeName)等\(recipients)人" : wholeName }
  /// 群体性案件 · Several are aided together.
  package var isGroup: Bool { recipients > 1 }

  package var subject: Subject { .aidCase(id) }
  /// 承办人员 · Who undertakes it, both where there are two.
  package var undertakerNames: String {
    [undertakerName, coUndertakerName].compactMap(\.self).joined(separator: "、")
  }
  /// The case and the application it came from: papers, files and events of both belong to it.
  package var subjects: [Subject] { [subject] + (application.map { [.application($0)] } ?? []) }
  package var isCriminal: Bool { CountingRules.isCriminal(track, form) }

  /// 可补材料 · Whether papers may still be added: not while the dossier is examined, never after it was accepted.
  package var takesFiles: Bool {
    switch state {
    case .assignedToPerson, .engaged, .inProgress, .closed, .dossierReturned: true
    case .terminated: owesDossier
    case .opened, .assignedToUnit, .replacing, .dossierSubmitted, .dossierAccepted, .archived: false
    }
  }

  /// 终止后待提交卷宗 · Terminated, the termination received, and a unit that has a dossier to hand in.
  package var owesDossier: Bool { state == .terminated && closedOn != nil && unit != nil }

  /// What decides which papers the dossier holds; a terminated case of an old ledger has no basis of its own.
  package var basisOfDossier: ClosingBasis? { ended == .terminated ? .terminationNotice : closingBasis }
}
