import Foundation
import Paper
import Testing

@Suite struct SignatureTests {
  let folder = try? TemporaryFolder()

  @Test func `pdfsig and qpdf find the signature valid over the whole file`() async throws {
    let path = try await #require(folder).write(Sample.sealed().bytes, "sealed.pdf")
    let report = try Tool.run("pdfsig", path).text
    for expected in [
      "Signature is Valid", "Total document signed", "ETSI.CAdES.detached", "CN=岚山县法律援助中心电子印章", "Mar 07 2016",
    ] {
      #expect(report.contains(expected))
    }
    #expect(try Tool.run("qpdf", "--check", path).status == 0)
    #expect(try Tool.run("pdftotext", path, "-").text.contains("岚援决字〔2016〕第12号"))
  }

  @Test func `openssl verifies the extracted signature against the county's root`() async throws {
    let folder = try #require(folder)
    let sealed = try await Sample.sealed()
    let (content, cms) = try Self.parts(of: sealed.bytes)
    let arguments = [
      try folder.write(cms, "seal.cms"), try folder.write(content, "content"),
      try folder.write(Array(sealed.root.pem.utf8), "root.pem"),
    ]
    let check = try Tool.run(
      "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", arguments[0], "-content",
      arguments[1], "-CAfile", arguments[2], "-attime", "\(Sample.morning)", "-out", folder.path("verified"))
    #expect(check.text.uppercased().contains("VERIFICATION SUCCESSFUL"))
  }

  @Test func `the drawn file stays byte for byte under its signature`() async throws {
    let drawn = try await PaperPress().render(Sample.decision())
    #expect(try await Sample.sealed().bytes.starts(with: drawn))
  }

  @Test func `our verifier says whose seal it is`() async throws {
    let sealed = try await Sample.sealed()
    guard case .genuine(let seal) = PDFVerifier(trustedRoots: [sealed.root]).verify(sealed.bytes) else {
      Issue.record("not genuine")
      return
    }
    #expect(seal.certificate.subject == Sample.sealName)
    #expect(seal.signedAt == Sample.morning)
  }

  @Test func `an unsigned file, another root and a certificate out of time are told apart`() async throws {
    let sealed = try await Sample.sealed()
    let drawn = try await PaperPress().render(Sample.decision())
    #expect(PDFVerifier(trustedRoots: [sealed.root]).verify(drawn) == .unsigned)
    #expect(PDFVerifier(trustedRoots: [sealed.root]).verify(Array("text".utf8)) == .unsigned)
    // A root of the same name that did not sign the seal's certificate.
    let other = try Sample.authority().certificate
    guard case .untrusted(_, .incomplete) = PDFVerifier(trustedRoots: [other]).verify(sealed.bytes) else {
      Issue.record("trusted another root")
      return
    }
    let authority = try Sample.authority()
    let late = Validity(from: Sample.morning + 1, to: Sample.validity.to)
    let seal = try authority.issueSeal(subject: Sample.sealName, validity: late)
    let early = try PDFSigner.sign(drawn, as: seal, facts: Sample.facts)
    guard case .untrusted(_, .outsideValidity) = PDFVerifier(trustedRoots: [authority.certificate]).verify(early)
    else {
      Issue.record("signed before its certificate was valid")
      return
    }
  }

  @Test func `an expired certificate stays good for what it sealed`() async throws {
    // The sample certificates ended in 2022, before this test was written.
    let sealed = try await Sample.sealed()
    guard case .genuine = PDFVerifier(trustedRoots: [sealed.root]).verify(sealed.bytes) else {
      Issue.record("not genuine")
      return
    }
  }

  @Test func `only an unsigned file of our own press is signed`() async throws {
    let sealed = try await Sample.sealed()
    let seal = try Sample.authority().issueSeal(subject: Sample.sealName, validity: Sample.validity)
    for file in [sealed.bytes, [], Array("%PDF-1.7\n".utf8), Array("%PDF-1.4\nstartxref\n9\n%%EOF\n".utf8)] {
      #expect(throws: PaperError.self) { try PDFSigner.sign(file, as: seal, facts: Sample.facts) }
    }
  }

  /// What the signature covers, and the signature without its padding.
  static func parts(of bytes: [UInt8]) throws -> (content: [UInt8], cms: [UInt8]) {
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    let match = try #require(text.matches(of: /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/).last)
    let numbers = try [match.1, match.2, match.3, match.4].map { try #require(Int($0)) }
    let digits = bytes[(numbers[1] + 1)..<(numbers[2] - 1)]
    let hexadecimal = Array(String(decoding: digits, as: UTF8.self))
    let padded = stride(from: 0, to: hexadecimal.count, by: 2).compactMap {
      UInt8(String(hexadecimal[$0...$0 + 1]), radix: 16)
    }
    let length = 4 + Int(padded[2]) << 8 + Int(padded[3])
    return (Array(bytes[..<numbers[1]] + bytes[numbers[2]...]), Array(padded.prefix(length)))
  }
}
