package import Kernel
package import Registry
package import WorkCalendar

/// 完整性 · Integrity: the chain first, then what each capability re-computes of its own records.
package enum Integrity {
  /// One line for the first record that does not hold; nil when all is whole.
  /// The chain is always walked whole; `since` spares older papers.
  package static func firstFault(
    _ county: County, _ services: Services, since: Day? = nil
  ) async throws -> String? {
    if let fault = try await EventChain.firstFault(county.id, code: county.code, services) {
      return fault.description
    }
    for check in Capabilities.all.flatMap(\.checks) {
      if let fault = try await check.firstFault(county.id, services, since) { return fault }
    }
    return nil
  }
}
