import Crypto
import Foundation
package import Kernel
import Paper
import Registry
import Storage
import WorkCalendar

/// 文书验证 · What the office can say of one of its papers.
package enum PaperStanding: Sendable, Hashable {
  case genuine, altered, revoked, notFinished, unknown
}

/// 文书验证 · Compares a paper's row, its file, its signature and its event with each other.
package struct PaperVerification: Sendable {
  private let services: Services

  package init(_ services: Services) { self.services = services }

  /// What was typed or scanned from a paper.
  package func standing(code typed: String) async throws -> (PaperStanding, PaperRecord?) {
    guard let code = ShortCode(typed)?.characters else { return (.unknown, nil) }
    guard let (paper, county) = try await services.database.read({ try PaperTable.withCode(code, $0) }) else {
      return (.unknown, nil)
    }
    return (try await standing(paper, county), paper)
  }

  /// A file that somebody holds: is it byte for byte what the office issued?
  package func standing(file: [UInt8]) async throws -> (PaperStanding, PaperRecord?) {
    let hash = PaperFacts.hex(SHA256.hash(data: Data(file)))
    if let (paper, county) = try await services.database.read({ try PaperTable.withFile(hash, $0) }) {
      return (try await standing(paper, county), paper)
    }
    let counties = try await services.database.read { try CountyTable.all($0) }
    let roots = counties.compactMap { try? SealKeys(directory: services.directory.keys).root(of: $0.id) }
    return switch PDFVerifier(trustedRoots: roots).verify(file) {
    case .altered: (.altered, nil)
    case .untrusted(let seal, _) where roots.contains(where: { Self.claims(seal.certificate, $0) }): (.altered, nil)
    case .genuine, .untrusted, .unsigned: (.unknown, nil)
    }
  }

  /// Whether a certificate says it is of this office, by its own name or its issuer's.
  private static func claims(_ certificate: Certificate, _ root: Certificate) -> Bool {
    certificate.issuer == root.subject || certificate.subject.organization == root.subject.organization
  }

  package func standing(_ paper: PaperRecord, _ county: CountyID) async throws -> PaperStanding {
    if try await fault(paper, county) != nil { return .altered }
    return switch paper.state {
    case .decided: .notFinished
    case .finished: .genuine
    case .revoked: .revoked
    }
  }

  /// The first thing of a paper that does not hold; nil when all agree.
  package func fault(_ paper: PaperRecord, _ county: CountyID) async throws -> String? {
    guard let json = try? services.keys.open(paper.fieldsSealed, as: PaperFacts.place(paper.id)),
      let facts = try? PaperFacts.read(json), PaperFacts.digest(json) == paper.digest
    else { return "its content is not what was decided" }
    guard facts.number == paper.number, facts.form == paper.form, facts.formSet == paper.formSet,
      facts.shortCode == paper.shortCode, facts.decidedOn == paper.decidedOn.description,
      facts.approver == paper.approverName
    else { return "its row differs from what was decided" }
    let recorded = try await recorded(paper)
    guard recorded == paper.fileSHA256, paper.state != .decided || recorded == nil else {
      return "its hash is not the one recorded in the event chain"
    }
    guard let hash = recorded.flatMap({ BlobHash($0) }) else { return nil }
    guard let bytes = try? await services.files.read(hash) else { return "its file is missing or altered" }
    return facts.isSealed ? try await signatureFault(bytes, county) : nil
  }

  /// The file's hash in the event that recorded it, together with this content; nil before there is one.
  private func recorded(_ paper: PaperRecord) async throws -> String? {
    let events = try await services.database.read { reader in
      try reader.rows(
        """
        SELECT \(Event.columns) FROM event WHERE subject_kind = 'paper' AND subject_id = \(paper.id)
          AND kind IN ('paper.sealed', 'paper.finished') ORDER BY number
        """
      ).map(Event.init)
    }
    return events.first { $0.facts["digest"] == paper.digest }?.facts["sha256"]
  }

  private func signatureFault(_ bytes: [UInt8], _ county: CountyID) async throws -> String? {
    guard let root = try? SealKeys(directory: services.directory.keys).root(of: county) else {
      return "the county's root certificate is missing"
    }
    let bought = try await services.database.read { try SealCertificateTable.all(in: county, $0) }
    let roots = [root] + bought.compactMap { try? $0.anchor() }
    return switch PDFVerifier(trustedRoots: roots).verify(bytes) {
    case .genuine(let by) where by.certificate.issuer == root.subject: nil
    // Whoever else has a certificate of the same issuer is not the office.
    case .genuine(let by):
      bought.contains { (try? Certificate(pem: $0.certificate)) == by.certificate }
        ? nil : "its signature is not the office's"
    case .altered: "its file was changed after sealing"
    case .unsigned: "its signature is missing"
    case .untrusted(_, let reason): "its signature is not the office's: \(reason)"
    }
  }

  /// For `verify`: every paper of a county, in the order they were decided.
  static let check = IntegrityCheck(key: "papers") { county, services, since in
    let verification = PaperVerification(services)
    for id in try await services.database.read({ try PaperTable.ids(in: county, since: since, $0) }) {
      let paper = try await services.database.read { try PaperTable.one(id, in: county, $0) }
      if let fault = try await verification.fault(paper, county) {
        return "paper \(paper.number ?? paper.shortCode) \(paper.decideEvent): \(fault)"
      }
    }
    return nil
  }
}
