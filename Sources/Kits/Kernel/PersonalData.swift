package import Localization
package import Storage

/// 个人信息来源 · Personal data source: what a capability holds about a person, for the copy that the person may ask for
/// (个人信息保护法 45). Whole, in clear: only what hands out that copy asks it.
package struct PersonalDataSource: Sendable {
  package let key: String
  package let load: @Sendable (any Reader, KeyRing, CountyID, PersonID) throws -> PersonalData?

  package init(
    key: String, load: @escaping @Sendable (any Reader, KeyRing, CountyID, PersonID) throws -> PersonalData?
  ) {
    self.key = key
    self.load = load
  }
}

/// 所存个人信息 · Personal data: one table of it, and the records it stands in, whose issued papers go with the copy.
package struct PersonalData: Sendable {
  package let title: Text
  package let columns: [Text]
  package let rows: [[Text]]
  package let subjects: [Subject]

  package init(_ title: Text, columns: [Text], rows: [[Text]], subjects: [Subject] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.subjects = subjects
  }
}

/// 人员引用 · Person link: a column of a capability's table that names a person: what moves when two records of one person
/// become one.
package struct PersonLink: Sendable, Hashable {
  package let table: String
  package let column: String
  /// The column that repeats the person's present name, which follows when it is corrected.
  package let name: String?
  /// The subject kind of its rows where they can be searched.
  package let kind: String?

  package init(_ table: String, _ column: String, name: String? = nil, kind: String? = nil) {
    self.table = table
    self.column = column
    self.name = name
    self.kind = kind
  }
}
