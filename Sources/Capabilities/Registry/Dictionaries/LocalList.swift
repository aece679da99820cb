package import Kernel
package import Localization
package import Storage
package import Web
package import WorkCalendar

/// 字典 · Dictionary: a list of words the office keeps itself. What the law closes (groups, forms of aid, grounds) is code
/// and no dictionary.
package enum LocalList: String, Sendable, Hashable, CaseIterable, SQLConvertible {
  case causes, townships, organs, meetingPlaces, shelves

  package var name: Text {
    switch self {
    case .causes: Text("案由", "Causes")
    case .townships: Text("乡镇（街道）", "Townships")
    case .organs: Text("办案机关", "Handling organs")
    case .meetingPlaces: Text("会见地点", "Places of meetings")
    case .shelves: Text("柜架", "Shelves")
    }
  }

  /// Where its words are offered.
  package var use: Text {
    switch self {
    case .causes:
      Text(
        "收案和登记咨询时，在案由一栏提示；仍然可以填写别的。",
        "Suggested at the counter and when a consultation is recorded; other words may still be typed.")
    case .townships:
      Text(
        "没有工作站的乡镇也可以选择；有工作站的乡镇随工作站列出，不必重复。",
        "Townships without a work station can be chosen too; those with one come with it.")
    case .organs:
      Text(
        "指派、登记开庭、终止法律援助和借阅档案时提示；法院、仲裁委员会、检察院、公安机关都写全称，公函按此填写。",
        "Suggested when a case is assigned, a hearing added, aid terminated or a file lent; courts, commissions, procuratorates and police by their full names, as letters bear them."
      )
    case .meetingPlaces:
      Text(
        "登记会见时提示，例如看守所、中心接待室。",
        "Suggested when a meeting is recorded, such as the detention centre or the office's own room.")
    case .shelves:
      Text("归档时提示，例如3号柜2层。", "Suggested when a case is archived, such as cabinet 3, board 2.")
    }
  }
}

/// 字典条目 · Dictionary entry: one word of a dictionary; closed, it is offered no more, and records that used it stay.
package struct ListEntry: Sendable {
  package let id: UUIDv7
  package let list: LocalList
  package let name: String
  package let place: Int
  package let closedOn: Day?
  package let version: Int

  init(_ row: Row) throws {
    id = try row.get("id")
    list = try row.get("list")
    name = try row.get("name")
    place = try row.get("place")
    closedOn = try row.get("closed_on")
    version = try row.get("version")
  }
}

package enum ListEntryTable {
  static let migration = Migration(id: "registry.dictionary.001") { d in
    [
      """
      CREATE TABLE dictionary_entry (
        \(d.id("id")) PRIMARY KEY, \(d.id("county")) REFERENCES county, list \(d.text) NOT NULL, name \(d.text) NOT NULL,
        place \(d.integer) NOT NULL, closed_on \(d.text), version \(d.integer) NOT NULL, last_event \(d.integer) NOT NULL,
        UNIQUE (county, list, name)
      ) \(d.tableSuffix)
      """
    ]
  }

  private static let columns: SQL = "id, list, name, place, closed_on, version"

  /// In the office's order, closed ones among them.
  package static func all(
    _ list: LocalList, in county: CountyID, _ reader: any Reader
  ) throws -> [ListEntry] {
    try reader.rows(
      "SELECT \(columns) FROM dictionary_entry WHERE county = \(county) AND list = \(list) ORDER BY place, id"
    ).map(ListEntry.init)
  }

  /// What forms offer.
  package static func words(_ list: LocalList, in county: CountyID, _ reader: any Reader) throws -> [String] {
    try all(list, in: county, reader).filter { $0.closedOn == nil }.map(\.name)
  }
}

extension Field {
  /// The same question with an office's words to choose from; other words may still be typed.
  package func offering(_ words: [String]) -> Field {
    Field(
      name, label, .text(suggestions: words), hint: hint, basis: basis, required: isRequired,
      autocomplete: autocomplete)
  }
}

/// 本单位用语 · Office words: what a form offers of the office's own.
package struct OfficeWords: Sendable {
  package let townships: [String]
  package let causes: [String]

  package static func of(_ county: CountyID, _ reader: any Reader) throws -> OfficeWords {
    OfficeWords(
      townships: try AgencyTable.townships(county, reader),
      causes: try ListEntryTable.words(.causes, in: county, reader))
  }
}
