import Kernel
import Registry
import Storage
import WorkCalendar

/// 应办人员 · Who is to act: those on whose work list the record stands today. Asks as often as there are people in the
/// office, whatever the number of records; only where an urge is written.
struct WhoActs: Sendable {
  let work: [WorkItemSource]

  func on(
    _ subject: Subject, for principal: Principal, on day: Day, _ reader: any Reader
  ) throws -> [User] {
    try UserTable.all(principal.county, reader).filter { user in
      guard user.id != principal.user,
        let other = try UserTable.principal(user, at: nil, on: day, reader)
      else { return false }
      return try work.contains { source in
        guard source.key != UrgeWork.source.key, other.holds(source.permission) else { return false }
        return try source.load(reader, other, day).contains {
          $0.path.split(separator: "/").contains { $0 == subject.id.description }
        }
      }
    }
  }
}
