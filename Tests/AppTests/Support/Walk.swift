import Kernel
import Localization
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 一件案子 · One matter walked from the counter to the archive, each step clicked by the person whose task it is.
struct Walk: Sendable {
  enum Step: Int, CaseIterable, Sendable {
    case register, accept, review, approve, assign, name, engage, meet, hear, close, submit, check, archive
  }

  var desks: Desks
  let words: Words
  /// Tells the applicants of several walks apart.
  let serial: Int
  /// The address of the application, and of the case once there is one.
  private(set) var application = ""
  private(set) var aidCase = ""
  /// Where it is set, two send every form of a record at the same moment.
  var race: Race?
  /// What is told at the counter besides, or otherwise.
  var also: [String: [String]] = [:]
  /// What reviewer and director say: grant or refuse.
  var outcome = "grant"
  var way = Way.usual

  /// Which station takes the application, and which firm and lawyer get the case.
  struct Way: Sendable {
    let (clerk, firm, lawyer): (String, String, String)
    let (township, unit, person): (String, String, String)

    static let usual = Way(
      clerk: "clerk", firm: "firm", lawyer: "lawyer", township: "河东镇", unit: "禾城律师事务所", person: "张静")
    static let other = Way(
      clerk: "clerk2", firm: "firm2", lawyer: "lawyer3", township: "柳塘乡", unit: "正平律师事务所", person: "沈洁")
  }

  init(_ desks: Desks, _ words: Words = .chinese, serial: Int = 1) {
    self.desks = desks
    self.words = words
    self.serial = serial
  }

  mutating func go(to last: Step) async throws {
    for step in Step.allCases where step.rawValue <= last.rawValue { try await take(step) }
  }

  @discardableResult
  mutating func take(_ step: Step) async throws -> Page {
    switch step {
    case .register: return try await register()
    case .accept: return try await send(from("receptionist").form())
    case .review:
      return try await send(from("reviewer").form().fill(["recommendation": outcome, "opinion": words.opinion]))
    case .approve: return try await approve()
    case .assign: return try await assign()
    case .name: return try await name()
    case .engage: return try await engage()
    case .meet: return try await meet()
    case .hear:
      try await addHearing(on: desks.clock.now.day.description)
      return try await holdHearing()
    case .close: return try await close()
    case .submit: return try await send(press(way.lawyer, Text("提交卷宗", "Submit the dossier")).form())
    case .check: return try await send(from("supervisor").form(), ("result", "accept"))
    case .archive: return try await send(from("archivist").form())
    }
  }

  // At the centre

  private mutating func register() async throws -> Page {
    let page = try await desks.page("/applications/new", for: way.clerk)
    var form = try page.form(action: "/applications/new").fill(told).send(also)
    for code in ["F02", "identity", "hardship", "case"] { form = form.attach(scan("file-\(code)")) }
    let receipt = try await send(form)
    application = receipt.path
    return receipt
  }

  /// What is typed at the counter, beside what stands there already.
  var told: [String: String] {
    [
      "identityNumber": identityNumber, "name": words.name, "phone": "13912346210", "address": words.address,
      "township": way.township, "matter": "M05", "cause": words.cause, "opposing": words.opposing,
      "facts": words.facts,
      "stage": "firstInstance", "members": "3", "months": "12", "netIncome": "30,000",
    ]
  }

  var identityNumber: String {
    let seventeen = "320999197002\(10 + serial % 18)\(100 + serial * 2)"
    return seventeen + (Normalise.checkCharacter(of: seventeen).map(String.init) ?? "")
  }

  @discardableResult
  func refuse() async throws -> Page {
    try await send(from("director").form().fill(["decision": "refuse", "opinion": words.opinion]))
  }

  private mutating func approve() async throws -> Page {
    let page = try await from("director")
    let granted = try await send(page.form().fill(["decision": "grant", "opinion": words.opinion]))
    let id = try #require(UUIDv7(String(application.dropFirst("/applications/".count))))
    let found: CaseID? = try await desks.services.database.read {
      try $0.value("SELECT id FROM aid_case WHERE application = \(id)")
    }
    aidCase = "/cases/\(try #require(found))"
    return granted
  }

