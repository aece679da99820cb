package import Kernel
import Localization
package import Paper
package import Storage

extension ActionContext {
  /// The seal, where whoever acts keeps it.
  func ownSeal(_ id: UUIDv7) throws -> SealRecord {
    let seal = try SealTable.one(id, in: county, tx)
    guard seal.keeper == principal.user, !principal.has(.director) else {
      throw Refusal(
        "seal.notKeeper",
        Text("只有本印章的保管人可以这样做，请交给保管人办理。", "Only the keeper of this seal may do this: leave it to the keeper."),
        basis: [LegalBasis(.signatures, "13")], isAudited: true)
    }
    return seal
  }
}

/// 上传印模 · Keeps the office's own picture of its seal for a look on a sample paper. Only its keeper may; the picture was
/// checked when it was read.
package struct UploadSealImpression: Action {
  package static let permission = Permission.keepSeals
  let impression: UUIDv7
  let seal: UUIDv7
  let sha256: String
  let width: Int
  let height: Int

  package static func run(
    _ image: SealImage, seal: UUIDv7, as principal: Principal, _ runner: ActionRunner,
    _ submission: Submission = .none
  ) async throws -> UUIDv7 {
    let blob = try await runner.services.files.put(image.bytes)
    return try await runner.run(
      UploadSealImpression(
        impression: UUIDv7(), seal: seal, sha256: blob.hash.description, width: image.width, height: image.height),
      as: principal, submission)
  }

  package func perform(in context: ActionContext) throws -> UUIDv7 {
    let seal = try context.ownSeal(seal)
    try context.tx.run(
      """
      INSERT INTO seal_impression (id, county, seal, image_sha256, width, height, uploaded_by, uploaded_at, last_event)
      VALUES (\(impression), \(context.county), \(seal.id), \(sha256), \(width), \(height), \(context.principal.name),
        \(context.now), \(context.eventNumber))
      """)
    context.record("seal.impressionUploaded", Subject("seal", seal.id), facts: ["image": .text(sha256)])
    return impression
  }
}

/// 启用印模 · Puts an uploaded impression in use from now on; the one before ends. Without one the seal is drawn again.
package struct UseSealImpression: Action {
  package static let permission = Permission.keepSeals
  package let seal: UUIDv7
  package let impression: UUIDv7?

  package init(seal: UUIDv7, impression: UUIDv7?) {
    self.seal = seal
    self.impression = impression
  }

  package func perform(in context: ActionContext) throws -> Done {
    let seal = try context.ownSeal(seal)
    var facts: [String: EventValue] = [:]
    try context.tx.run(
      """
      UPDATE seal_impression SET used_to = \(context.now), last_event = \(context.eventNumber)
      WHERE seal = \(seal.id) AND used_from IS NOT NULL AND used_to IS NULL
      """)
    if let impression {
      guard let one = try SealImpressionTable.one(impression, of: seal.id, context.tx) else {
        throw Refusal.notFound
      }
      try context.tx.run(
        """
        UPDATE seal_impression SET used_from = \(context.now), used_to = NULL, last_event = \(context.eventNumber)
        WHERE id = \(impression)
        """)
      facts["image"] = .text(one.imageSHA256)
    }
    context.record(
      impression == nil ? "seal.impressionEnded" : "seal.impressionUsed", Subject("seal", seal.id), facts: facts)
    return Done()
  }
}
