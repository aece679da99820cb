import Cases
import Foundation
import Indicators
import Intake
import Kernel
import Paper
import Papers
import Registry
import Storage
package import WorkCalendar

/// 演示县 · Demo: fills an empty database with a county's year through real actions, at the times they would have
/// happened. The same seed, year and day give the same people, cases and figures.
package struct Demo: Sendable {
  package let seed: UInt64
  /// The last day lived through.
  package let until: Day
  package let population: Int
  /// A whole past year keeps its last day as the office's fixed business day.
  package let isFixed: Bool

  package init(seed: UInt64, year: Int?, population: Int, today: Day) {
    self.seed = seed
    self.population = population
    isFixed = year.map { $0 < today.year } ?? false
    let yesterday = today.adding(days: -1)
    let wanted = year ?? (today.month < 3 ? today.year - 1 : today.year)
    until = min(yesterday, Day.literal(wanted, 12, 31))
  }

  package var year: Int { until.year }

  /// Applications per ten thousand people and year, so that the twelve of the plan are about reached.
  private static let applicationsPerTenThousand = 14

  package func fill(_ office: Office, progress: @Sendable (String) -> Void = { _ in }) async throws -> [DemoAccount]
  {
    let start = Day.literal(year, 1, 1)
    let early = office.at(.fixed(Instant(start, hour: 8)))
    let staff = try await DemoStaff.found(early, on: start)
    try await Self.openSeal(staff, early)
    try await DemoNotices.experience(staff, early, on: start)
    let line = HardshipLine(
      amountFen: 160_000, unit: .month, lookbackMonths: 12, from: start, to: nil, source: "演示：县最低工资标准")
    try await early.runner.run(SetHardshipLine(line), as: .system(staff.county))
    for pack in LocalRulePack.shipped where pack.isInForce(on: start) {
      try await early.runner.run(AdoptRulePack(pack, limits: Capabilities.limits), as: .system(staff.county))
    }
    try await early.runner.run(LoadPlan(plan()), as: .system(staff.county))
    try await DemoWords.keep(early, staff.county)
    try await DemoLedger(seed: seed, year: year, population: population, until: until).load(staff.county, office)
    try await live(staff, office, progress)
    if isFixed { try await fixBusinessDay(staff, office) }
    return staff.accounts
  }

  /// The plan of 2016 serves as the demo year's own, with the demo's population.
  private func plan() throws -> Plan {
    let shipped = try PlanFile.shipped()
    return Plan(
      year: year,
      population: Plan.Population(
        base: .registered, persons: population, asOf: .literal(year - 1, 12, 31), source: "演示：县公安局"),
      townshipPopulation: [:], lastYear: nil, targets: shipped.targets, items: shipped.items)
  }

  /// Registers the seals of the centre and of the bureau and opens each for its sealed forms, this year and the next.
  package static func openSeal(_ staff: DemoStaff, _ office: Office) async throws {
    let sealed = Set(Capabilities.forms.filter(\.isSealed).map(\.form))
    let ofBureau: Set = ["F20"]
    try await openSeal(.centre, "法律援助专用章", sealed.subtracting(ofBureau), staff, office)
    try await openSeal(.bureau, "公章", ofBureau, staff, office)
  }

  private static func openSeal(
    _ kind: AgencyKind, _ name: String, _ forms: Set<String>, _ staff: DemoStaff, _ office: Office
  ) async throws {
    let year = office.services.clock.today.year
    guard let keeper = staff.user("keeper") else { return }
    let agency = try await office.services.database.read { try AgencyTable.only(kind, in: staff.county, $0) }
    let seal = try await AddSeal.run(
      agency: agency.id, agencyName: agency.name, county: staff.county, name: name, keeper: keeper,
      from: .literal(2012, 1, 1), to: .literal(year + 3, 12, 31), as: .system(staff.county), office.runner)
    try await office.runner.run(
      OpenSealAuthorisation(
        seal: seal, forms: forms.sorted(), from: .literal(year, 1, 1), to: .literal(year + 1, 12, 31)),
      as: staff.principal("keeper", office))
  }

  /// Lives through the year: whatever comes next is done at its own time; papers are made at the end of each day.
  private func live(_ staff: DemoStaff, _ office: Office, _ progress: @Sendable (String) -> Void) async throws {
    var stories = try await stories(staff, office)
    var asked = DemoConsultations(seed: seed, year: year, until: until, count: stories.count / 2, staff, office)
    var notified = try await DemoNotices(
      seed: seed, year: year, until: until, count: stories.count / 4, staff, office)
    var onDuty = DemoDutyLawyers(seed: seed, year: year, until: until, staff, office)
    var asking = DemoCooperations(year: year, staff)
    var adopted = try await DemoDocuments(year: year, until: until, staff, office)
    var day = Day.literal(year, 1, 1)
    while day <= until {
      while let index = earliest(stories, upTo: Instant(day, hour: 18)) {
        try await asked.take(before: stories[index].dueAt, office)
        try await stories[index].take(office.at(.fixed(stories[index].dueAt)))
        if stories[index].isOver { stories.remove(at: index) }
      }
      try await asked.take(before: Instant(day, hour: 18), office)
      try await notified.take(before: Instant(day, hour: 18), office)
      try await onDuty.take(before: Instant(day, hour: 18), office)
      try await asking.take(on: day, office)
      try await adopted.take(before: Instant(day, hour: 18), office)
      try await office.at(.fixed(Instant(day, hour: 18))).jobs.drain()
      if day.day == 1 { progress(day.description) }
      day = day.next
    }
  }

  private func earliest(_ stories: [DemoStory], upTo end: Instant) -> Int? {
    stories.indices.filter { stories[$0].dueAt <= end }.min { stories[$0].dueAt < stories[$1].dueAt }
  }

  private func stories(_ staff: DemoStaff, _ office: Office) async throws -> [DemoStory] {
    var random = SeededRandom(seed: seed)
    let scan = try await DemoScan.store(office)
    let days = (0...Day.literal(year, 1, 1).days(until: .literal(year, 12, 31)))
      .map { Day.literal(year, 1, 1).adding(days: $0) }.filter(office.services.calendar.isWorkingDay)
    let count = population * Self.applicationsPerTenThousand / 10_000 * 4 / 5
    return (0..<count).map { number in
      let day = random.pick(days)
      return DemoStory(&random, number: number, on: day, staff, scan)
    }.filter { $0.dueAt.day <= until }
  }

  private func fixBusinessDay(_ staff: DemoStaff, _ office: Office) async throws {
    let (county, day) = (staff.county, until)
    _ = try await office.services.database.write(serial: county.uuid) { tx in
      try tx.run("UPDATE county SET business_day = \(day) WHERE id = \(county)")
    }
  }
}