  private func assign() async throws -> Page {
    let page = try await from("assigner")
    return try await send(page.form().fill(["choice": page.choice(way.unit), "reason": words.reason]))
  }

  // At the firm

  private func name() async throws -> Page {
    let page = try await from(way.firm)
    return try await send(page.form().fill(["person": page.choice(way.person), "organ": words.court]))
  }

  private func engage() async throws -> Page {
    let form = try await press(way.lawyer, Text("签订协议", "Sign the agreement")).form()
    return try await send(form.fill(["engagedOn": today]).attach(scan("agreement")))
  }

  private func meet() async throws -> Page {
    let form = try await press(way.lawyer, Text("登记承办记录", "Add a handling record")).form()
      .fill([
        "kind": ["meeting"], "doneOn": [today], "content": [words.record],
        "told": ["rights", "risks", "relief"],
      ])
    return try await send(form.attach(scan("file")))
  }

  @discardableResult
  func addHearing(on day: String) async throws -> Page {
    let form = try await press(way.lawyer, Text("登记开庭", "Add a hearing")).form()
    return try await send(
      form.fill(["heldOn": day, "startsAt": "09:30", "court": words.court, "place": words.place]))
  }

  /// The hearing was held: said on the case's page, and what was spoken and written there is added to the dossier.
  @discardableResult
  func holdHearing() async throws -> Page {
    let page = try await casePage(for: way.lawyer)
    let forms = try page.root().all("form")
    let held = try #require(forms.first { $0["action"]?.hasSuffix("/held") == true })
    try await send(page.form(action: held["action"]))
    try await upload("opinion")
    return try await upload("hearingNotes")
  }

  @discardableResult
  func upload(_ item: String) async throws -> Page {
    let form = try await press(way.lawyer, Text("上传材料", "Add files")).form().fill(["item": item])
    return try await send(form.attach(scan("file", item)))
  }

  private func close() async throws -> Page {
    let form = try await press(way.lawyer, Text("结案", "Close the case")).form()
      .fill([
        "closingBasis": "judgment", "closedOn": today, "result": "claimsWhole", "outcome": words.outcome,
        "recovered": "18,640.00",
      ])
    return try await send(form.attach(scan("instrument")))
  }

  // Clicking

  private var today: String { desks.clock.now.day.description }

  /// The page that the row of this matter on somebody's work list leads to.
  private func from(_ login: String) async throws -> Page {
    let work = try await desks.work(login)
    let record = aidCase.isEmpty ? application : aidCase
    let link = try #require(try work.links().first { $0.hasPrefix(record) }, "nothing waits for \(login)")
    return try await desks.see(work.browser.get(link))
  }

  /// The page of the case, by way of the work list and its crumb.
  private func casePage(for login: String) async throws -> Page {
    let page = try await from(login)
    return page.path == aidCase ? page : try await desks.see(page.browser.get(aidCase))
  }

  /// The page behind a button of the case's page.
  private func press(_ login: String, _ words: Text) async throws -> Page {
    try await desks.see(casePage(for: login).press(words[desks.language]))
  }

  /// Sends a form that is in order; what is wrong with it after all ends the walk.
  @discardableResult
  private func send(_ form: PageForm, _ button: (name: String, value: String)? = nil) async throws -> Page {
    let answer = if let race { try await race.run(form, button) } else { try await form.submit(button) }
    let page = try await desks.see(answer)
    let wrong = try page.root().descendants.first { $0.has(class: "summary") }?.text
    try #require(page.status == 200, "\(form.action): \(page.status) \(wrong ?? "")")
    return page
  }

  private func scan(_ field: String, _ what: String? = nil) -> PageForm.File {
    PageForm.File(field, "\(words.file).pdf", Scan.pdf("\(field) \(what ?? "") \(serial)"))
  }
}
