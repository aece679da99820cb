package import Kernel
package import Localization
package import Markup
package import Storage
package import Web

/// 可导出完整数据的列表 · Whole list: a list whose rows may leave the office with whole personal data, for a reason. It gives
/// its own rows, within what one may see, and its own columns; page, limit, record and file are the same for all.
package struct WholeList: Sendable {
  /// More than a hand-over to a court or an audit needs is a copy of the database.
  package static let mostRows = 1_000

  /// 列表内容 · What a list's filter catches now: at most one row more than may be exported, whom each row is about, and
  /// the table with their columns.
  package struct Rows: Sendable {
    let people: [PersonID]
    let table: @Sendable (WholePeople) -> DataTable

    package init(of people: [PersonID], table: @escaping @Sendable (WholePeople) -> DataTable) {
      self.people = people
      self.table = table
    }
  }

  package typealias Load = @Sendable (WebRequest, Principal, any Reader) throws -> Rows

  /// The list's own path: /applications.
  let list: String
  let name: Text
  let permission: Permission
  let load: Load

  /// `permission`: held only by roles that may also see one person's whole data.
  package init(_ list: String, _ name: Text, _ permission: Permission, _ load: @escaping Load) {
    self.list = list
    self.name = name
    self.permission = permission
    self.load = load
  }

  var path: String { list + "/whole" }

  /// Beside the list's download, for those who may: the same rows.
  package func link(_ request: WebRequest) -> [HTML] {
    guard request.principal?.holds(permission) == true else { return [] }
    return [linkButton(WholeListPage.title, to: request.filtered(at: path), in: request.language)]
  }

  package var routes: [Route] { WholeListPage(list: self).routes }
}

extension Permission {
  /// 导出完整数据的岗位 · Whoever opens the list and may see the whole data of one person.
  package static func exportWhole(_ key: String, _ name: Text, of list: Permission) -> Permission {
    Permission(key, name, list.roles.intersection(revealPersons.roles))
  }
}
