import Paper
import Testing

@Suite struct CertificateTests {
  let folder = try? TemporaryFolder()

  @Test func `openssl accepts the seal's certificate under the county's root`() throws {
    let folder = try #require(folder)
    let authority = try Sample.authority()
    let seal = try authority.issueSeal(subject: Sample.sealName, validity: Sample.validity)
    let root = try folder.write(Array(authority.certificate.pem.utf8), "root.pem")
    let leaf = try folder.write(Array(seal.certificate.pem.utf8), "seal.pem")
    let check = try Tool.run(
      "openssl", "verify", "-x509_strict", "-attime", "\(Sample.morning)", "-CAfile", root, leaf)
    #expect(check.text.contains("seal.pem: OK"))

    let text = try Tool.run("openssl", "x509", "-in", leaf, "-noout", "-text", "-nameopt", "utf8,sep_comma_plus")
      .text
    for expected in [
      "CN=岚山县法律援助中心电子印章", "CN=岚山县电子印章根证书", "Digital Signature, Non Repudiation", "CA:FALSE", "P-256",
      "Not Before: Jan  1 00:00:00 2012 GMT", "Not After : Jan  1 00:00:00 2022 GMT",
    ] {
      #expect(text.contains(expected))
    }
  }

  @Test func `a certificate and a key are the same after being written and read`() throws {
    let authority = try Sample.authority()
    #expect(try Certificate(pem: authority.certificate.pem) == authority.certificate)
    #expect(authority.certificate.subject.organization == "岚山县司法局")
    #expect(authority.certificate.validity == Sample.validity)
    let key = try authority.key.pem()
    #expect(try SigningKey(pem: key).pem() == key)
  }

  @Test func `a key under a passphrase opens with it only`() throws {
    let key = try SigningKey()
    let sealed = try key.pem(passphrase: "岚山 seal")
    #expect(sealed.contains("BEGIN ENCRYPTED PRIVATE KEY"))
    #expect(try SigningKey(pem: sealed, passphrase: "岚山 seal").pem() == key.pem())
    for wrong in ["", "岚山", nil] {
      #expect(throws: PaperError.keyNotReadable) { try SigningKey(pem: sealed, passphrase: wrong) }
    }
    #expect(throws: PaperError.keyNotReadable) { try SigningKey(pem: "not a key") }
    #expect("\(key)" == "SigningKey")
  }
}
