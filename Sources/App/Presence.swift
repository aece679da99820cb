import Kernel
import Synchronization
import WorkCalendar

/// 正在查看 · Presence: who looked at an application's or a case's pages within the last minute; in memory only.
final class Presence: Sendable {
  static let shared = Presence()
  private static let milliseconds: Int64 = 60_000

  private struct Look { let name: String, at: Instant }
  /// By county and record: each county has its own clock in a demonstration.
  private let looks = Mutex<[CountyID: [String: [UserID: Look]]]>([:])

  /// Notes that somebody looks, and answers who else does.
  func look(at path: String, _ principal: Principal, now: Instant) -> [String] {
    guard let user = principal.user, let record = Self.record(in: path) else { return [] }
    let edge = now.adding(milliseconds: -Self.milliseconds)
    return looks.withLock { looks in
      var inCounty = looks[principal.county, default: [:]].compactMapValues { here in
        let present = here.filter { $0.value.at >= edge }
        return present.isEmpty ? nil : present
      }
      inCounty[record, default: [:]][user] = Look(name: principal.name, at: now)
      looks[principal.county] = inCounty
      return inCounty[record, default: [:]].filter { $0.key != user }.map(\.value.name).sorted()
    }
  }

  /// `/cases/…` of any page of the case.
  private static func record(in path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count >= 2, ["applications", "cases"].contains(parts[0]), PersonID(parts[1]) != nil else {
      return nil
    }
    return parts[0] + "/" + parts[1]
  }
}
