package import Storage
package import WorkCalendar

/// 计数事实 · Counted fact: that a record counts in a figure, on which day, and where.
package struct CountedFact: Sendable, Hashable {
  /// What kind of fact it is, such as `case.accepted`.
  package let name: String
  /// A period counts it when this day lies in it …
  package let day: Day
  /// … and this one not after its end …
  package let by: Day?
  /// … and this one before its beginning, so that a record of several such facts counts once.
  package let since: Day?
  package let township: String?
  package let unit: AgencyID?

  package init(
    _ name: String, on day: Day, by: Day? = nil, since: Day? = nil, township: String? = nil,
    unit: AgencyID? = nil
  ) {
    self.name = name
    self.day = day
    self.by = by
    self.since = since
    self.township = township
    self.unit = unit
  }
}

/// 计数来源 · Fact source: what a capability's records count for. After every action the records its event leads to are
/// read again, and the monthly totals follow in the same transaction.
package struct FactSource: Sendable {
  package let key: String
  /// Changes whenever the facts are found otherwise than before: the totals are then made anew.
  package let version: String
  /// All of a county's records.
  package let ids: @Sendable (CountyID) -> SQL
  /// Which of its records may count otherwise once something happened to these.
  package let records: @Sendable (any Reader, [Subject]) throws -> [UUIDv7]
  /// Of some of them by their ids, which are the county's already (as in ``SearchSource/entries``).
  package let facts: @Sendable (any Reader, CountyID, [UUIDv7]) throws -> [UUIDv7: [CountedFact]]

  package init(
    key: String, version: String, ids: @escaping @Sendable (CountyID) -> SQL,
    records: @escaping @Sendable (any Reader, [Subject]) throws -> [UUIDv7],
    facts: @escaping @Sendable (any Reader, CountyID, [UUIDv7]) throws -> [UUIDv7: [CountedFact]]
  ) {
    self.key = key
    self.version = version
    self.ids = ids
    self.records = records
    self.facts = facts
  }
}
