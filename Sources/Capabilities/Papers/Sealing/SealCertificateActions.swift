package import Kernel
import Localization
import Paper
package import Storage
package import WorkCalendar

/// 上传证书 · Puts a certificate from outside in use: new papers are signed with it. Only the keeper of the seal may.
/// Refuses a file that does not open under its password, without key, run out or not for signing.
package struct UploadSealCertificate: Action {
  package static let permission = Permission.keepSeals
  let id: UUIDv7
  let seal: UUIDv7
  let identity: SealIdentity

  package init(_ file: [UInt8], password: String, seal: UUIDv7, at now: Instant) throws {
    do {
      identity = try PKCS12.open(file, password: password, at: now.milliseconds / 1000)
    } catch let problem as PKCS12.Problem {
      throw problem.refusal
    }
    id = UUIDv7()
    self.seal = seal
  }

  package func perform(in context: ActionContext) throws -> Done {
    let seal = try context.ownSeal(seal)
    let (certificate, key) = (identity.certificate, try identity.key.pem())
    let chain = try identity.chain.map { try $0.pem }.joined(separator: ";")
    let validTo = Instant(milliseconds: certificate.validity.to * 1000)
    try context.tx.run(
      """
      UPDATE seal_certificate SET ended_at = \(context.now), last_event = \(context.eventNumber)
      WHERE seal = \(seal.id) AND ended_at IS NULL
      """)
    try context.tx.run(
      """
      INSERT INTO seal_certificate (id, county, seal, holder, issuer, serial, certificate, chain, key_sealed, valid_from,
        valid_to, uploaded_by, uploaded_at, last_event)
      VALUES (\(id), \(context.county), \(seal.id), \(Self.shown(certificate.subject)),
        \(Self.shown(certificate.issuer)), \(certificate.serial), \(certificate.pem), \(chain),
        \(context.keys.seal(key, as: SealCertificate.place(id))),
        \(Instant(milliseconds: certificate.validity.from * 1000)), \(validTo), \(context.principal.name),
        \(context.now), \(context.eventNumber))
      """)
    try context.retryJobs(FinishPaper.kind)
    context.record(
      "seal.certificateUploaded", Subject("seal", seal.id),
      facts: ["serial": .text(certificate.serial), "validTo": .day(validTo.day)])
    return Done()
  }

  private static func shown(_ name: DistinguishedName) -> String {
    name.commonName.isEmpty ? name.organization : name.commonName
  }
}

/// 停用证书 · Ends the use of a certificate from outside: papers are signed with the office's own again.
package struct EndSealCertificate: Action {
  package static let permission = Permission.keepSeals
  package let seal: UUIDv7

  package init(seal: UUIDv7) { self.seal = seal }

  package func perform(in context: ActionContext) throws -> Done {
    let seal = try context.ownSeal(seal)
    let ended = try context.tx.run(
      """
      UPDATE seal_certificate SET ended_at = \(context.now), last_event = \(context.eventNumber)
      WHERE seal = \(seal.id) AND ended_at IS NULL
      """)
    if ended == 0 { throw Refusal.notFound }
    try context.retryJobs(FinishPaper.kind)
    context.record("seal.certificateEnded", Subject("seal", seal.id))
    return Done()
  }
}

extension PKCS12.Problem {
  /// What to do about it, at the field where it lies.
  var refusal: Refusal {
    switch self {
    case .notReadable:
      file("notReadable", Text("不是证书文件，请选择扩展名为.p12或者.pfx的文件。", "Not a certificate file: choose a .p12 or .pfx."))
    case .wrongPassword:
      Refusal(
        "seal.certificate.wrongPassword",
        Text("密码打不开这个证书文件，请重新输入。", "The password does not open this file: type it again."), field: "password")
    case .noKey:
      file(
        "noKey",
        Text("文件里没有私钥，不能签名。请向认证机构重新导出，带上私钥。", "The file holds no private key: export it again, with its key."))
    case .noCertificate:
      file("noCertificate", Text("文件里没有证书，请重新导出。", "The file holds no certificate: export it again."))
    case .otherKey:
      file("otherKey", Text("私钥与证书不配对，请重新导出。", "Key and certificate do not belong together: export them again."))
    case .unsupportedKey:
      file(
        "unsupportedKey",
        Text(
          "暂不支持这种密钥。请使用2048位以上的RSA证书或者ECDSA证书；国密SM2证书尚不支持。",
          "This kind of key cannot be used. Use RSA from 2048 bits on, or ECDSA; SM2 is not supported yet."))
    case .notForSigning:
      file("notForSigning", Text("这张证书不能用于签名，请换一张签名证书。", "This certificate is not for signing: use one that is."))
    case .notYetValid:
      file("notYetValid", Text("证书还没有生效，生效后再上传。", "The certificate is not valid yet: upload it when it is."))
    case .expired:
      file("expired", Text("证书已经过期，请向认证机构换发。", "The certificate has run out: have it renewed by its issuer."))
    }
  }

  private func file(_ key: String, _ message: Text) -> Refusal {
    Refusal("seal.certificate.\(key)", message, field: "file")
  }
}
