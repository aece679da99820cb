import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 先行援助待办 · Provisional aid whose papers fall due: the reviewer brings the application to its decision; one query.
enum ProvisionalWork {
  static func items(_ reader: any Reader, _ principal: Principal, _ today: Day) throws -> [WorkItem] {
    try ProvisionalAidTable.due(principal, by: today.adding(days: 2), reader).map { row in
      let (name, cause): (String, String) = (try row.get("name"), try row.get("cause"))
      let state: ApplicationState = try row.get("state")
      return WorkItem(
        title: Text("先行提供法律援助，补充期限将到", "Provisional aid: the papers fall due"),
        about: "\(Format.mask(name: name)) \(cause)", detail: state.name, number: try row.get("number"),
        dueOn: try row.get("supply_by"), path: ApplicationPaths.page(try row.get("id")))
    }
  }
}
