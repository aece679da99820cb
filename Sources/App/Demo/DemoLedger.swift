import Cases
import Foundation
import Intake
import Kernel
import Registry
import WorkCalendar

/// 演示台账 · Demo ledger: the base year's cases, as an office would bring them from its old ledger: through `import cases`.
struct DemoLedger {
  let seed: UInt64
  let year: Int
  let population: Int
  let until: Day

  func load(_ county: CountyID, _ office: Office) async throws {
    let path = office.services.directory.spool + "/demo-ledger.csv"
    try Data(csv.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let after = office.at(.fixed(Instant(until, hour: 20)))
    _ = try await CaseImport.run(file: path, county: county, runner: after.runner)
  }

  private static let header =
    "number,track,form,stage,cause,recipient,groups,township,accepted_on,undertaker,undertaker_kind,unit,assigned_on,heard_on,observed_on,closed_on,archived_on"

  private var csv: String {
    var random = SeededRandom(seed: seed &+ 7)
    let lastYear = (1...max(1, population * 11 / 10_000)).map {
      row($0, of: year - 1, isCriminal: $0 % 5 == 0, &random)
    }
    return ([Self.header] + lastYear).joined(separator: "\n") + "\n"
  }

  private func row(_ serial: Int, of year: Int, isCriminal: Bool, _ random: inout SeededRandom) -> String {
    let accepted = Day.literal(year, 1, 1).adding(days: random.number(0...364))
    let person = DemoPeople.person(&random, DemoStaff.setup.townships, year: year)
    let (heard, closed) = (
      accepted.adding(days: random.number(20...60)), accepted.adding(days: random.number(61...120))
    )
    let isObserved = random.chance(6)
    func known(_ day: Day) -> String { day <= until ? day.description : "" }
    let causes = ["盗窃", "故意伤害", "交通肇事", "诈骗", "寻衅滋事"]
    return [
      "青旧\(isCriminal ? "刑" : "民")〔\(year)〕\(serial)号", isCriminal ? "criminalNotified" : "civil",
      isCriminal ? "criminalDefence" : "civilLitigationAgency", "firstInstance",
      isCriminal ? random.pick(causes) : random.pick(DemoDispute.common).cause, person.name,
      person.groups.map(\.rawValue).joined(separator: ";"), person.township ?? "", accepted.description, "张静",
      "lawFirmLawyer", "禾城律师事务所", known(accepted.adding(days: 2)), known(heard),
      isObserved ? known(heard) : "", known(closed), known(closed.adding(days: 25)),
    ].joined(separator: ",")
  }
}
