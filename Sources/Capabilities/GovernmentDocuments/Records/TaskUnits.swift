import Kernel
import Registry
import Storage
import WorkCalendar

/// 责任单位和人员 · The units and people of the county to whom a task may be given: active agencies but the organs, and
/// whoever holds a role there that carries out tasks.
struct TaskUnits: Sendable {
  let agencies: [Agency]
  let people: [(user: User, agencies: [Agency])]

  static func load(_ county: CountyID, on day: Day, _ reader: any Reader) throws -> TaskUnits {
    let agencies = try AgencyTable.all(county, reader).filter { $0.isActive && $0.kind != .organ }
    let grants = try UserTable.grants(of: county, on: day, reader)
    let people = try UserTable.all(county, reader).filter(\.isActive).map { user in
      let held = grants[user.id, default: []].filter { Permission.workOnTasks.roles.contains($0.role) }.map(
        \.agency)
      return (user: user, agencies: agencies.filter { held.contains($0.id) })
    }
    return TaskUnits(agencies: agencies, people: people.filter { !$0.agencies.isEmpty })
  }

  func isAt(_ person: UserID, _ agency: AgencyID?) -> Bool {
    people.contains { $0.user.id == person && $0.agencies.contains { $0.id == agency } }
  }
}
