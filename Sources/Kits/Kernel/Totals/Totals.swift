package import Storage
import WorkCalendar

/// 分月合计 · Totals: how many facts each month has, kept in the transaction that changes a record, so that a figure of ten
/// million records is read from some dozen rows. A county founded before they were kept has none until they are made:
/// its figures are counted from the records, as they are wherever a month cannot tell.
package enum Totals {
  /// A new county's totals begin empty.
  package static func begin(_ county: CountyID, _ services: Services, _ tx: any Writer) throws {
    try TotalsTable.markKept(county, services.factVersion, tx)
  }

  /// Makes the totals of every county that has none, or whose facts are found otherwise now; answers how many records.
  package static func makeMissing(_ services: Services) async throws -> Int {
    let counties = try await services.database.read { reader in
      try reader.rows("SELECT id FROM county ORDER BY id").map { try $0.get("id", as: CountyID.self) }.filter {
        try TotalsTable.version($0, reader) != services.factVersion
      }
    }
    // Without statistics SQLite reads the whole county for every few records.
    if !counties.isEmpty { try await services.database.refreshStatistics() }
    var count = 0
    for county in counties { count += try await rebuild(county, services) }
    return count
  }

  /// Makes a county's totals anew from its records, in one transaction; answers how many records there are.
  package static func rebuild(_ county: CountyID, _ services: Services) async throws -> Int {
    try await services.database.write(serial: county.uuid) { tx in
      try TotalsTable.forget(county, tx)
      var (amounts, count) = (TotalsTable.Amounts(), 0)
      for source in services.facts {
        count += try read(source, county, tx) { facts in
          try TotalsTable.save(facts.map { (record: $0.key, text: FactText.of($0.value)) }, source, county, tx)
          amounts.add(facts.values.joined())
        }
      }
      try TotalsTable.add(amounts, county, tx)
      try TotalsTable.markKept(county, services.factVersion, tx)
      return count
    }
  }

  /// 核对 · How many rows of the totals differ from the records; nil where none are kept.
  package static func faults(_ county: CountyID, _ sources: [FactSource], _ reader: any Reader) throws -> Int? {
    guard try TotalsTable.isKept(county, reader) else { return nil }
    var amounts = TotalsTable.Amounts()
    for source in sources {
      _ = try read(source, county, reader) { amounts.add($0.values.joined()) }
    }
    let kept = try TotalsTable.all(county, reader)
    let straight = amounts.byKey.mapValues(\.amount)
    return Set(kept.keys).union(straight.keys).count { kept[$0, default: 0] != straight[$0, default: 0] }
  }

  /// Nil where the months cannot tell: the county keeps none, a place they do not know, a period that does not begin with a
  /// month, an empty one, or a day in its middle after which there are facts already.
  static func count(_ set: CountedSet, _ scope: MeasureScope, _ reader: any Reader) throws -> Int? {
    guard scope.from == scope.from.firstOfMonth, scope.from <= scope.to,
      try TotalsTable.isKept(scope.county, reader),
      let places = try set.places(scope, reader)
    else { return nil }
    let period = scope.from.monthKey...scope.to.monthKey
    switch set.total {
    case .facts(let fact):
      return try TotalsTable.sum(fact, places, months: period, last: scope.to, scope.county, reader)
    case .stock(let begun, let ended):
      let (first, before) = (Day.earliest.monthKey, scope.from.adding(days: -1))
      let all = try TotalsTable.sum(
        begun, places, months: first...period.upperBound, last: scope.to, scope.county, reader)
      let over = try TotalsTable.sum(
        ended, places, months: first...before.monthKey, last: before, scope.county, reader)
      guard let all, let over else { return nil }
      return all - over
    }
  }

  /// Reads again the records that an event's subjects lead to.
  static func keep(_ subjects: [Subject], in context: ActionContext) throws {
    for source in context.services.facts {
      let ids = Set(try source.records(context.tx, subjects)).sorted()
      guard !ids.isEmpty else { continue }
      guard try TotalsTable.isKept(context.county, context.tx) else { return }
      try ids.inParts(of: 500) { try keep(Array($0), of: source, context.county, context.tx) }
    }
  }

  private static func keep(
    _ ids: [UUIDv7], of source: FactSource, _ county: CountyID, _ tx: any Writer
  ) throws {
    let before = try TotalsTable.facts(of: ids, source, county, tx)
    let now = try source.facts(tx, county, ids)
    var (amounts, changed) = (TotalsTable.Amounts(), [(record: UUIDv7, text: String)]())
    for id in ids {
      let (old, new) = (before[id, default: ""], FactText.of(now[id, default: []]))
      guard old != new else { continue }
      changed.append((id, new))
      amounts.remove(FactText.facts(old))
      amounts.add(now[id, default: []])
    }
    try TotalsTable.save(changed, source, county, tx)
    try TotalsTable.add(amounts, county, tx)
  }

  private static func read(
    _ source: FactSource, _ county: CountyID, _ reader: any Reader,
    each: ([UUIDv7: [CountedFact]]) throws -> Void
  ) throws -> Int {
    let ids = try reader.rows(source.ids(county)).map { try $0.get("id", as: UUIDv7.self) }
    try ids.inParts(of: 500) { try each(source.facts(reader, county, Array($0))) }
    return ids.count
  }
}

extension Day {
  /// `2016-03`
  var monthKey: String { String(description.prefix(7)) }
}
