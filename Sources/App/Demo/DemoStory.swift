import Cases
import Consultations
import Cooperations
import Intake
import Kernel
import Papers
import Registry
import Storage
import WorkCalendar

/// 演示案件 · Demo story: one application and what becomes of it, step by step through the real actions, each by the
/// person whose task it is.
final class DemoStory {
  let staff: DemoStaff
  let scan: StoredUpload
  private let person: PersonTold
  private let dispute: DemoDispute
  private let opposing: String
  /// Who applies along, in a group case.
  let others: [GroupMemberTold]
  let isExempt: Bool
  /// Until the bureau orders a correction.
  var isRefused: Bool
  private let isObserved: Bool
  let firm: (manager: String, lawyers: [String])
  var lawyer: String
  private let recoveredFen: Int64
  /// Working days before each of the plain steps; any other step waits two.
  private let gaps: [DemoStep: Int]
  private var steps: ArraySlice<DemoStep>
  private var application: ApplicationID?
  private var aidCase: CaseID?
  var cooperation: CooperationID?
  private(set) var dueAt: Instant

  init(_ random: inout SeededRandom, number: Int, on day: Day, _ staff: DemoStaff, _ scan: StoredUpload) {
    self.staff = staff
    self.scan = scan
    let township = random.chance(50) ? ["河东镇"] : DemoStaff.setup.townships
    person = DemoPeople.person(&random, township, year: day.year)
    var detour = DemoDetour.of(story: number)
    let drawn = random.pick(DemoDispute.common)
    let rare = number % 12 == 2 ? DemoDispute.rare(day.year)[number / 12 % 4] : nil
    dispute = detour == .group ? DemoDispute.common[0] : rare ?? drawn
    others = detour == .group ? DemoPeople.workmates(22, of: number, township, year: day.year) : []
    opposing = DemoPeople.opposing(dispute, &random)
    isExempt = random.chance(45)
    isRefused = random.chance(6) && detour != .group && rare == nil
    isObserved = random.chance(7)
    firm = random.chance(60) ? ("firm", ["lawyer", "lawyer2"]) : ("firm2", ["lawyer3"])
    lawyer = random.pick(firm.lawyers)
    recoveredFen = Int64(random.number(20...600)) * 10_000
    let waits = [
      0, random.number(0...1), random.number(1...3), random.number(1...2), random.number(1...5),
      random.number(1...2),
      random.number(1...4), random.number(2...6), random.number(10...35), random.number(5...30),
      random.number(5...18),
      random.number(2...12), random.number(3...15),
    ]
    gaps = Dictionary(uniqueKeysWithValues: zip(DemoStep.plain, waits))
    dueAt = Instant(day, hour: 9, minute: random.number(0...55))
    if detour == .replacement, firm.lawyers.count < 2 { detour = nil }
    steps = (detour?.steps ?? DemoStep.plain)[...]
  }

  var isOver: Bool { steps.isEmpty }

  /// Takes the next step at its time, and says when the one after it comes.
  func take(_ office: Office) async throws {
    guard let step = steps.popFirst() else { return }
    try await take(step, office)
    if isRefused, step == .approve {
      let rest = isExempt ? steps : []
      steps = recoveredFen.isMultiple(of: 20_000) ? [.object, .decideObjection] + rest : []
      if isExempt, !steps.isEmpty { steps.insert(.approve, at: steps.startIndex + 2) }
    }
    if let next = steps.first { dueAt = after(gaps[next] ?? 2, office.services.calendar) }
  }

  private func after(_ workingDays: Int, _ calendar: WorkCalendar) -> Instant {
    var (day, left) = (dueAt.day, workingDays)
    while left > 0 {
      day = day.next
      if calendar.isWorkingDay(day) { left -= 1 }
    }
    let later = dueAt.adding(minutes: 25)
    return Instant(day, hour: min(17, later.day == dueAt.day ? later.hour : 17), minute: later.minute)
  }

  func run<A: Action>(_ login: String, _ office: Office, _ action: A) async throws -> A.Outcome {
    try await office.runner.run(action, as: staff.principal(login, office))
  }

  private func take(_ step: DemoStep, _ office: Office) async throws {
    let today = office.services.clock.today
    switch step {
    case .register:
      let login = person.township == "河东镇" ? "clerk" : person.township == "柳塘乡" ? "clerk2" : "receptionist"
      var told = told
      if recoveredFen.isMultiple(of: 50_000) { told.consultation = try await ask(login, office) }
      told.language = person.groups.contains(.elderly) ? .other(.dialect) : .chinese
      application = try await run(login, office, RegisterApplication(person, told, materials: materials))
    case .accept:
      try await decide { _ = try await run("receptionist", office, AcceptApplication($0)) }
    case .review:
      try await decide {
        _ = try await run("reviewer", office, ReviewApplication($0, isRefused ? .refuse : .grant, opinion: opinion))
      }
    case .approve: try await approve(office)
    case .assign: try await handle { try await assign($0, office) }
    case .name: try await handle { try await name($0, office) }
    case .engage:
      try await handle {
        _ = try await run(lawyer, office, EngageRecipient(aidCase: $0, engagedOn: today, agreement: scan))
      }
    case .meet:
      try await handle {
        _ = try await run(
          lawyer, office,
          AddHandlingRecord(
            aidCase: $0, kind: .meeting, doneOn: today, content: "告知权利义务、诉讼风险，核对证据，听取诉求。", file: scan,
            told: Set(MeetingDuty.allCases)))
      }
    case .hear: try await handle { try await hear($0, today, office) }
    case .close: try await handle { try await close($0, today, office) }
    case .submit: try await handle { _ = try await run(lawyer, office, SubmitDossier(aidCase: $0)) }
    case .check: try await handle { _ = try await run("supervisor", office, AcceptDossier(aidCase: $0)) }
    case .archive:
      try await handle { _ = try await run("archivist", office, ArchiveCase(aidCase: $0, retention: .years30)) }
    default: try await takeDetour(step, today, office)
    }
  }

