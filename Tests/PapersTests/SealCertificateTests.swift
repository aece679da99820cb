import Foundation
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Certificates from outside", .timeLimit(.minutes(3)))
struct SealCertificateTests {
  private static let now = Desk.morning

  private func seal(_ desk: Desk) async throws -> UUIDv7 {
    try #require(try await desk.office.value("SELECT id FROM seal", as: UUIDv7.self))
  }

  private func refusal(_ file: [UInt8], _ password: String = OutsideCertificate.password) throws -> Refusal? {
    #expect(throws: Refusal.self) {
      try UploadSealCertificate(file, password: password, seal: UUIDv7(), at: Self.now)
    }
  }

  @Test(
    "What is decided from now on is signed with the certificate the office bought, and pdfsig finds it valid",
    arguments: [
      (TestOffice.Engine.sqlite, "-algorithm RSA -pkeyopt rsa_keygen_bits:2048"),
      (.postgres, "-algorithm EC -pkeyopt ec_paramgen_curve:P-256"),
    ])
  func signs(engine: TestOffice.Engine, key: String) async throws {
    let desk = try await Desk(engine)
    let before = try await desk.finished()
    let bought = try OutsideCertificate(desk.office.folder, key: key)
    let id = try await seal(desk)
    try await desk.office.run(
      "keeper",
      try UploadSealCertificate(
        bought.file(), password: OutsideCertificate.password, seal: id, at: Self.now))
    let paper = try await desk.finished()
    #expect(try await desk.standing(paper.id) == .genuine)
    let path = desk.office.folder.appending(path: "paper.pdf")
    try Data(try await desk.file(paper)).write(to: path)
    let report = try PaperTool.run("pdfsig", path.path)
    for expected in ["Signature is Valid", "Total document signed", "法律援助专用章", "SHA-256"] {
      #expect(report.contains(expected), "\(expected): \(report)")
    }
    #expect(try await desk.office.events("paper.sealed").last?.facts["certificate"] != nil)
    // What was sealed before, and what is sealed after its end, is the office's own.
    try await desk.office.run("keeper", EndSealCertificate(seal: id))
    let after = try await desk.finished()
    for one in [before, paper, after] { #expect(try await desk.standing(one.id) == .genuine) }
    #expect(try await desk.office.events("paper.sealed").last?.facts["certificate"] == nil)
    #expect(try await desk.office.firstFault() == nil)
  }

  @Test("The password is kept nowhere, and the key only under the office's keys")
  func secrets() async throws {
    let desk = try await Desk(.sqlite)
    let bought = try OutsideCertificate(desk.office.folder)
    let upload = try await UploadSealCertificate(
      bought.file(), password: OutsideCertificate.password, seal: seal(desk), at: Self.now)
    try await desk.office.run("keeper", upload)
    let pem = try String(contentsOf: bought.folder.appending(path: "seal.key"), encoding: .utf8)
    let line = try #require(pem.split(separator: "\n").dropFirst(2).first)
    let kept = try FileManager.default.subpathsOfDirectory(atPath: desk.office.folder.path)
      .filter { !$0.hasPrefix(bought.folder.lastPathComponent) }
      .compactMap { try? Data(contentsOf: desk.office.folder.appending(path: $0)) }
    #expect(kept.count > 3)
    for secret in [OutsideCertificate.password, String(line)] {
      #expect(!kept.contains { $0.range(of: Data(secret.utf8)) != nil })
    }
  }

  @Test(
    "A wrong password, a file without key, one that ran out and one that is none are refused, each in its words")
  func refusals() async throws {
    let desk = try await Desk(.sqlite)
    let folder = desk.office.folder
    let good = try OutsideCertificate(folder)
    #expect(try refusal(good.file(), "wrong")?.key == "seal.certificate.wrongPassword")
    #expect(try refusal(good.file(), "wrong")?.field == "password")
    #expect(try refusal(good.file("nokey.p12"))?.key == "seal.certificate.noKey")
    #expect(try refusal(good.file("seal.crt"))?.key == "seal.certificate.notReadable")
    #expect(try refusal([])?.key == "seal.certificate.notReadable")
    let old = try OutsideCertificate(folder, to: "20160101000000Z")
    #expect(try refusal(old.file())?.key == "seal.certificate.expired")
    let early = try OutsideCertificate(folder, from: "20170101000000Z")
    #expect(try refusal(early.file())?.key == "seal.certificate.notYetValid")
    let weak = try OutsideCertificate(folder, key: "-algorithm RSA -pkeyopt rsa_keygen_bits:1024")
    #expect(try refusal(weak.file())?.key == "seal.certificate.unsupportedKey")
    // Whoever does not keep the seal may not give it a certificate either.
    let id = try await seal(desk)
    let upload = try UploadSealCertificate(
      good.file(), password: OutsideCertificate.password, seal: id, at: Self.now)
    for login in ["director", "admin", "clerk"] {
      await #expect(throws: Refusal.notAllowed) { try await desk.office.run(login, upload) }
    }
  }

  @Test(
    "Once it has run out papers wait; with a renewed one they are sealed", arguments: TestOffice.Engine.allCases)
  func runsOut(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let id = try await seal(desk)
    let short = try OutsideCertificate(desk.office.folder, to: "20160401000000Z")
    try await desk.office.run(
      "keeper",
      try UploadSealCertificate(short.file(), password: OutsideCertificate.password, seal: id, at: Self.now))
    desk.office.clock.move(to: .literal(2016, 4, 5), hour: 9)
    let paper = try await desk.finished()
    #expect(paper.state == .decided)
    let error = try await desk.office.value(
      "SELECT last_error FROM job WHERE last_error IS NOT NULL", as: String.self)
    #expect(error?.contains("ran out on 2016-04-01") == true)
    let renewed = try OutsideCertificate(desk.office.folder)
    try await desk.office.run(
      "keeper",
      try UploadSealCertificate(
        renewed.file(), password: OutsideCertificate.password, seal: id, at: desk.office.clock.now))
    try await desk.drain()
    #expect(try await desk.standing(paper.id) == .genuine)
  }
}

/// Runs an independent reader of what was written.
enum PaperTool {
  static func run(_ name: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
