import App
import Kernel
import Registry
import Storage
import WorkCalendar

/// 承办单位 · Made units: ten more firms, two grassroots offices and their people, beside those of the demo.
enum MadeUnits {
  private static let firms = ["明德", "天衡", "信达", "同心", "恒正", "博诚", "公允", "瑞安", "知行", "海川"]
  private static let offices = ["城关法律服务所", "清水法律服务所"]

  static func found(_ county: CountyID, _ office: Office) async throws {
    let system = Principal.system(county)
    let bureau = try await office.services.database.read { try AgencyTable.only(.bureau, in: county, $0) }
    let units: [(String, AgencyKind, UndertakerKind, Int)] =
      firms.map { ($0 + "律师事务所", .lawFirm, .lawFirmLawyer, 5) }
      + offices.map { ($0, .grassrootsOffice, .grassrootsWorker, 3) }
    var names = SeededRandom(seed: 2)
    for (name, kind, person, people) in units {
      let unit = try await office.runner.run(AddAgency(kind: kind, name: name, parent: bureau.id), as: system)
      for serial in 0..<people {
        try await office.runner.run(
          AddLegalAidPerson(
            name: MadePeople.name(&names, isWoman: serial % 2 == 0), kind: person, unit: unit,
            firstLicensedOn: .literal(2008, 3, 1), licenceValidTo: .literal(2099, 12, 31)), as: system)
      }
    }
  }
}

/// 县内机构与人员 · Made place: whom a made request may name.
struct MadePlace: Sendable {
  struct Undertaker: Sendable {
    let person: LegalAidPersonID
    let unit: AgencyID
    let kind: UndertakerKind
  }

  struct Officer: Sendable {
    let id: UserID
    let name: String
  }

  let shortName: String
  let centre: AgencyID
  let stations: [(township: String, agency: AgencyID)]
  let undertakers: [Undertaker]
  let reviewer: Officer
  let director: Officer

  static func of(_ staff: DemoStaff, _ office: Office) async throws -> MadePlace {
    let county = staff.county
    guard let reviewer = staff.user("reviewer"), let director = staff.user("director") else {
      throw Refusal.notFound
    }
    return try await office.services.database.read { reader in
      let agencies = try AgencyTable.all(county, reader)
      return MadePlace(
        shortName: FillOffice.setup.shortName, centre: try AgencyTable.only(.centre, in: county, reader).id,
        stations: agencies.compactMap { agency in
          agency.kind == .station ? agency.township.map { ($0, agency.id) } : nil
        },
        undertakers: try LegalAidPersonTable.all(county, reader).map {
          Undertaker(person: $0.id, unit: $0.unit, kind: $0.kind)
        },
        reviewer: Officer(id: reviewer, name: "陈洁"), director: Officer(id: director, name: "刘卫国"))
    }
  }
}
