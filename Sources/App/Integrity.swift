package import Kernel
package import Registry

/// 完整性 · Integrity: the chain first, then what each capability re-computes of its own records.
package enum Integrity {
  /// One line for the first record that does not hold; nil when all is whole.
  package static func firstFault(_ county: County, _ services: Services) async throws -> String? {
    if let fault = try await EventChain.firstFault(county.id, code: county.code, services) {
      return fault.description
    }
    for check in Capabilities.all.flatMap(\.checks) {
      if let fault = try await check.firstFault(county.id, services) { return fault }
    }
    return nil
  }
}
