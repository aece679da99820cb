import App
import ArgumentParser
import Foundation
import Kernel
import Storage

/// 重建 · rebuild: what is derived, made anew.
struct RebuildVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "重建 · Encrypts everything again under a new key", subcommands: [Keys.self])

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