  /// Some asked first, and what they told became the application.
  private func ask(_ login: String, _ office: Office) async throws -> ConsultationID {
    let who = Consulter(
      name: person.name, identityNumber: person.identityNumber, phone: person.phone, address: person.address,
      groups: person.groups)
    let told = ConsultationTold(
      .visit, .otherLegal, cause: dispute.cause, content: dispute.facts, opposing: opposing,
      township: person.township)
    let answer = ConsultationAnswer("符合申请条件的，可以申请法律援助；已当面告知材料清单。", handling: .toApplication)
    return try await run(login, office, RecordConsultation(who, told, .answered(answer)))
  }

  func decide(_ body: (ApplicationID) async throws -> Void) async throws {
    if let application { try await body(application) }
  }

  func handle(_ body: (CaseID) async throws -> Void) async throws {
    if let aidCase { try await body(aidCase) }
  }

  private var told: ApplicationTold {
    var told = ApplicationTold(
      matterCode: dispute.matter, cause: dispute.cause, opposing: opposing, facts: dispute.facts,
      track: dispute.track, form: dispute.form, stage: dispute.stage,
      household: Household(members: 3, netIncomeFen: isRefused ? 30_000_000 : 4_200_000, months: 12),
      claims: isExempt ? [.livingAllowance] : [])
    (told.petition, told.retrialOrdered) = (dispute.petition, dispute.retrialOrdered)
    return told
  }

  private var materials: [MaterialHandedIn] {
    var kinds = [("F02", "法律援助申请表"), ("identity", "身份证明"), ("case", "与申请事项有关的材料")]
    kinds.append(isExempt ? ("exemption", "最低生活保障证") : ("hardship", "经济困难材料"))
    return kinds.map { MaterialHandedIn(code: $0.0, name: $0.1, file: scan) }
  }

  private var opinion: String {
    isRefused ? "家庭人均收入高于经济困难标准，且不属于免予审查情形，建议不予法律援助。" : "申请人、事项、经济状况均符合规定，建议给予法律援助。"
  }

  private func approve(_ office: Office) async throws {
    guard let application else { return }
    _ = try await run(
      "director", office,
      ApproveApplication(
        application, isRefused ? .refuse : .grant, opinion: isRefused ? "同意不予法律援助。" : "同意给予法律援助。",
        reason: isRefused ? "家庭经济状况不符合经济困难标准" : nil))
    if !isRefused {
      let county = staff.county
      aidCase = try await office.services.database.read { reader in
        try reader.value("SELECT id FROM aid_case WHERE county = \(county) AND application = \(application)")
      }
    }
  }

  private func assign(_ id: CaseID, _ office: Office) async throws {
    let unit = try await staff.principal(firm.manager, office).agency
    guard let unit else { return }
    _ = try await run(
      "assigner", office,
      AssignCase(aidCase: id, choice: AssignmentChoice(unit: unit), reason: "按专长和本年承办数量安排。", organ: "青禾县人民法院"))
  }

  private func name(_ id: CaseID, _ office: Office) async throws {
    guard let person = try await staff.principal(lawyer, office).undertaker else { return }
    _ = try await run(firm.manager, office, NameUndertaker(aidCase: id, person: person, organ: "青禾县人民法院"))
  }

  private func hear(_ id: CaseID, _ today: Day, _ office: Office) async throws {
    guard let place = dispute.heardAt else { return }
    let hearing = try await run(
      lawyer, office, AddHearing(aidCase: id, heldOn: today, startsAt: "09:30", court: place, place: "第三法庭"))
    _ = try await run(lawyer, office, MarkHearingHeld(aidCase: id, hearing: hearing))
    if isObserved { _ = try await run("supervisor", office, MarkHearingObserved(aidCase: id, hearing: hearing)) }
    for kind in ["opinion", "hearingNotes"] {
      _ = try await run(lawyer, office, UploadToCase(aidCase: id, item: kind, file: scan))
    }
  }

  private func close(_ id: CaseID, _ today: Day, _ office: Office) async throws {
    _ = try await run(
      lawyer, office,
      CloseCase(
        aidCase: id, basis: dispute.closing, closedOn: today,
        result: CaseResult.offered(dispute.form, stage: dispute.stage).first ?? .other,
        outcome: dispute.outcome, recoveredFen: recoveredFen,
        instrument: scan))
  }
}
