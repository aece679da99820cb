import Cases
import Foundation
import Kernel
import Papers
import Sheets
import Storage
import TestSupport
import Testing
import WorkCalendar

/// The dossier as a file.
@Suite struct CaseExportTests {
  private struct Entry: Decodable {
    let order: Int
    let form: String
    let number: String?
    let file: String
    let sha256: String
    let volume: String
  }

  @Test func theArchiveHoldsWhatItsIndexSays() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(seal: true))
    try await flow.close()
    try await JobRunner(ActionRunner(flow.office.services), Papers.capability.jobs).drain()
    let number = try await flow.aidCase.number
    let bytes = try await exportDossier(number: number, in: flow.office.county, services: flow.office.services)
    let archive = try ZipReader(bytes)
    let index = try JSONDecoder().decode([Entry].self, from: Data(#require(try archive.read("index.json"))))
    #expect(index.map(\.order) == Array(1...index.count))
    #expect(index.map(\.form).prefix(2) == ["F02", "identity"])
    let handling = index.drop { $0.volume == "approval" }
    #expect(handling.first?.form == "agreement" && handling.allSatisfy { $0.volume == "handling" })
    #expect(
      Set(index.map(\.form)).isSuperset(of: ["F05", "F08", "F09", "F11", "F13", "F21", "agreement", "meeting"]))
    for entry in index {
      let content = try #require(try archive.read(entry.file))
      #expect(BlobHash(of: content).description == entry.sha256, "\(entry.file)")
    }
    let bound = try #require(try archive.read("dossier.pdf"))
    #expect(bound.starts(with: Array("%PDF-".utf8)))
  }

  /// A damaged upload is bound as a sheet that names it, and exported as it is.
  @Test func aFileThatCannotBeBoundDoesNotStopTheBinding() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(seal: true))
    try await flow.begin()
    let broken = Array("%PDF-1.4 and no more".utf8)
    let blob = try await flow.office.services.files.put(broken)
    let file = StoredUpload(
      sha256: blob.hash.description, size: broken.count, mediaType: "application/pdf", name: "证据.pdf")
    try await flow.office.run("lawyer", UploadToCase(aidCase: flow.id, item: "evidence", file: file))
    try await flow.office.run(
      "lawyer",
      CloseCase(
        aidCase: flow.id, basis: .judgment, closedOn: CaseFlow.assigned, result: .claimsWhole, outcome: "支持"))
    try await JobRunner(ActionRunner(flow.office.services), Papers.capability.jobs).drain()
    let number = try await flow.aidCase.number
    let archive = try ZipReader(
      try await exportDossier(number: number, in: flow.office.county, services: flow.office.services))
    let place = try #require(archive.entries.map(\.name).first { $0.hasSuffix("evidence-证据.pdf") })
    #expect(try archive.read(place) == broken)
    #expect(try archive.read("dossier.pdf")?.starts(with: Array("%PDF-".utf8)) == true)
  }

  @Test func anOpenCaseHasNoDossierYet() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    let (number, office) = (try await flow.aidCase.number, flow.office)
    #expect(
      try await refusedKeys {
        _ = try await exportDossier(number: number, in: office.county, services: office.services)
      } == ["dossier.notClosed"])
  }

  /// AT-10.8: without an open seal the papers wait, and so does the export.
  @Test func papersThatWaitForTheSealHoldTheExport() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.close()
    let (number, office) = (try await flow.aidCase.number, flow.office)
    let keys = try await refusedKeys {
      _ = try await exportDossier(number: number, in: office.county, services: office.services)
    }
    #expect(Set(keys) == ["dossier.unfinished"])
  }
}
