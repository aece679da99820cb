import Kernel
import Storage
import TestSupport
import Testing

/// 盖章文书 · A sealed paper, as those see it whom it concerns: its file from the page that lists it, read by others' tools.
enum Sealed {
  /// The text of a form's file; its signature is valid and covers the whole file.
  static func text(of form: String, on path: String, for login: String, _ desks: Desks) async throws -> String {
    let page = try await desks.page(path, for: login)
    #expect(try page.words().contains("已盖章，签名有效"))
    let file = try await page.follow(form)
    #expect(file.header("Content-Type") == "application/pdf")
    let folder = try Scratch()
    let pdf = try folder.write(file.bytes, "\(form).pdf")
    let report = try Tool.run("pdfsig", pdf).text
    #expect(report.contains("Signature is Valid") && report.contains("Total document signed"), "\(report)")
    return try Tool.run("pdftotext", pdf, "-").text
  }

  /// Anybody with the code at its foot learns that it is genuine.
  static func isGenuineToThePublic(form: String, _ office: TestOffice, _ desks: Desks) async throws {
    let code = try #require(
      try await office.value("SELECT short_code FROM paper WHERE form = \(form)", as: String.self))
    let page = try await desks.page("/verify/\(code)", for: "nobody")
    #expect(try page.words().contains("真实"))
  }
}
