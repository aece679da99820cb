import App
import Cases
import Consultations
import Cooperations
import DefenceNotices
import Intake
import Kernel
import Localization
import Messages
import Objections
import Privacy
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 在办案件 · Shelf: an office with one matter stopped after each step, so that every page has something to show. Shared by
/// the tests that only look.
struct Shelf: Sendable {
  static let shared = Task { try await Shelf() }

  let office: TestOffice
  let walks: [Walk.Step: Walk]
  /// What stands in the places of the addresses, beside applications and cases.
  let paper: String
  /// A paper that waits for a signature on the screen.
  let unsigned: String
  let attachment: String
  /// An upload ticket that is still good.
  let ticket: String
  let hearing: String
  let consultation: String
  /// Cases that an organ's notice began: what it lacks is to be asked; assigned; the person refused.
  let notices: [String: String]
  /// A letter of another centre that waits to be done.
  let cooperation: String
  /// An objection that waits for the bureau, and a refused application without one.
  let objection: String
  let refusedApplication: String
  let duty: ShelfDuty
  let document: ShelfDocument
  let code: String
  let seal: String
  let authorisation: String
  let user: String
  let agency: String
  let undertaker: String
  let person: String
  let personalRequest: String
  let matter: String
  let urge: String
  let announcement: String
  /// A matter that nobody finds any more.
  let concealed: String
  /// A local rule pack in force.
  let rulePack: String
  let packDraft: String

  init(_ steps: [Walk.Step] = Walk.Step.allCases, _ words: Words = .chinese) async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.loadPlan(of: 2016)
    let hidden: String
    let refused: [String]
    (walks, hidden, refused) = try await office.browse { open in
      let desks = Desks(office, open)
      var walks: [Walk.Step: Walk] = [:]
      for step in steps {
        var walk = Walk(desks, words, serial: step.rawValue + 1)
        try await walk.go(to: step)
        walks[step] = walk
      }
      var hidden = Walk(desks, words, serial: 20)
      try await hidden.go(to: .register)
      var refused: [String] = []
      for serial in [21, 22] {
        var walk = Walk(desks, words, serial: serial)
        walk.outcome = "refuse"
        walk.also = ["netIncome": ["900,000"]]
        try await walk.go(to: .review)
        try await walk.refuse()
        refused.append(walk.application)
      }
      return (walks, hidden.application, refused)
    }
    refusedApplication = refused[0]
    cooperation = try await office.run(
      "receptionist",
      RegisterCooperation(
        CooperationTold(
          other: words.court, item: .evidence, cause: words.cause, content: words.reason,
          begunOn: office.clock.now.day))
    ).description
    let objectedTo = try #require(ApplicationID(try await office.ofApplication(refused[1], "id")))
    objection = try await office.run(
      "receptionist",
      RegisterObjection(.application(objectedTo), receivedOn: office.clock.now.day, grounds: words.reason)
    ).description
    let asked = try await office.run(
      "clerk",
      RecordConsultation(
        Consulter(name: words.name, phone: "13912346210"),
        ConsultationTold(.visit, .labourPay, cause: words.cause, content: words.facts, township: "河东镇"), .later))
    consultation = asked.description
    notices = try await office.noticed(words)
    duty = try await ShelfDuty(office, words)
    document = try await ShelfDocument(office, words)
    try await office.office.jobs.drain()
    self.office = office
    paper = try await office.text("SELECT id FROM paper WHERE form = 'F09' ORDER BY decide_event DESC LIMIT 1")
    unsigned = try await office.text("SELECT id FROM paper WHERE form = 'F02' ORDER BY decide_event LIMIT 1")
    attachment = try await office.text("SELECT id FROM attachment ORDER BY last_event DESC LIMIT 1")
    hearing = try await office.text("SELECT id FROM hearing ORDER BY last_event DESC LIMIT 1")
    code = try await office.value("SELECT short_code FROM paper ORDER BY decide_event LIMIT 1") ?? ""
    seal = try await office.text("SELECT id FROM seal LIMIT 1")
    agency = try await office.text("SELECT id FROM agency WHERE kind = 'lawFirm' ORDER BY id LIMIT 1")
    user = try await office.text("SELECT id FROM user_account WHERE login = 'clerk'")
    undertaker = try await office.text("SELECT id FROM legal_aid_person ORDER BY id LIMIT 1")
    authorisation = try await office.text("SELECT id FROM seal_authorisation LIMIT 1")
    let last = walks[steps.last ?? .register]?.application ?? ""
    person = try await office.ofApplication(last, "applicant")
    let asks = try #require(PersonID(person))
    let twice = try await office.run(
      "clerk",
      RegisterApplication(
        PersonTold(name: words.name, township: "河东镇"),
        ApplicationTold(matterCode: .labourPay, cause: words.cause, opposing: words.opposing, facts: words.facts)))
    let same = try #require(PersonID(try await office.ofApplication("/applications/\(twice)", "applicant")))
    try await office.run(
      "reviewer",
      MergePersons(same, into: asks, reason: words.reason, links: Capabilities.all.flatMap(\.personLinks)))
    let request = try await office.run(
      "clerk",
      RecordPersonalRequest(
        person: asks, kind: .copy, check: .identityCard,
        identityNumber: walks[steps.last ?? .register]?.identityNumber, content: words.reason))
    try await office.run("director", AnswerPersonalRequest(request, .grant, reason: words.reason, links: []))
    personalRequest = request.description
    matter = try await office.ofApplication(last, "matter")
    let first = walks[steps.first ?? .register]?.application ?? ""
    let waiting: ApplicationID? = ApplicationID(try await office.ofApplication(first, "id"))
    let subject: Subject = .application(try #require(waiting))
    let clerk = try await office.principal("clerk")
    ticket = UploadTicket(
      .application(try #require(waiting)), by: try #require(clerk.user), at: try #require(clerk.agency),
      until: office.clock.now.adding(minutes: UploadTicket.minutes)
    ).written(office.services.keys)
    let receptionist = try #require(office.staff.user("receptionist"))
    let work: [WorkItemSource] = Capabilities.all.flatMap(\.workItems)
    let sending = SendUrge(subject, to: receptionist, words: words.reason, work: work)
    urge = try await office.run("director", sending).description
    let publishing = PublishAnnouncement(
      title: words.reason, body: words.reason, audience: [.director], from: .literal(2016, 3, 1),
      to: .literal(2016, 12, 31))
    announcement = try await office.run("director", publishing).description
    for pack in LocalRulePack.shipped {
      try await office.run("director", AdoptRulePack(pack, limits: Capabilities.limits))
    }
    rulePack = try await office.text("SELECT id FROM rule_pack LIMIT 1")
    let shipped = try #require(LocalRulePack.shipped.first)
    packDraft = try await office.run("director", DraftRulePack(shipped)).description
    concealed = try await office.ofApplication(hidden, "matter")
    let id = try #require(MatterID(concealed))
    try await office.run("director", ConcealMatter(matter: id, ground: .sealed, reason: words.reason))
  }

  /// How much was done here, beside signing in and what programs are let in by.
  func deeds() async throws -> Int {
    try await office.value("SELECT COUNT(*) FROM event WHERE kind NOT IN ('user.signedIn', 'token.issued')") ?? 0
  }
}

extension TestOffice {
  static let line = HardshipLine(
    amountFen: 1_600_00, unit: .month, lookbackMonths: 12, from: Day("2012-01-01"), source: "县民政局〔2012〕1号")

