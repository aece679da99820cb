import App
import Cases
import Indicators
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 分月合计 · The totals give what counting one by one gives, whatever happens to the records.
@Suite struct TotalsTests {
  private static let days: [Day?] = [
    nil, .literal(2016, 9, 30), .literal(2016, 2, 29), .literal(2016, 3, 14), .literal(2016, 1, 1),
  ]

  @Test(arguments: TestOffice.Engine.allCases)
  func agreeWithTheRecords(_ engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    _ = try await fixture.importCases()
    let wrong = try await fixture.office.differences(Self.days)
    #expect(wrong == [])
    let services = fixture.office.services
    let county = fixture.office.county
    #expect(try await services.database.read { try Totals.faults(county, services.facts, $0) } == 0)
  }

  /// Cases and hearings changed at random, with the facts of one record moving between months, places and measures.
  @Test(arguments: TestOffice.Engine.allCases)
  func agreeAfterARandomHistory(_ engine: TestOffice.Engine) async throws {
    let fixture = try await Fixture(engine)
    let office = fixture.office
    _ = try await fixture.importCases(rows: 120)
    let units = try await office.services.database.read { try $0.rows("SELECT id FROM agency ORDER BY id") }.map {
      try $0.get("id", as: AgencyID.self)
    }
    var random = SeededRandom(seed: 20_161_125)
    for step in 1...90 {
      let change = RandomChange(units: units, &random)
      try await office.act { try change.make($0) }
      if step.isMultiple(of: 30) {
        let wrong = try await office.differences(Self.days, units: Array(units.prefix(3)))
        #expect(wrong == [], "after \(step)")
      }
    }
    let (services, county) = (office.services, office.county)
    #expect(try await services.database.read { try Totals.faults(county, services.facts, $0) } == 0)
    // Made anew they are the same; what was changed behind their back is noticed.
    _ = try await Totals.rebuild(county, services)
    #expect(try await office.differences(Self.days) == [])
    try await services.database.write(serial: county.uuid) { tx in
      _ = try tx.run("UPDATE monthly_total SET amount = amount + 1 WHERE place = '' AND fact = 'case.accepted'")
    }
    #expect(try await office.differences(Self.days).contains { $0.hasPrefix("K1") })
    #expect(try await services.database.read { try Totals.faults(county, services.facts, $0) } != 0)
  }

  /// A county that was there before totals were kept is counted from its records until an opening makes them.
  @Test func withoutTotalsTheRecordsAreCounted() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.importCases(rows: 50)
    let (services, county) = (fixture.office.services, fixture.office.county)
    let before = try CanonicalJSON.encode(await fixture.report())
    try await services.database.write(serial: county.uuid) { tx in
      for table in ["totals_kept", "monthly_total", "counted_record"] as [SQL] {
        try tx.run("DELETE FROM \(table)")
      }
    }
    #expect(try CanonicalJSON.encode(await fixture.report()) == before)
    #expect(try await services.database.read { try Totals.faults(county, services.facts, $0) } == nil)
    #expect(try await Totals.makeMissing(services) == 50)
    #expect(try CanonicalJSON.encode(await fixture.report()) == before)
    #expect(try await Totals.makeMissing(services) == 0)
  }
}

/// 随机变动 · One change to a case or its hearings, the columns that count set to anything.
private struct RandomChange: Sendable {
  private let pick: Int
  private let sql: SQL

  init(units: [AgencyID], _ random: inout SeededRandom) {
    pick = Int.random(in: 0..<120, using: &random)
    var days = (0..<3).map { _ in
      Day.literal(2015, 10, 1).adding(days: Int.random(in: 0..<470, using: &random))
    }
    days.sort()
    let nothing: SQL = "NULL"
    let maybe = { (day: Day, random: inout SeededRandom) -> SQL in
      Bool.random(using: &random) ? "\(day)" : nothing
    }
    let unit = units.randomElement(using: &random).map { "\($0)" as SQL } ?? nothing
    let township = ["河东镇", "清水镇", "城关镇"].randomElement(using: &random) ?? ""
    sql =
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        "accepted_on = \(days[0]), assigned_on = \(maybe(days[1], &random)), closed_on = \(maybe(days[2], &random))"
      case 1: "dossier_accepted_on = \(maybe(days[1], &random)), archived_on = \(maybe(days[2], &random))"
      case 2: "unit = \(unit), undertaker_kind = \(Bool.random(using: &random) ? "lawFirmLawyer" : "centreLawyer")"
      case 3: "township = \(township)"
      case 4: "track = \(Bool.random(using: &random) ? "civil" : "criminalApplied")"
      default: "form = \(Bool.random(using: &random) ? "criminalDefence" : "otherNonLitigation")"
      }
    hearing = Bool.random(using: &random) ? days[1] : nil
    (isHeld, isObserved) = (Bool.random(using: &random), Bool.random(using: &random))
  }

  private let hearing: Day?
  private let isHeld: Bool
  private let isObserved: Bool

  func make(_ context: ActionContext) throws {
    let ids = try context.tx.rows("SELECT id FROM aid_case ORDER BY number, id").map {
      try $0.get("id", as: CaseID.self)
    }
    let id = ids[pick % ids.count]
    try context.tx.run("UPDATE aid_case SET \(sql) WHERE id = \(id)")
    if let hearing {
      try context.tx.run("DELETE FROM hearing WHERE aid_case = \(id) AND held_on > \(hearing)")
      try context.tx.run(
        """
        INSERT INTO hearing (id, county, aid_case, held_on, court, place, is_held, is_observed, last_event)
        VALUES (\(UUIDv7()), \(context.county), \(id), \(hearing), '法院', '', \(isHeld), \(isHeld && isObserved),
          \(context.eventNumber))
        ON CONFLICT (aid_case, held_on) DO UPDATE SET is_held = excluded.is_held, is_observed = excluded.is_observed
        """)
    }
    context.record("test.changed", .aidCase(id))
  }
}

extension TestOffice {
  /// The figures of every measure that differ from a straight count, over years, months, townships and units.
  fileprivate func differences(_ days: [Day?], units: [AgencyID] = []) async throws -> [String] {
    let (county, today) = (county, clock.now.day)
    return try await services.database.read { reader in
      let narrowed = [(nil, nil), ("河东镇", nil)] + units.map { (nil as String?, $0 as AgencyID?) }
      var wrong: [String] = []
      for (township, unit) in narrowed as [(String?, AgencyID?)] {
        for day in days {
          for month in [nil, 1, 2, 3, 9, 12] as [Int?] {
            let question = IndicatorQuestion(
              county: county, year: 2016, asOf: day, today: today, township: township, unit: unit, month: month)
            for measure in Capabilities.all.flatMap(\.measures) {
              for set in [measure.numerator, measure.denominator] + measure.alternatives.map(\.denominator) {
                guard let set else { continue }
                let (kept, straight) = (
                  try set.count(question.scope, reader), try set.counted(question.scope, reader)
                )
                if kept != straight { wrong.append("\(measure.key) \(question.scope): \(kept), not \(straight)") }
              }
            }
          }
        }
      }
      return wrong
    }
  }
}
