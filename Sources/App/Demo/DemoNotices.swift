import Cases
import DefenceNotices
import Intake
import Kernel
import Papers
import Registry
import Storage
import WorkCalendar

/// 演示刑事案件 · Demo criminal cases: what police, procuratorate and court of the county notify in a year, and what detained
/// persons apply for, each taken through its stage by the people whose task it is; some came late, some lack the charge.
struct DemoNotices {
  private enum Step {
    case register, ask, apply, accept, review, approve, assign, engage, meet, close, submit, check, archive
  }

  private struct Story {
    let number: Int
    let person: PersonTold
    var charge: String
    let organ: OrganKind
    var steps: ArraySlice<Step>
    var dueAt: Instant
    var application: ApplicationID?
    var aidCase: CaseID?

    /// Applied for from custody, not notified.
    var isApplied: Bool { number % 4 == 3 }
    /// By the victim, at the procuratorate.
    var isVictims: Bool { number % 12 == 7 }
    /// The court asks for an agent of whom it is to have treated.
    var isTreatment: Bool { number % 24 == 5 }
    var isIncomplete: Bool { !isApplied && number % 9 == 4 }
    var lawyer: String { number % 3 == 0 ? "lawyer3" : "lawyer" }
  }

  private static let charges = ["故意伤害罪", "盗窃罪", "抢劫罪", "诈骗罪", "贩卖毒品罪", "交通肇事罪"]
  private static let organs: [(OrganKind, String, Stage, String)] = [
    (.police, "青禾县公安局", .investigation, "青公刑字"), (.procuratorate, "青禾县人民检察院", .prosecutionReview, "青检诉字"),
    (.court, "青禾县人民法院", .firstInstance, "青刑初字"),
  ]

  private var stories: [Story]
  private let staff: DemoStaff
  private let scan: StoredUpload

  init(seed: UInt64, year: Int, until: Day, count: Int, _ staff: DemoStaff, _ office: Office) async throws {
    self.staff = staff
    scan = try await DemoScan.store(office)
    var random = SeededRandom(seed: seed &+ 17)
    let first = Day.literal(year, 1, 4)
    let days = (0...first.days(until: .literal(year, 12, 31))).map { first.adding(days: $0) }
      .filter(office.services.calendar.isWorkingDay)
    stories = (0..<count).map { number in
      let day = random.pick(days)
      var story = Story(
        number: number, person: DemoPeople.person(&random, DemoStaff.setup.townships, year: year),
        charge: random.pick(Self.charges), organ: Self.organs[number % 3].0,
        steps: [.register, .assign, .engage, .meet, .close, .submit, .check, .archive],
        dueAt: Instant(day, hour: 10, minute: random.number(0...50)))
      // Somebody was hurt: whoever applies, or whoever is to be treated for it.
      if story.isVictims || story.isTreatment { story.charge = Self.charges[0] }
      if story.isIncomplete { story.steps.insert(.ask, at: 1) }
      if story.isApplied { story.steps = [.apply, .accept, .review, .approve] + story.steps.dropFirst() }
      return story
    }.filter { $0.dueAt.day <= until }
  }

  /// 律师经历 · Two of the demo's lawyers have defended for years, one of them knows minors.
  static func experience(_ staff: DemoStaff, _ office: Office, on day: Day) async throws {
    for (login, evidence) in [("lawyer", "2014年未成年人司法培训合格证"), ("lawyer3", "")] {
      guard let id = try await staff.principal(login, office).undertaker else { continue }
      let known = try await office.services.database.read { try LegalAidPersonTable.one(id, in: staff.county, $0) }
      let told = EditLegalAidPerson.Told(
        name: known.name, licenceNumber: known.licenceNumber, firstLicensedOn: known.firstLicensedOn,
        licenceValidTo: known.licenceValidTo, specialties: known.specialties, languages: known.languages,
        criminalSince: day.adding(months: -60), juvenileEvidence: evidence)
      try await office.runner.run(EditLegalAidPerson(id, told), as: .system(staff.county))
    }
  }

  /// Takes whatever is due before a moment.
  mutating func take(before end: Instant, _ office: Office) async throws {
    func next() -> Int? {
      stories.indices.filter { stories[$0].dueAt <= end }.min { stories[$0].dueAt < stories[$1].dueAt }
    }
    while let index = next() {
      try await step(index, office.at(.fixed(stories[index].dueAt)))
      if stories[index].steps.isEmpty { stories.remove(at: index) }
    }
  }

  private mutating func step(_ index: Int, _ office: Office) async throws {
    guard let step = stories[index].steps.popFirst() else { return }
    let (story, today) = (stories[index], office.services.clock.today)
    switch step {
    case .register: stories[index].aidCase = try await register(story, office)
    case .apply: stories[index].application = try await apply(story, office)
    case .accept, .review, .approve:
      if let id = story.application { stories[index].aidCase = try await decide(step, id, office) }
    default: if let id = story.aidCase { try await take(step, story, id, today, office) }
    }
    let wait = [Step.close: 40, .submit: 12, .check: 6, .archive: 8][stories[index].steps.first ?? .archive] ?? 1
    stories[index].dueAt = Instant(today.adding(days: wait), hour: 11, minute: story.number % 60)
  }