  static func withHardshipLine(
    _ engine: Engine = .sqlite, at start: Instant = Instant(.literal(2016, 3, 7), hour: 9)
  ) async throws -> TestOffice {
    let office = try await TestOffice(engine, at: start)
    try await office.office.runner.run(SetHardshipLine(line), as: .system(office.county))
    return office
  }

  /// Four suspects: of one the notice says no charge, one has a defender, one refuses his, one may.
  func noticed(_ words: Words) async throws -> [String: String] {
    let organ = "青禾县公安局"
    var cases: [String: CaseID] = [:]
    for path in ["notice-call", "refusal", "refusal-answer", "renewed-notice"] {
      let told = NoticeTold(
        .police, organ, stage: .investigation, situations: [.limitedMentalCapacity],
        charge: path == "notice-call" ? nil : words.cause, place: words.reason,
        contact: OrganContact(name: words.name, phone: "13912346210"))
      cases[path] = try await run("receptionist", RegisterNotice(PersonTold(name: words.name), told))
    }
    let lawyer = try await principal("lawyer")
    let unit = try #require(lawyer.agency)
    for path in ["refusal", "refusal-answer", "renewed-notice"] {
      let id = try #require(cases[path])
      let choice = AssignmentChoice(unit: unit, person: lawyer.undertaker)
      try await run("assigner", AssignCase(aidCase: id, choice: choice, reason: words.reason, organ: organ))
    }
    for path in ["refusal-answer", "renewed-notice"] {
      let refused = try #require(cases[path])
      try await run("lawyer", ReportRefusal(refused, on: clock.now.day, reason: words.reason))
    }
    let permitted = try #require(cases["renewed-notice"])
    try await run(
      "receptionist", AnswerRefusal(permitted, permitted: true, on: clock.now.day, answer: words.reason))
    return cases.mapValues(\.description)
  }

  /// Whom or what the application at an address is about.
  func ofApplication(_ path: String, _ column: String) async throws -> String {
    let id = try #require(ApplicationID(String(path.split(separator: "/").last ?? "")))
    return try await text("SELECT \(raw: column) FROM aid_application WHERE id = \(id)")
  }

  /// An id as an address has it.
  func text(_ sql: SQL) async throws -> String {
    let id: UUIDv7? = try await value(sql)
    return id?.description ?? ""
  }
}
