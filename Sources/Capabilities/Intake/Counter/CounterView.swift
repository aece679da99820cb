import Consultations
import Kernel
import Localization
import Registry
import Storage
import Web
import WorkCalendar

/// 收案页内容 · Counter view: all that the counter shows, read in one go.
struct CounterView: Sendable {
  let today: Day
  let rules: RuleSet
  let townships: [String]
  let causes: [String]
  let organs: [String]
  /// 适用的标准 · The hardship line that counts today.
  let line: HardshipLine?
  /// 施行的地方规则包 · The local packs in force.
  let packs: [LocalRulePack]
  let answers: CounterAnswers
  let kept: [KeptUpload]
  let keptTokens: [String]
  /// 手机发来的 · All that telephones sent for the draft.
  let uploads: [DraftUpload]
  /// What the form, open in the browser, has not shown yet.
  let arrived: [KeptUpload]
  /// 手机上传凭证 · Where the code is asked for.
  let ticket: UploadTicket?
  let verdict: VerdictRecord
  let checklist: [MaterialChecklist.Item]
  let identity: IdentityFacts?
  let earlier: [Application]
  let conflicts: [OtherSide]
  /// What the person asked before.
  let consultations: [Consultation]
  /// What becomes an application here.
  let from: CounterFrom?
  let draftSavedAt: Instant?

  static func load(
    _ request: WebRequest, isSent: Bool, _ starts: [ApplicationStart]
  ) async throws -> CounterView {
    let principal = try request.requirePrincipal()
    let services = request.services
    let arrived = isSent ? try await KeptUpload.keep(request) : []
    return try await services.database.read { reader in
      let draft = try principal.user.flatMap {
        try DraftTable.find(CounterDraft.kind(request), of: $0, services.keys, reader)
      }
      return try make(request, principal, starts, isSent, draft, arrived, reader)
    }
  }

  private static func make(
    _ request: WebRequest, _ principal: Principal, _ starts: [ApplicationStart], _ isSent: Bool, _ draft: Draft?,
    _ arrived: [KeptUpload], _ reader: any Reader
  ) throws -> CounterView {
    let (today, keys, county) = (request.today, request.services.keys, principal.county)
    let yardstick = try Yardstick.inForce(on: today, in: county, reader)
    let (rules, packs, line) = (yardstick.rules, yardstick.packs, yardstick.line(on: today))
    let from = try CounterFrom.load(request, principal, starts, reader)
    let answers = try CounterAnswers(request, isSent: isSent, draft: draft, from: from, line)
    let uploads = try draft.map { try DraftUploadTable.of($0.id, keys, reader) } ?? []
    let unseen = uploads.unseen(by: answers.all(DraftUpload.shown))
    let ticked =
      try isSent
      ? arrived : principal.user.map { try KeptUpload.read(answers.all(KeptUpload.field), $0, keys) } ?? []
    let kept = ticked.adding(unseen)
    let facts = answers.eligibility(on: today)
    let identity = IdentityFacts(answers["identityNumber"])
    let person =
      try identity == nil
      ? nil : PersonTable.byIdentity(answers["identityNumber"], in: county, keys, reader)
    return CounterView(
      today: today, rules: rules, townships: try AgencyTable.townships(county, reader),
      causes: try ListEntryTable.words(.causes, in: county, reader),
      organs: try ListEntryTable.words(.organs, in: county, reader), line: line,
      packs: packs, answers: answers,
      kept: kept, keptTokens: try principal.user.map { user in try kept.map { try $0.token(user, keys) } } ?? [],
      uploads: uploads, arrived: isSent ? unseen : [], ticket: try CounterPhone.ticket(request, draft),
      verdict: VerdictRecord(yardstick.judge(facts, asOf: today)),
      checklist: MaterialChecklist.items(
        track: CaseTrack(rawValue: answers["track"]) ?? .civil, matter: facts.matter, rules: rules,
        exemption: facts.claims.first, groups: facts.groups, packs: packs,
        isRepresented: !answers["relation"].isEmpty, proof: ProofMode(rawValue: answers["proof"])),
      identity: identity,
      earlier: try person.map { try ApplicationTable.earlier(of: $0, for: principal, reader) } ?? [],
      conflicts: try conflicts(answers, principal, keys, reader),
      consultations: try ConsultationTable.earlier(
        identityNumber: answers["identityNumber"], phone: answers["phone"], for: principal, keys, reader),
      from: from, draftSavedAt: draft?.savedAt)
  }

  private static func conflicts(
    _ answers: CounterAnswers, _ principal: Principal, _ keys: KeyRing, _ reader: any Reader
  ) throws -> [OtherSide] {
    let opposing = PartyTable.names(in: answers["opposing"]).filter { !$0.utf8.contains(0) }
    let applicant = answers["name"].split(separator: " ").joined(separator: " ")
    func hash(_ field: String) -> [UInt8]? {
      IdentityFacts(answers[field]) == nil ? nil : PersonTable.identityHash(answers[field], keys)
    }
    return try OtherSideTable.of(
      OtherSideTable.Asked(
        opposing: opposing, applicant: applicant.utf8.contains(0) ? "" : applicant,
        opposingHash: opposing.count == 1 ? hash("opposingNumber") : nil, applicantHash: hash("identityNumber")),
      for: principal, reader)
  }
}
