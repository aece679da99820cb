import App
import Cases
import Foundation
import Intake
import Kernel
import Localization
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 一件案件的全程 · One application or notice on its way to the archive, whatever its track: each step by the page of whoever
/// does it, and in the end every paper looked at. What differs between tracks is told by the test that walks.
struct Journey: Sendable {
  let office: TestOffice
  let desks: Desks
  /// The addresses of the application and of the case, once there are any.
  var application = ""
  var aidCase = ""
  var (firm, lawyer, unit, person) = ("firm", "lawyer", "禾城律师事务所", "张静")

  init(_ office: TestOffice, _ desks: Desks) {
    self.office = office
    self.desks = desks
  }

  var today: String { office.clock.now.day.description }
  var id: CaseID {
    get throws { try #require(CaseID(String(aidCase.dropFirst("/cases/".count))), "no case yet: \(aidCase)") }
  }
  private var applicationID: ApplicationID? { ApplicationID(String(application.dropFirst("/applications/".count))) }

  /// What happened afterwards was on a later day.
  func wait(_ days: Int) { office.clock.move(to: office.clock.now.day.adding(days: days)) }

  func page(_ rest: String = "", for login: String) async throws -> Page {
    try await desks.page(aidCase + rest, for: login)
  }

  // At the centre

  /// What is typed at the counter besides what the test tells.
  static let usual: [String: [String]] = [
    "name": ["王二"], "identityNumber": ["32099919880506213X"], "phone": ["13912346210"], "address": ["河东镇柳湾村三组"],
    "township": ["河东镇"], "facts": ["本人没有委托律师，家庭经济困难。"], "members": ["3"], "months": ["12"],
    "netIncome": ["30,000"],
  ]

  /// `from`: what the counter was opened with, after the question mark. The papers of its receipt are made.
  @discardableResult
  mutating func apply(
    _ told: [String: [String]], from start: String = "", papers: [String] = ["F02", "identity", "hardship", "case"]
  ) async throws -> Page {
    var form = try await desks.page("/applications/new\(start)", for: "receptionist")
      .form(action: "/applications/new").fill(Self.usual.merging(told) { $1 })
    for code in papers { form = form.attach(scan("file-\(code)", "\(told["cause"] ?? [])")) }
    let receipt = try await send(form)
    application = receipt.path
    return receipt
  }

  /// Accepted, reviewed and decided; a grant opens the case.
  mutating func decide(_ outcome: Recommendation = .grant) async throws {
    try await review(outcome)
    try await approve(outcome)
  }

  func review(_ outcome: Recommendation) async throws {
    try await send(desks.page(application + "/acceptance", for: "receptionist").form())
    try await send(
      desks.page(application + "/review", for: "reviewer").form()
        .fill(["recommendation": outcome.rawValue, "opinion": "申请人、事项、经济状况已经核对。"]))
  }

  mutating func approve(_ outcome: Recommendation) async throws {
    try await send(
      desks.page(application + "/approval", for: "director").form()
        .fill(["decision": outcome.rawValue, "opinion": "按审查意见办理。"]))
    try await office.office.jobs.drain()
    if outcome == .grant { try await findCase() }
  }

  /// The case that the application opened.
  mutating func findCase() async throws {
    let found: CaseID? = try await office.value("SELECT id FROM aid_case WHERE application = \(applicationID)")
    aidCase = "/cases/\(try #require(found))"
  }

  /// The assigner finds it on the work list; the firm names its lawyer, and the organ is told where there is one.
  func assign() async throws {
    #expect(try await desks.work("assigner").links().contains { $0.hasPrefix(aidCase) })
    let choosing = try await page("/assignment", for: "assigner")
    try await send(choosing.form().fill(["choice": choosing.choice(unit), "reason": "熟悉这类案件，在办数量较少。"]))
    let naming = try await page("/undertaker", for: firm)
    let named = try await send(naming.form().fill(["person": naming.choice(person)]))
    #expect(try named.words().contains(person))
  }

  // At the firm

  /// The agreement is signed, or the person consents; the first meeting follows.
  func engage(consent: String? = nil) async throws {
    let form = try await page("/engagement", for: lawyer).form()
    let told = ["engagedOn": today].merging(consent.map { ["statement": $0] } ?? [:]) { $1 }
    try await send(consent == nil ? form.fill(told).attach(scan("agreement")) : form.fill(told))
    let record = try await page("/records", for: lawyer).form()
      .fill([
        "kind": ["meeting"], "doneOn": [today], "content": ["会见，告知权利，核对事实。"],
        "told": ["rights", "risks", "relief"],
      ])
    try await send(record.attach(scan("file")))
  }

  /// A hearing is written down and held the same day.
  func hear(before organ: String) async throws {
    let form = try await page("/hearings", for: lawyer).form()
    try await send(form.fill(["heldOn": today, "startsAt": "09:30", "court": organ, "place": "第三法庭"]))
    try await holdHearing()
  }

  func holdHearing() async throws {
    let found = try await page(for: lawyer)
    let held = try #require(try found.root().all("form").first { $0["action"]?.hasSuffix("/held") == true })
    #expect(try await send(found.form(action: held["action"])).words().contains("已开庭"))
  }

  func upload(_ items: String...) async throws {
    for item in items {
      let form = try await page("/files", for: lawyer).form().fill(["item": item])
      try await send(form.attach(scan("file", item)))
    }
  }

  @discardableResult
  func close(_ basis: ClosingBasis, _ result: CaseResult) async throws -> Page {
    let form = try await page("/closing", for: lawyer).form()
      .fill([
        "closingBasis": basis.rawValue, "closedOn": today, "result": result.rawValue, "outcome": "见法律文书。",
      ])
    return try await send(form.attach(scan("instrument")))
  }

  /// Proposed by the lawyer, decided by the director, received by the firm.
  func terminate(_ ground: TerminationReason, _ facts: String, why: String? = nil, by proposer: String? = nil)
    async throws
  {
    let told = ["ground": ground.rawValue, "facts": facts].merging(why.map { ["goodReason": $0] } ?? [:]) { $1 }
    try await send(page("/termination", for: proposer ?? lawyer).form().fill(told))
    let decided = try await confirmTermination()
    #expect(try decided.words().contains(ground.name.zh))
    try await receiveTermination()
  }

  @discardableResult
  func confirmTermination() async throws -> Page {
    let form = try await page("/termination-decision", for: "director").form().fill(["opinion": "同意终止。"])
    let decided = try await send(form, ("result", "terminate"))
    try await office.office.jobs.drain()
    return decided
  }

  func receiveTermination() async throws {
    wait(2)
    try await send(page("/termination-receipt", for: firm).form().fill(["receivedOn": today]))
  }

  /// Lawyer, supervisor, archivist; then every paper is made.
  func archive() async throws {
    wait(7)
    try await send(page("/dossier", for: lawyer).form())
    try await send(page("/dossier-check", for: "supervisor").form(), ("result", "accept"))
    #expect(try await send(page("/archive", for: "archivist").form()).words().contains("已归档"))
    try await office.office.jobs.drain()
  }

  // What there is in the end

  /// What the newest paper of a form says, without the spaces of its layout.
  func text(of form: String) async throws -> String {
    try await office.office.jobs.drain()
    let paper = try #require(try await papers().last { $0.form == form }, "no \(form)")
    let file = try await desks.page("/papers/\(paper.id)", for: "director", isFile: true)
    let folder = try Scratch()
    let text = try Tool.run("pdftotext", folder.write(file.bytes, "\(form).pdf"), "-").text
    return text.filter { !$0.isWhitespace }
  }

  private func papers() async throws -> [PaperRecord] {
    let subjects =
      (applicationID.map { [Subject.application($0)] } ?? []) + (aidCase.isEmpty ? [] : [.aidCase(try id)])
    return try await office.services.database.read { try PaperTable.of(subjects, $0) }
  }

  /// The papers of the application and the case are these, each whole: the file of a sealed one is signed and bears its
  /// number, and anybody who types the code at its foot learns what it is.
  func expectPapers(_ forms: [String], revoked: [String] = []) async throws {
    try await office.office.jobs.drain()
    let papers = try await papers()
    #expect(papers.map(\.form).sorted() == forms.sorted())
    #expect(papers.filter { $0.state == .revoked }.map(\.form).sorted() == revoked.sorted())
    for paper in papers { try await PaperCheck.expect(paper, desks) }
  }

  /// The bound dossier is a whole file.
  func expectDossier() async throws {
    let dossier = try await desks.page(aidCase + "/dossier.pdf", for: "archivist", isFile: true)
    let folder = try Scratch()
    #expect(try Tool.run("qpdf", "--check", folder.write(dossier.bytes, "dossier.pdf")).status == 0)
  }

  /// Sends a form that is in order; what is wrong with it after all ends the journey.
  @discardableResult
  func send(_ form: PageForm, _ button: (name: String, value: String)? = nil) async throws -> Page {
    let page = try await desks.see(form.submit(button))
    let wrong = try page.root().descendants.first { $0.has(class: "summary") }?.text
    try #require(page.status == 200, "\(form.action): \(page.status) \(wrong ?? "")")
    return page
  }

  func scan(_ field: String, _ what: String = "") -> PageForm.File {
    PageForm.File(field, "扫描件.pdf", Scan.pdf("\(field) \(what) \(application) \(aidCase)"))
  }
}

/// 文书核验 · One paper as those see it whom it concerns, read by others' tools.
enum PaperCheck {
  /// Signed by hand: by applicant, clerk, reviewer, undertaker. Every other paper is numbered, sealed and signed.
  private static let signedByHand: Set = ["F02", "F05", "F08", "F21", "F28"]

