import App
import ArgumentParser
import Foundation
import Intake
import Kernel
import Registry
import Storage

/// 重建 · rebuild: what is derived, made anew.
struct RebuildVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "重建 · Makes anew what is derived: the search index, the totals, the encryption",
    subcommands: [Search.self, Totals.self, Keys.self])

  struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "重建检索索引 · The search index and the near names of parties, from the records")
    @OptionGroup var place: OfficeOptions

    func run() async throws {
      try await RebuildVerb.rebuild(place) { county, services in
        _ = try await AlikeNames.rebuild(county, services)
        return try await SearchIndex.rebuild(county, services)
      }
    }
  }

  struct Totals: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "重建分月合计 · The monthly totals that the indicators are read from, from the records")
    @OptionGroup var place: OfficeOptions

    func run() async throws { try await RebuildVerb.rebuild(place, Kernel.Totals.rebuild) }
  }

  /// County by county; prints how many records there are.
  private static func rebuild(
    _ place: OfficeOptions, _ one: (CountyID, Services) async throws -> Int
  ) async throws {
    let services = try await place.open().services
    var count = 0
    for county in try await services.database.read({ try CountyTable.all($0) }) {
      count += try await one(county.id, services)
    }
    await services.database.close()
    print("记录 records: \(count)")
  }

  struct Keys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "更换密钥 · A new key; every encrypted value and file is sealed again. Stop the server first")
    @OptionGroup var place: OfficeOptions

    func run() async throws {
      let office = try await place.open()
      let outcome = try await RenewKeys.run(office)
      await office.services.database.close()
      print("密钥 key: \(outcome.key)  字段 values: \(outcome.values)  文件 files: \(outcome.files)")
    }
  }
}
