import Foundation
package import Localization

extension XLSXWriter {
  /// The whole sheet as a file in memory.
  package static func bytes(_ sheet: Sheet, language: Language, created: Int64) throws -> [UInt8] {
    // A folder only this user can enter: the rows are people's data.
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "sheet.xlsx")
    let writer = try XLSXWriter(
      path: file.path, title: sheet.title, columns: sheet.columns, language: language, created: created)
    for row in sheet.rows { try writer.append(row) }
    try writer.finish()
    return [UInt8](try Data(contentsOf: file))
  }
}