  private func register(_ story: Story, _ office: Office) async throws -> CaseID {
    let (kind, name, stage, word) = Self.organs[story.number % 3]
    let today = office.services.clock.today
    let situation: NoticeSituation =
      story.isTreatment ? .compulsoryTreatment : story.number % 4 == 0 ? .lifeOrDeath : .limitedMentalCapacity
    var told = NoticeTold(
      kind, name, organCase: "\(word)〔\(today.year)〕\(100 + story.number)号", stage: stage, situations: [situation],
      charge: story.isIncomplete ? nil : story.charge, isInCustody: true, place: "青禾县看守所",
      contact: OrganContact(name: "值班民警", phone: "0500-88120110"),
      discoveredOn: today.adding(days: story.number % 5 == 0 ? -9 : -2))
    if kind == .court { told.hearingOn = today.adding(days: story.number % 2 == 0 ? 11 : 20) }
    return try await run(
      "receptionist", office, RegisterNotice(story.person, told, notice: scan, instrument: scan))
  }

  /// The house of detention forwards what somebody held there applies for, every other one after more than a day; a victim
  /// comes to the counter.
  private func apply(_ story: Story, _ office: Office) async throws -> ApplicationID {
    let (kind, name, stage, word) = Self.organs[story.number % 3]
    let now = office.services.clock.now()
    var told = ApplicationTold(
      matterCode: story.isVictims ? .victims : .criminalDefence, cause: story.charge, opposing: "",
      facts: story.isVictims ? "被打伤住院，案件已移送审查起诉，请求指派代理人。" : "本人在押，没有委托辩护人，家庭经济困难。",
      track: story.isVictims ? .criminalAgency : .criminalApplied,
      form: story.isVictims ? .criminalAgency : .criminalDefence, stage: stage,
      household: Household(members: 3, netIncomeFen: 2_400_000, months: 12),
      channel: story.isVictims ? .visit : .organ)
    let custody = Custody(
      place: "青禾县看守所", through: .supervisedPlace,
      handedOverAt: now.adding(hours: story.number % 8 == 3 ? -31 : -20))
    told.criminal = CriminalFacts(
      story.isVictims ? .victim : .accused, organKind: kind, organ: name,
      organCase: "\(word)〔\(now.day.year)〕\(300 + story.number)号", custody: story.isVictims ? nil : custody)
    let materials = ["F02", "identity", "case", "hardship"].map { MaterialHandedIn(code: $0, name: $0, file: scan) }
    return try await run("receptionist", office, RegisterApplication(story.person, told, materials: materials))
  }

  private func decide(_ step: Step, _ id: ApplicationID, _ office: Office) async throws -> CaseID? {
    switch step {
    case .accept: _ = try await run("receptionist", office, AcceptApplication(id))
    case .review: _ = try await run("reviewer", office, ReviewApplication(id, .grant, opinion: "符合条件，建议给予法律援助。"))
    default:
      _ = try await run("director", office, ApproveApplication(id, .grant, opinion: "同意给予法律援助。"))
      return try await office.services.database.read { [county = staff.county] in
        try CaseTable.of(id, for: .system(county), $0).first?.id
      }
    }
    return nil
  }

  private func take(_ step: Step, _ story: Story, _ id: CaseID, _ today: Day, _ office: Office) async throws {
    switch step {
    case .register, .apply, .accept, .review, .approve: break
    case .ask:
      _ = try await run(
        "receptionist", office,
        AskOrgan(id, spokeWith: "值班民警", answer: "补充罪名。", NoticeSupplement(charge: story.charge)))
    case .assign:
      let principal = try await staff.principal(story.lawyer, office)
      guard let unit = principal.agency else { return }
      _ = try await run(
        "assigner", office,
        AssignCase(
          aidCase: id, choice: AssignmentChoice(unit: unit, person: principal.undertaker), reason: "刑事辩护经历相符",
          organ: Self.organs[story.number % 3].1))
    case .engage:
      _ = try await run(
        story.lawyer, office,
        EngageRecipient(
          aidCase: id, engagedOn: today, agreement: story.isApplied ? scan : nil,
          statement: story.isApplied ? "" : "会见时告知权利，本人同意由其辩护。"))
    case .meet:
      _ = try await run(
        story.lawyer, office,
        AddHandlingRecord(
          aidCase: id, kind: .meeting, doneOn: today, content: "会见，核对身份和案情，告知权利。", file: scan,
          told: Set(MeetingDuty.allCases)))
    case .close: try await close(story, id, today, office)
    case .submit: _ = try await run(story.lawyer, office, SubmitDossier(aidCase: id))
    case .check: _ = try await run("supervisor", office, AcceptDossier(aidCase: id))
    case .archive: _ = try await run("archivist", office, ArchiveCase(aidCase: id, retention: .years30))
    }
  }

  private func close(_ story: Story, _ id: CaseID, _ today: Day, _ office: Office) async throws {
    let (basis, result): (ClosingBasis, CaseResult) =
      switch story.organ {
      case .police, .stateSecurity: (.prosecutionOpinion, .sentForProsecution)
      case .procuratorate: (.indictment, .indicted)
      case .court: story.isTreatment ? (.ruling, .other) : (.judgment, .mitigated)
      }
    for item in story.organ == .police ? ["opinion"] : ["opinion", "fileNotes"] {
      _ = try await run(story.lawyer, office, UploadToCase(aidCase: id, item: item, file: scan))
    }
    _ = try await run(
      story.lawyer, office,
      CloseCase(aidCase: id, basis: basis, closedOn: today, result: result, outcome: "按期办结", instrument: scan))
  }

  private func run<A: Action>(_ login: String, _ office: Office, _ action: A) async throws -> A.Outcome {
    try await office.runner.run(action, as: staff.principal(login, office))
  }
}
