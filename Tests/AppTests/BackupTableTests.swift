import App
import Foundation
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 备份的表 · No table can be forgotten: a backup asks the engine, and only what is named with its reason stays out.
@Suite struct BackupTableTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func everyTableOfTheSchemaIsInABackup(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
    let folder = office.folder.path + "/copy"
    let manifest = try await WriteBackup.run(office.services, to: folder)
    // Counted from the migrations' own words, not from the catalogue that the backup reads.
    let created = Office.migrations.flatMap { $0.statements(office.services.database.dialect) }.compactMap {
      statement in
      statement.firstMatch(of: /CREATE TABLE (?:IF NOT EXISTS )?(\w+)/).map { String($0.1) }
    }
    #expect(created.count > 20)
    #expect(
      Set(manifest.tables.map(\.name)).union(BackupManifest.leftOut.keys) == Set(created),
      "a table is neither in the backup nor left out with a reason")
    #expect(
      manifest.chains.map(\.events) == [try await office.value("SELECT chain_count FROM county", as: Int.self)])
    await #expect(throws: BackupFault.self) { try await WriteBackup.run(office.services, to: folder) }
  }
}
