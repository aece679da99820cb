import Consultations
package import Kernel
import Localization
package import Registry
import Storage
package import WorkCalendar

/// 申请内容 · What is told at the counter about the matter and the household.
package struct ApplicationTold: Sendable {
  package var matterCode: MatterCode?
  package var cause: String
  /// Several parties are set apart by 、.
  package var opposing: String
  /// 对方证件号码 · Of the one opposing party, where it is known; its keyed hash alone is kept, to find conflicts by.
  package var opposingNumber: String?
  package var facts: String
  package var track: CaseTrack
  package var form: CaseForm
  package var stage: Stage?
  package var household: Household?
  package var foreignerIsEntitled: Bool?
  /// Of a petition: whether a retrial was ordered or a protest lodged; nil where nobody asked.
  package var retrialOrdered: Bool?
  /// Exemptions whose proof was shown.
  package var claims: [ExemptionCode]
  package var channel: ServiceChannel
  /// When the person was served; nil: now.
  package var servedAt: Instant?
  /// The consultation it came of.
  package var consultation: ConsultationID?
  /// 代为申请人 · Who applies for the applicant.
  package var representative: Representative?
  /// 口头申请 · Written down by staff, read back, and confirmed with signature or fingerprint (法律援助法 38).
  package var isOral = false
  /// 沟通语言 · In what the applicant speaks; nil where nobody asked.
  package var language: RecipientLanguage?
  /// 刑事案件情况 · The organ, the side and the custody, in a criminal case.
  package var criminal: CriminalFacts?
  /// 申诉情况 · The judgment and the ground, in a petition.
  package var petition: PetitionFacts?
  /// 军人军属情况 · Of military personnel, their families and survivors.
  package var military: MilitaryFacts?
  /// 证明方式 · How the exemption claimed was shown; nil: by its paper.
  package var proof: ProofMode?
  /// 其他业务的记录 · The record of another capability that it came of; the event names it.
  package var started: Subject?
  /// The application of the stage before, when aid in one matter goes on in the next stage.
  package var continues: ApplicationID?

  package init(
    matterCode: MatterCode?, cause: String, opposing: String, facts: String, track: CaseTrack = .civil,
    form: CaseForm = .civilLitigationAgency, stage: Stage? = nil, household: Household? = nil,
    foreignerIsEntitled: Bool? = nil, claims: [ExemptionCode] = [], channel: ServiceChannel = .visit,
    servedAt: Instant? = nil, consultation: ConsultationID? = nil, continues: ApplicationID? = nil
  ) {
    self.matterCode = matterCode
    self.cause = cause
    self.opposing = opposing
    self.facts = facts
    self.track = track
    self.form = form
    self.stage = stage
    self.household = household
    self.foreignerIsEntitled = foreignerIsEntitled
    self.claims = claims
    self.channel = channel
    self.servedAt = servedAt
    self.consultation = consultation
    self.continues = continues
  }
}

