import Foundation
import Kernel
import Localization
import Paper
import Storage
import WorkCalendar

/// 制作文书 · The job that makes a paper's file: composes, prints, seals, stores. The first finished rendering wins;
/// running it again changes nothing.
enum FinishPaper {
  static let kind = "paper.finish"

  static let handler = JobHandler(kind) { job in
    guard let id = PaperID(job.payload["paper"] ?? "") else { return }
    try await Finishing(runner: job.runner, county: job.county)(id)
  }
}

struct Finishing {
  let runner: ActionRunner
  let county: CountyID

  func callAsFunction(_ id: PaperID) async throws {
    let services = runner.services
    let county = county
    let (paper, use) = try await services.database.read { reader in
      let paper = try PaperTable.one(id, in: county, reader)
      return (paper, try Self.permitted(paper, on: services.clock.today, services.keys, reader))
    }
    guard paper.state == .decided else { return }
    let facts = try paper.facts(services.keys)
    let impression = try await use?.impression?.read(from: services.files)
    let printed = try await Presses.shared.get().render(
      PaperComposition(facts: facts, impression: impression).content)
    let bytes = try use.map { try sign(printed, facts, $0) } ?? printed
    let blob = try await services.files.put(bytes)
    try await runner.run(
      RecordFinishedPaper(
        paper: id, sha256: blob.hash.description, size: Int(blob.size), use: use),
      as: .system(county), Submission(token: "paper:\(id)"))
  }

  struct Use: Sendable {
    let seal: SealRecord
    let authorisation: SealAuthorisation
    let impression: SealImpression?
    /// Nil where the office's own authority vouches for the seal.
    let certificate: SealCertificate?
  }

  /// A sealed paper needs a seal that is open for its form today, and must be approved and numbered (AT-10.8).
  private static func permitted(
    _ paper: PaperRecord, on day: Day, _ keys: KeyRing, _ reader: any Reader
  ) throws -> Use? {
    let facts = try paper.facts(keys)
    guard facts.isSealed else { return nil }
    guard paper.approver != nil, paper.number != nil else { throw SealProblem.notApproved(paper.id) }
    guard let seal = try SealTable.of(paper.agency, reader),
      let open = try SealTable.authorisations(seal.id, for: paper.id, reader)
        .first(where: { $0.forms.contains(paper.form) && $0.isOpen(on: day) })
    else { throw SealProblem.closed(paper.form) }
    let decidedAt = Instant(milliseconds: facts.decidedAt * 1000)
    let certificate = try SealCertificateTable.signing(seal.id, at: decidedAt, reader)
    if let certificate, certificate.validTo < decidedAt { throw SealProblem.expired(certificate.validTo.day) }
    return Use(
      seal: seal, authorisation: open, impression: try SealImpressionTable.inUse(seal.id, reader),
      certificate: certificate)
  }

  private func sign(_ pdf: [UInt8], _ facts: PaperFacts, _ use: Use) throws -> [UInt8] {
    let services = runner.services
    let identity =
      try use.certificate?.identity(services.keys)
      ?? SealKeys(directory: services.directory.keys).identity(use.seal, of: county)
    return try PDFSigner.sign(
      pdf, as: identity,
      facts: SignatureFacts(
        name: facts.issuer, reason: "\(facts.name) \(facts.number ?? "")", location: facts.issuer,
        signedAt: facts.decidedAt))
  }
}

/// What keeps a paper from being sealed.
enum SealProblem: Error, CustomStringConvertible {
  case notApproved(PaperID)
  case closed(String)
  case expired(Day)

  var description: String {
    switch self {
    case .notApproved(let id): "paper \(id) is not approved and numbered: a seal never goes on it"
    case .closed(let form): "no seal is open for \(form): the seal keeper opens one for it"
    case .expired(let day):
      "the seal's certificate ran out on \(day): its keeper uploads a renewed one, or ends its use"
    }
  }
}

/// A press for each core, made at first need and taken in turn.
actor Presses {
  static let shared = Presses()
  private var presses: [PaperPress] = []
  private var turn = 0

  func get() throws -> PaperPress {
    if presses.count < ProcessInfo.processInfo.activeProcessorCount { presses.append(try PaperPress()) }
    turn = (turn + 1) % presses.count
    return presses[turn]
  }
}

/// 文书完成 · Records a finished paper and, for a sealed one, the use of the seal.
struct RecordFinishedPaper: Action {
  static let permission = Permission.keepSeals
  let paper: PaperID
  let sha256: String
  let size: Int
  let use: Finishing.Use?

  func perform(in context: ActionContext) throws -> Done {
    let record = try PaperTable.one(paper, in: context.county, context.tx)
    guard record.state == .decided else { throw Refusal.changedMeanwhile }
    try context.tx.run(
      """
      UPDATE paper SET state = \(PaperState.finished), file_sha256 = \(sha256), file_size = \(size),
        finished_at = \(context.now), seal = \(use?.seal.id), version = version + 1, last_event = \(context.eventNumber)
      WHERE id = \(paper)
      """)
    if let use { try register(record, use, context) }
    context.record(
      use == nil ? "paper.finished" : "paper.sealed", .paper(paper), also: [record.subject], rules: record.rules,
      facts: facts(record))
    return Done()
  }

  private func facts(_ record: PaperRecord) -> [String: EventValue] {
    var facts: [String: EventValue] = [
      "form": .text(record.form), "sha256": .text(sha256), "digest": .text(record.digest),
    ]
    facts["number"] = record.number.map { .text($0) }
    facts["impression"] = use?.impression.map { .text($0.imageSHA256) }
    facts["certificate"] = use?.certificate.map { .text($0.serial) }
    return facts
  }

  private func register(_ record: PaperRecord, _ use: Finishing.Use, _ context: ActionContext) throws {
    let next: Int =
      try context.tx.value(
        "SELECT COALESCE(MAX(number), 0) + 1 FROM seal_use WHERE county = \(context.county)") ?? 1
    try context.tx.run(
      """
      INSERT INTO seal_use (county, number, seal, paper, document_number, approver_name, keeper_name, at, file_sha256,
        authorisation, last_event)
      VALUES (\(context.county), \(next), \(use.seal.id), \(paper), \(record.number), \(record.approverName),
        \(use.seal.keeperName), \(context.now), \(sha256), \(use.authorisation.id), \(context.eventNumber))
      """)
  }
}