  static func expect(_ paper: PaperRecord, _ desks: Desks) async throws {
    let isRevoked = paper.state == .revoked
    let shown = try await desks.page("/verify/\(paper.shortCode)", for: "nobody").words()
    #expect(isRevoked || paper.state == .finished, "\(paper.form): \(paper.state)")
    #expect(shown.contains(isRevoked ? "已撤销" : "真实"), "\(paper.form): \(shown)")
    let file = try await desks.page("/papers/\(paper.id)", for: "director", isFile: true)
    let folder = try Scratch()
    let pdf = try folder.write(file.bytes, "\(paper.form).pdf")
    guard !signedByHand.contains(paper.form) else { return }
    let signature = try Tool.run("pdfsig", pdf).text
    let isValid = signature.contains("Signature is Valid") && signature.contains("Total document signed")
    #expect(paper.sealID != nil && isValid, "\(paper.form): \(signature)")
    let number = try #require(paper.number, "\(paper.form) has no number")
    #expect(try Tool.run("pdftotext", pdf, "-").text.contains(number) && shown.contains(number), "\(paper.form)")
  }
}

extension TestOffice {
  func aidCase(_ id: CaseID) async throws -> AidCase {
    try await services.database.read { [county] in try CaseTable.one(id, for: .system(county), $0) }
  }

  /// The clocks that run on a case, with their last days.
  func clocks(of id: CaseID) async throws -> [String: Day?] {
    try await services.database.read { reader in
      Dictionary(uniqueKeysWithValues: try Deadline.open(.aidCase(id), reader).map { ($0.key, $0.dueOn) })
    }
  }

  /// The chain, the files and the signatures hold, and no job waits.
  func expectWhole() async throws {
    #expect(try await firstFault() == nil)
    #expect(try await value("SELECT COUNT(*) FROM job WHERE state <> 'done'", as: Int.self) == 0)
  }
}
