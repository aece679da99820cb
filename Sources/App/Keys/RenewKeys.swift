import Kernel
import Localization
import Registry
import Storage

/// 更换密钥 · Renews the office's key: a new key becomes the current one, and every encrypted value and file is sealed
/// again under it. Older keys stay in the ring, for older backups. No server may run: it would not know the new key.
package enum RenewKeys {
  package struct Outcome: Sendable {
    package let key: UInt32
    package let values: Int
    package let files: Int
  }

  package static func run(_ office: Office) async throws -> Outcome {
    let services = office.services
    let keys = try KeyRing.addKey(in: services.directory.keys)
    let renewed = Office(
      services.with(keys: keys, files: try FileBlobStore(directory: services.directory.files, keys: keys)))
    let counties = try await services.database.read { try CountyTable.all($0) }
    var values = 0
    for county in counties.prefix(1) { values += try await renewed.runner.run(SealAgain(), as: .system(county.id)) }
    let files = try await FileBlobStore(directory: services.directory.files, keys: keys).reseal()
    return Outcome(key: keys.currentKey, values: values, files: files)
  }
}

/// 重新加密 · Seals every encrypted value of the database again, all or none.
struct SealAgain: Action {
  static let permission = Permission.manageUsers

  func perform(in context: ActionContext) throws -> Int {
    let count = try context.tx.reseal(with: context.keys)
    context.record(
      "keys.renewed", .county(context.county),
      facts: ["key": .number(Int64(context.keys.currentKey)), "values": .number(Int64(count))])
    return count
  }
}
