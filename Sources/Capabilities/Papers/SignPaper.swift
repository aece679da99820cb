import Foundation
package import Kernel
import Localization
package import Paper
import Storage
import WorkCalendar

extension Permission {
  package static let takeSignatures = Permission(
    "papers.sign", Text("办理屏幕签名", "Take signatures on the screen"),
    [.stationClerk, .receptionist, .undertaker, .firmManager])
}

/// 屏幕签名 · Takes a signature on the screen: the strokes go on the signer's line of a paper that is made, in a second file
/// beside the first. Refuses a paper that is not made yet, that an approver answers for or that carries a seal, a line
/// the form has not, and a line that is signed already. Other capabilities may hang a gate on it (`paper.sign`).
package struct SignPaper: Action {
  package static let permission = Permission.takeSignatures
  package static let step = "paper.sign"
  private let paper: PaperID
  private let signature: PaperSignature
  private let size: Int

  /// Draws the signed file first, while no transaction is open; the action then records what was drawn. Whether the line
  /// is free is for the action alone to say, which knows a form that was sent twice.
  package static func prepared(
    _ paper: PaperID, signer: Int, name: String, place: String, _ handwriting: Handwriting, as principal: Principal,
    _ services: Services
  ) async throws -> SignPaper {
    guard principal.holds(permission) else { throw Refusal.notAllowed }
    let county = principal.county
    let (record, earlier) = try await services.database.read { reader in
      let record = try PaperTable.one(paper, in: county, reader)
      try SubjectScope.requireSigning(record.subject, principal, reader)
      return (record, try PaperSignatureTable.of(paper, in: county, reader))
    }
    let facts = try record.facts(services.keys)
    if let refusal = obstacle(record, facts) { throw refusal }
    guard facts.signers.indices.contains(signer), let document = record.fileSHA256 else { throw notReady }
    let role = facts.signers[signer]
    let content = PaperSignature.Content(name: name, place: place, handwriting: handwriting)
    let (id, now) = (UUIDv7(), services.clock.now())
    let lines = try earlier.map { ($0.signer, try $0.line(services.keys)) }
    let own = PaperSignature.line(content, at: now, before: principal.name, of: document)
    let composition = PaperComposition(
      facts: facts, signed: Dictionary(lines + [(role, own)], uniquingKeysWith: { first, _ in first }))
    let blob = try await services.files.put(try await Presses.shared.get().render(composition.content))
    let json = try CanonicalJSON.encode(content)
    let signature = PaperSignature(
      id: id, number: earlier.count + 1, signer: role, clerkName: principal.name, signedAt: now,
      documentSHA256: document, fileSHA256: blob.hash.description, digest: PaperSignature.digest(json),
      sealed: try services.keys.seal(json, as: PaperSignature.place(id)))
    return SignPaper(paper: paper, signature: signature, size: Int(blob.size))
  }

  package func perform(in context: ActionContext) throws -> Done {
    let record = try PaperTable.one(paper, in: context.county, context.tx)
    try SubjectScope.requireSigning(record.subject, context.principal, context.tx)
    if let refusal = try Self.obstacle(record, record.facts(context.keys)) { throw refusal }
    try context.passGates(Self.step, record.subject)
    let earlier = try PaperSignatureTable.of(paper, in: context.county, context.tx)
    if earlier.contains(where: { $0.signer == signature.signer }) { throw Self.signedAlready }
    try context.requireVersion(record.version)
    // What was drawn must show every signature there is, on the file there is.
    guard record.fileSHA256 == signature.documentSHA256, earlier.count + 1 == signature.number else {
      throw Refusal.changedMeanwhile
    }
    try insert(context)
    context.record(
      "paper.signed", .paper(paper), also: [record.subject], rules: record.rules,
      basis: [LegalBasis(.signatures, "13")],
      facts: [
        "form": .text(record.form), "line": .number(Int64(signature.number)),
        "document": .text(signature.documentSHA256),
        "sha256": .text(signature.fileSHA256), "signature": .text(signature.digest),
      ])
    return Done()
  }

  private func insert(_ context: ActionContext) throws {
    try context.tx.run(
      """
      INSERT INTO paper_signature (id, county, paper, number, signer, signature_sealed, digest, clerk, clerk_name,
        signed_at, document_sha256, file_sha256, file_size, last_event)
      VALUES (\(signature.id), \(context.county), \(paper), \(signature.number), \(signature.signer),
        \(signature.sealed), \(signature.digest), \(context.principal.user), \(signature.clerkName),
        \(signature.signedAt), \(signature.documentSHA256), \(signature.fileSHA256), \(size), \(context.eventNumber))
      """)
    try context.tx.run(
      "UPDATE paper SET version = version + 1, last_event = \(context.eventNumber) WHERE id = \(paper)")
  }

  /// Why nobody can sign this paper on the screen now.
  static func obstacle(_ paper: PaperRecord, _ facts: PaperFacts) -> Refusal? {
    if paper.approver != nil || facts.isSealed || facts.signers.isEmpty { return notForTheScreen }
    return switch paper.state {
    case .decided: notReady
    case .finished: nil
    case .revoked: withdrawn
    }
  }

  static let notReady = Refusal(
    "signature.notReady",
    Text("文书正在制作，请稍候片刻再签名。", "The paper is being made: it can be signed in a moment."))
  static let withdrawn = Refusal(
    "signature.withdrawn",
    Text("文书已经撤销，不能签名。请在重新出具的文书上签名。", "The paper was withdrawn: sign the one that was issued in its place."))
  static let notForTheScreen = Refusal(
    "signature.notForTheScreen",
    Text(
      "这份文书须经审批或者加盖公章，签名在纸上进行：请打印、签名，再扫描上传。",
      "This paper is approved or sealed, and so it is signed on paper: print it, have it signed and upload the scan."
    ))
  static let signedAlready = Refusal(
    "signature.already",
    Text("这一栏已经签过名。需要更改内容的，请重新出具文书。", "This line is signed already. To change something, issue a new paper."),
    field: "signer")
}
