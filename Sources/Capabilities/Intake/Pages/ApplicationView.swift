import Kernel
import Localization
import Papers
import Registry
import Storage
import Web
import WorkCalendar

/// 申请页内容 · Application view: one application with everything its pages show.
struct ApplicationView: Sendable {
  let application: Application
  let person: Person
  let telling: Telling
  /// Kept with the decision, or asked anew while nothing is decided.
  let verdict: VerdictRecord
  let missing: [MaterialChecklist.Item]
  let papers: [PaperRecord]
  let attachments: [AttachmentRecord]
  let events: [Event]
  let deadlines: [Deadline]
  let office: OfficeLimits
  let supplement: Supplement?
  let verifications: [Verification]
  let recusals: [Recusal]
  /// 先行提供法律援助 · Nil where none was ordered.
  let provisional: ProvisionalAid?
  /// A party who bears the name of whoever looks.
  let namesake: String?
  /// 转交 · The way it went from office to office.
  let forwardings: [Forwarding]
  /// What was said at each step.
  let notes: [StepNote]
  let steps: [ApplicationStep]
  /// Further papers may be handed in here.
  let mayTakeMaterials: Bool
  /// 屏幕签名 · The forms that whoever looks may have signed on the screen.
  let signing: [PaperForm]
  let panels: [Panel]
  let today: Day
  let calendar: WorkCalendar

  var shownVerdict: Verdict {
    application.isOpen ? VerdictWords.proposal(verdict) : VerdictWords.kept(verdict)
  }

  /// The step makes sense today: nothing counts as withdrawn while there is still time to
  /// supply it, and nothing is extended that is not counted.
  func isDue(_ step: ApplicationStep) -> Bool {
    switch step {
    case .deemWithdrawn: supplementRefusal == nil
    case .extendReview: ExtendReview.refusal(application.ruleSet, unexcluded) == nil
    case .orderCorrection: false
    case .refuse, .sendBack: application.correctionOrder == nil
    default: true
    }
  }

  /// Queries not answered yet whose time still counts.
  var unexcluded: [Verification] { verifications.filter { $0.answeredOn == nil && !$0.isExcluded } }

  /// Why the application does not count as withdrawn yet.
  var supplementRefusal: Refusal? { supplement.flatMap { DeemWithdrawn.tooEarly($0, today, calendar) } }

  /// What the checklist still wants, with the way to supply it.
  var missingItems: [MissingItem] {
    let path = mayTakeMaterials ? ApplicationPaths.step(.supply, application.id) : nil
    return missing.map { MissingItem($0.name, path: path, note: $0.why) }
  }

  /// Everybody who has reviewed it.
  var reviewers: Set<UserID> {
    Set(notes.filter { $0.kind == .review }.compactMap(\.author) + [application.review?.by].compactMap(\.self))
  }

  /// What the papers are called in the form set of this application.
  var names: [String: Text] {
    Dictionary(
      uniqueKeysWithValues: IntakeForms.all.filter { $0.formSet == application.ruleSet.formSet }.map {
        ($0.form, $0.name)
      })
  }

  static func load(_ request: WebRequest, _ panels: [PanelSource] = []) async throws -> ApplicationView {
    let id: ApplicationID = try request.id()
    let principal = try request.requirePrincipal()
    let services = request.services
    let today = request.today
    return try await services.database.read { try make(id, principal, services, today, panels, $0) }
  }

  private static func make(
    _ id: ApplicationID, _ principal: Principal, _ services: Services, _ today: Day, _ panels: [PanelSource],
    _ reader: any Reader
  ) throws -> ApplicationView {
    let keys = services.keys
    let application = try ApplicationTable.one(id, for: principal, reader)
    let subject = Subject.application(id)
    let supplement = try SupplementTable.of(id, reader)
    let handedIn = Set(try MaterialTable.of(id, reader).map(\.code))
    let telling = try application.telling(keys)
    let office = try OfficeLimits.of(application.county, reader)
    return ApplicationView(
      application: application,
      person: try PersonTable.of(application.applicant, in: application.county, keys, reader).seen(by: principal),
      telling: telling,
      verdict: application.isOpen
        ? VerdictRecord(try application.judge(keys, reader)) : try application.verdict(keys),
      missing: try application.missing(telling, given: handedIn, packs: office.packs),
      papers: try PaperTable.of([subject], reader),
      attachments: try AttachmentTable.of([subject], reader),
      events: try EventTable.of(subject, in: application.county, reader),
      deadlines: try Deadline.open(subject, reader), office: office, supplement: supplement,
      verifications: try VerificationTable.of(id, reader), recusals: try RecusalTable.of(id, reader),
      provisional: try ProvisionalAidTable.of(id, reader),
      namesake: try PartyTable.of(application.matter, in: application.county, reader).first {
        $0.name == principal.name
      }?.name,
      forwardings: try ForwardingTable.of(id, reader), notes: try StepNoteTable.of(id, reader),
      steps: ApplicationLifecycle.table.allowed(from: application.state, by: principal).filter {
        $0 != .requestSupplement || supplement == nil
      },
      mayTakeMaterials: application.state.takesMaterials && principal.holds(.registerApplication),
      signing: principal.holds(.takeSignatures) ? IntakeForms.all : [],
      panels: try panels.filter { principal.holds($0.permission) }.compactMap {
        try $0.load(reader, principal, subject)
      },
      today: today, calendar: services.calendar)
  }
}

extension Application {
  /// What the checklist still wants; `given`: the codes of what was handed in.
  func missing(
    _ telling: Telling, given: Set<String>, packs: [AdoptedPack]
  ) throws -> [MaterialChecklist.Item] {
    MaterialChecklist.items(
      track: track, matter: matterCode, rules: ruleSet, exemption: claims.first, groups: telling.groups,
      packs: try packs.inForce(on: receivedOn), isRepresented: telling.representative != nil,
      proof: telling.proof
    ).filter { !given.contains($0.code) }
  }
}
