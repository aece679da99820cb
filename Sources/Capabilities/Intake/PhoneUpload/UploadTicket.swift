import Foundation
package import Kernel
import Registry
package import Storage
package import WorkCalendar

/// 手机上传凭证 · Upload ticket: lets whoever holds it add papers to one application, or to one draft of the counter, from a telephone,
/// for a quarter of an hour, in the name of the clerk who made it. Only this office can make one; it opens nothing and shows nothing of the record.
package struct UploadTicket: Sendable, Hashable {
  package static let minutes = 15

  /// 用于何处 · What the papers are added to.
  package enum Target: Sendable, Hashable, CustomStringConvertible {
    case application(ApplicationID), draft(UUIDv7)

    private static let draftPrefix = "draft-"

    init?(_ text: String) {
      if text.hasPrefix(Self.draftPrefix) {
        guard let id = UUIDv7(String(text.dropFirst(Self.draftPrefix.count))) else { return nil }
        self = .draft(id)
      } else {
        guard let id = ApplicationID(text) else { return nil }
        self = .application(id)
      }
    }

    package var description: String {
      switch self {
      case .application(let id): id.description
      case .draft(let id): Self.draftPrefix + id.description
      }
    }
  }

  package let target: Target
  package let user: UserID
  package let agency: AgencyID
  package let until: Instant

  package init(_ target: Target, by user: UserID, at agency: AgencyID, until: Instant) {
    self.target = target
    self.user = user
    self.agency = agency
    self.until = until
  }

  /// Reads what the address holds; nil for anything this office did not write.
  package init?(_ written: String, _ keys: KeyRing) {
    let parts = written.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, let target = Target(parts[0]), let user = UserID(parts[1]),
      let agency = AgencyID(parts[2]), let milliseconds = Int64(parts[3])
    else { return nil }
    self.init(target, by: user, at: agency, until: Instant(milliseconds: milliseconds))
    guard self.written(keys) == written else { return nil }
  }

  package func written(_ keys: KeyRing) -> String {
    let said = "\(target).\(user).\(agency).\(until.milliseconds)"
    let mark = keys.lookupHash("upload-ticket|\(said)").prefix(16)
    return said + "." + mark.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  package func isOver(at now: Instant) -> Bool { now > until }

  /// Who made it, with the rights he has today at the place where he made it.
  func maker(_ services: Services) async throws -> Principal {
    let day = services.clock.today
    return try await services.database.read { [user, agency] reader in
      guard let account = try UserTable.of(user, reader),
        let maker = try UserTable.principal(account, at: agency, on: day, reader), maker.agency == agency
      else { throw Refusal.notFound }
      return maker
    }
  }
}
