import App
import ArgumentParser
import Cases
import Foundation
import Kernel
import Registry
import Storage

struct ExportVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "导出 · Exports what the office holds", subcommands: [DossierVerb.self])
}

/// 导出卷宗 · export dossier: a case's volume as a ZIP, from closing on.
struct DossierVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier", abstract: "导出卷宗 · A case's dossier: index, papers as signed, attachments, bound copy")
  @OptionGroup var place: OfficeOptions
  @Argument(help: "The case number.") var number: String
  @Option(help: "The ZIP file to write.") var out: String

  func run() async throws {
    let office = try await place.open()
    let county = try await office.onlyCounty()
    let bytes = try await exportDossier(number: number, in: county.id, services: office.services)
    try Data(bytes).write(to: URL(filePath: out))
    await office.services.database.close()
    print(out)
  }
}