/// 登记申请 · Registers an application at the counter: the person, the matter with its parties, the papers handed in, the
/// first verdict, the application form F02 to be signed, and the receipt F05 (程序规定 2012, 9, 12). Refuses a time of
/// service later than now, a consultation that has become an application already, and a next stage of what was not
/// granted to the same person, and a representative who may not represent the applicant.
package struct RegisterApplication: Action {
  package static let permission = Permission.registerApplication
  private let person: PersonTold
  private let told: ApplicationTold
  private let handedIn: [MaterialHandedIn]
  /// 表单已显示的手机材料 · What a telephone sent for the draft and the form has shown; nil where no draft is registered.
  private let shown: [String]?

  package init(
    _ person: PersonTold, _ told: ApplicationTold, materials: [MaterialHandedIn] = [], shown: [String]? = nil
  ) {
    self.person = person
    self.told = told
    self.handedIn = materials
    self.shown = shown
  }

  package func perform(in context: ActionContext) throws -> ApplicationID {
    let servedAt = told.servedAt ?? context.now
    guard servedAt <= context.now else { throw Self.servedLater }
    if let representative = told.representative {
      try Refusals.check(
        representative.refusals(
          applicant: person, opposing: PartyTable.names(in: told.opposing), rules: .inForce(on: context.today)))
    }
    if Priority.holds(person.groups) { try Refusals.check(unitNames) }
    let id = ApplicationID()
    let materials = try materials(context)
    let centre = try AgencyTable.only(.centre, in: context.county, context.tx).id
    let earlier = try told.continues.map { try context.application($0) }
    let applicant = try PersonTable.save(person, known: earlier?.applicant, in: context)
    let matter = try matter(of: applicant, after: earlier, context)
    let verdict = try verdict(context)
    let receipt = try context.takeNumber(.receipt, for: .application(id))
    try insert(id, centre, applicant, matter, verdict, receipt, servedAt, context)
    if let earlier { try GroupMemberTable.carry(from: earlier.id, to: id, in: context) }
    try MaterialTable.insert(materials, of: id, in: context)
    try CustodyTable.insert(told.criminal, of: id, reachedAt: servedAt, in: context)
    let application = try ApplicationTable.one(id, in: context.county, context.tx)
    try context.decideApplicationForm(application)
    try context.decideReceipt(application, materials, number: receipt)
    if let from = told.consultation { try context.linkConsultation(from, to: id) }
    if let user = context.principal.user { try DraftTable.discard(draftKind, of: user, context.tx) }
    context.record(
      "application.received", .application(id),
      also: [.person(applicant)] + came, rules: verdict.ruleSet,
      facts: [
        "receipt": .text(receipt), "track": .text(told.track.rawValue), "form": .text(told.form.rawValue),
        "matter": .text(told.matterCode?.rawValue ?? ""), "channel": .text(told.channel.rawValue),
        "servedAt": .text(servedAt.description), "verdict": .text(verdict.outcome.rawValue),
        "materials": .list(materials.map { .text($0.code) }),
      ])
    return id
  }

  /// 部队番号 · Whatever is printed or listed of a military applicant must not name the unit.
  private var unitNames: [Refusal] {
    [
      ("cause", told.cause), ("opposing", told.opposing), ("facts", told.facts), ("address", person.address),
      ("petitionOrgan", told.petition?.organ), ("petitionGround", told.petition?.ground),
    ].compactMap { UnitCode.refusal($0.1, at: $0.0) }
  }

  private static let servedLater = Refusal(
    "application.servedLater",
    Text("接待时间不能晚于现在，请核对。", "The time of service must not be later than now: check it."), field: "servedAt")

  private static let stageNotGranted = Refusal(
    "application.stageNotGranted",
    Text(
      "前一阶段没有给予法律援助，不能作为下一阶段申请，请按新的申请登记。",
      "The stage before was not granted: register a new application instead of a next stage."))
  private static let stageOfAnother = Refusal(
    "application.stageOfAnother",
    Text(
      "下一阶段的申请人应当与前一阶段相同，请核对证件号码，或者按新的申请登记。",
      "The applicant of the next stage is that of the stage before: check the identity number, or register a new application."
    ), field: "identityNumber")

  private var draftKind: String {
    CounterDraft.kind(
      from: told.consultation?.description ?? told.continues?.description
        ?? told.started.map(CounterFrom.reference))
  }

  /// With what a telephone sent for the draft after the form was shown: its sender was told that it arrived.
  private func materials(_ context: ActionContext) throws -> [MaterialHandedIn] {
    guard let shown, let user = context.principal.user,
      let draft = try DraftTable.id(draftKind, of: user, context.tx)
    else { return handedIn }
    let late = try DraftUploadTable.of(draft, context.keys, context.tx).unseen(by: shown)
    return handedIn
      + CounterMaterials.handedIn(late, .inForce(on: context.today)).filter { !handedIn.contains($0) }
  }

  /// What it came of.
  private var came: [Subject] {
    [
      told.consultation.map { .consultation($0) }, told.continues.map { .application($0) }, told.started,
    ].compactMap(\.self)
  }

  private var telling: Telling {
    Telling(
      groups: person.groups, household: told.household, foreignerIsEntitled: told.foreignerIsEntitled,
      retrialOrdered: told.retrialOrdered, representative: told.representative, isOral: told.isOral,
      criminal: told.criminal, petition: told.petition,
      military: told.military, proof: told.proof)
  }

  private func verdict(_ context: ActionContext) throws -> VerdictRecord {
    let facts = Eligibility.Facts(
      matter: told.matterCode, groups: person.groups, claims: told.claims, household: told.household,
      foreignerIsEntitled: told.foreignerIsEntitled, track: told.track, retrialOrdered: told.retrialOrdered,
      position: told.criminal?.position, stage: told.stage)
    let today = context.today
    let yardstick = try Yardstick.inForce(on: today, in: context.county, context.tx)
    if let months = yardstick.line(on: today)?.lookbackMonths, let told = told.household?.months, told != months {
      throw Refusal("household.lookback", HardshipTest.lookback(months, told: told), field: "months")
    }
    return VerdictRecord(yardstick.judge(facts, asOf: today))
  }

  /// 事项 · The matter of the stage before, or a new one with its parties.
  private func matter(
    of applicant: PersonID, after earlier: Application?, _ context: ActionContext
  ) throws -> MatterID {
    guard let earlier else {
      let matter = try MatterTable.insert(recipient: applicant, cause: told.cause, in: context)
      try PartyTable.insert(.recipient, name: person.name, person: applicant, matter: matter, in: context)
      try insertOpposing(PartyTable.names(in: told.opposing), matter, context)
      return matter
    }
    guard earlier.state == .granted else { throw Self.stageNotGranted }
    guard earlier.applicant == applicant else { throw Self.stageOfAnother }
    let known = try PartyTable.of(earlier.matter, in: context.county, context.tx).map(\.name)
    try insertOpposing(
      PartyTable.names(in: told.opposing).filter { !known.contains($0) }, earlier.matter, context)
    return earlier.matter
  }

  private func insertOpposing(_ names: [String], _ matter: MatterID, _ context: ActionContext) throws {
    let hash = told.opposingNumber.map { PersonTable.identityHash($0, context.keys) }
    for name in names {
      try PartyTable.insert(.opposing, name: name, identityHash: hash, matter: matter, in: context)
    }
  }

  private func insert(
    _ id: ApplicationID, _ centre: AgencyID, _ applicant: PersonID, _ matter: MatterID, _ verdict: VerdictRecord,
    _ receipt: String, _ servedAt: Instant, _ context: ActionContext
  ) throws {
    let telling = try Sealed.seal(telling, as: Sealed.told(id), context.keys)
    let verdictSealed = try Sealed.seal(verdict, as: Sealed.verdict(id), context.keys)
    try context.tx.run(
      """
      INSERT INTO aid_application (id, county, origin, owner, receipt_number, applicant, matter, state, rule_set,
        track, form, stage, matter_code, language, township, cause, opposing, facts, told_sealed, claims, is_priority,
        outcome, verdict_sealed, channel, served_at, entered_at, received_on, version, last_event)
      VALUES (\(id), \(context.county), \(context.principal.agency ?? centre), \(centre), \(receipt), \(applicant),
        \(matter), \(ApplicationState.received), \(verdict.ruleSet), \(told.track), \(told.form), \(told.stage),
        \(told.matterCode), \(told.language), \(person.township), \(told.cause), \(told.opposing), \(told.facts),
        \(telling), \(ExemptionCode.joined(told.claims)), \(Priority.holds(person.groups)),
        \(verdict.outcome), \(verdictSealed), \(told.channel),
        \(servedAt), \(context.now), \(context.today), 1, \(context.eventNumber))
      """)
  }
}
