import App
import ArgumentParser
import Kernel
import Registry
import Storage
import WorkCalendar

/// Where the office is: the same options on every verb that opens one.
struct OfficeOptions: ParsableArguments {
  @Option(help: "sqlite:PATH or postgresql://…")
  var database: String?
  @Option(help: "Where files and keys lie; beside the SQLite file unless given.")
  var data: String?
  @Option(help: "Where the keys lie; in the data directory unless given.")
  var keys: String?

  var flags: Settings.Flags { Settings.Flags(database: database, data: data, keys: keys) }

  func settings() throws -> Settings { try Settings(flags) }

  func open(create: Bool = false) async throws -> Office { try await Office.open(settings(), create: create) }
}

extension Office {
  /// The one county of this database, for verbs that act for the office as a whole.
  func onlyCounty() async throws -> County {
    let all = try await services.database.read { try CountyTable.all($0) }
    guard let county = all.first else {
      throw ValidationError("no office here yet: run `legalaid init FILE` or `legalaid demo`")
    }
    return county
  }

  /// As the office stands on a demo's fixed day; any other office today.
  func onBusinessDay(of county: County) -> Office { county.businessDay.map { at(.on($0)) } ?? self }
}
