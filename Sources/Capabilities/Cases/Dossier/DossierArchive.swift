import Foundation
import Kernel
import Paper
import Sheets
import Storage
import WorkCalendar

extension Dossier {
  /// ZIP · Papers byte for byte as they were signed, files as they were handed in, the bound copy, and `index.json`
  /// with the hash of each.
  func archive() async throws -> [UInt8] {
    let path = "\(services.directory.spool)/dossier-\(UUIDv7()).zip"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let latest = documents.map(\.time).max() ?? Instant(aidCase.closedOn ?? aidCase.acceptedOn)
    let writer = try ZipWriter(path: path)
    try writer.add("index.json", bytes: CanonicalJSON.bytes(index), modified: latest.seconds)
    for (order, document) in documents.enumerated() {
      try writer.add(place(order, document), bytes: try await read(document), modified: document.time.seconds)
    }
    try writer.add("dossier.pdf", bytes: try await bound(), modified: latest.seconds)
    try writer.finish()
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  private struct Entry: Encodable {
    let order: Int
    let form: String
    let number: String?
    let file: String
    let sha256: String
    let volume: DossierItem.Volume

    /// The number stands in every entry, null where there is none.
    func encode(to encoder: any Encoder) throws {
      var entry = encoder.container(keyedBy: CodingKeys.self)
      try entry.encode(order, forKey: .order)
      try entry.encode(form, forKey: .form)
      try entry.encode(number, forKey: .number)
      try entry.encode(file, forKey: .file)
      try entry.encode(sha256, forKey: .sha256)
      try entry.encode(volume, forKey: .volume)
    }

    private enum CodingKeys: String, CodingKey { case order, form, number, file, sha256, volume }
  }

  private var index: [Entry] {
    documents.enumerated().map { order, document in
      Entry(
        order: order + 1, form: document.item, number: document.number, file: place(order, document),
        sha256: document.sha256, volume: document.volume)
    }
  }

  private func place(_ order: Int, _ document: Document) -> String {
    let number = order + 1
    let prefix = (number < 10 ? "00" : number < 100 ? "0" : "") + String(number)
    return "\(document.isPaper ? "papers" : "attachments")/\(prefix)-\(document.fileName)"
  }
}

extension Dossier.Document {
  /// Without what a path may not hold.
  fileprivate var fileName: String {
    String(name.map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "_" : $0 })
  }
}

extension Instant {
  var seconds: Int64 { milliseconds / 1000 }
}
