import App
import Indicators
import Intake
import Kernel
import Registry
import Storage
import WorkCalendar

/// 造数过程 · Fill office: founds a county through the ordinary actions and then writes its years in batches of some hundred
/// requests. A batch is one action with one event, so the chain is whole and `verify` says so; what the single steps of
/// each case would have recorded is not there.
struct FillOffice {
  let seed: UInt64
  let cases: Int
  let first: Int
  let last: Int

  static let batch = 400
  static let setup: CountySetup = {
    var setup = DemoStaff.setup
    setup.townships += [
      "白塔镇", "大河乡", "东山镇", "枫林乡", "高桥镇", "古渡乡", "黄陂镇", "金沙镇", "龙泉乡", "马坪镇", "青石乡", "双溪镇", "太平镇", "西岭乡",
    ]
    return setup
  }()

  func fill(_ real: Office, progress: (_ cases: Int, _ rows: Int) -> Void) async throws {
    let staff = try await DemoStaff.found(
      real.at(.fixed(Instant(.literal(first, 1, 1), hour: 8))), on: .literal(first, 1, 1), setup: Self.setup)
    let until = Day.literal(last, 12, 31)
    let office = real.at(.fixed(Instant(until, hour: 8)))
    try await MadeUnits.found(staff.county, office)
    try await prepare(staff, office)
    let place = try await MadePlace.of(staff, office)
    let made = FillBatch.Made(place: place, line: Self.line, until: until)
    var requests = MadeRequests(seed: seed, cases: cases, from: .literal(first, 1, 1), until: until, place)
    var rows = 0
    while let next = requests.batch(of: Self.batch) {
      rows += try await office.runner.run(FillBatch(next, made), as: .system(staff.county))
      if requests.made % 10_000 < Self.batch || requests.made == cases {
        progress(requests.made, rows)
        // What a planner knows of an office that grows is soon wrong.
        try await office.services.database.refreshStatistics()
      }
    }
    let county = staff.county
    _ = try await office.services.database.write(serial: county.uuid) { tx in
      try tx.run("UPDATE county SET business_day = \(until) WHERE id = \(county)")
    }
  }

  private static let line = HardshipLine(
    amountFen: 180_000, unit: .month, lookbackMonths: 12, from: .literal(2013, 1, 1), to: nil,
    source: "试验：县最低工资标准")

  private func prepare(_ staff: DemoStaff, _ office: Office) async throws {
    try await Demo.openSeal(staff, office)
    try await office.runner.run(SetHardshipLine(Self.line), as: .system(staff.county))
    let shipped = try PlanFile.shipped()
    let plan = Plan(
      year: last,
      population: Plan.Population(
        base: .registered, persons: 480_000, asOf: .literal(last - 1, 12, 31), source: "试验：县公安局"),
      townshipPopulation: [:], lastYear: nil, targets: shipped.targets, items: shipped.items)
    try await office.runner.run(LoadPlan(plan), as: .system(staff.county))
  }
}
