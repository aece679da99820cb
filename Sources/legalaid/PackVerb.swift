import App
import ArgumentParser
import Foundation
import Intake
import Kernel
import Registry
import Storage
import WorkCalendar

/// 地方规则包 · pack: adopts local rule packs in an office, lists and ends them.
struct PackVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "地方规则包 · Adopts, lists and ends the local rule packs of an office",
    subcommands: [Adopt.self, List.self, End.self])

  struct Adopt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "采用 · Adopts a pack; one in force of the same name ends the day before")
    @OptionGroup var place: OfficeOptions
    @Argument(help: "A pack file, or the name of a pack that ships; see docs/contracts.md") var pack: String

    func run() async throws {
      let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
      let pack = try RulePackFile.named(pack, besides: here)
      let office = try await place.open()
      let county = try await office.onlyCounty()
      let runner = office.onBusinessDay(of: county).runner
      try await runner.run(AdoptRulePack(pack, limits: Capabilities.limits), as: .system(county.id))
      try await office.finish()
      print("规则包\(pack.name)已采用，自\(pack.from)起施行 rule pack \(pack.name) is adopted, in force from \(pack.from)")
    }
  }

  struct End: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "停用 · Ends an adopted pack after a day")
    @OptionGroup var place: OfficeOptions
    @Argument(help: "The pack's name.") var name: String
    @Option(help: "Its last day.") var on: String
    @Option(help: "The document that ends it.") var reason: String

    func run() async throws {
      guard let lastDay = Day(on) else { throw ValidationError("\(on): a day such as 2016-12-31") }
      let office = try await place.open()
      let county = try await office.onlyCounty()
      let known = try await office.services.database.read { try AdoptedPackTable.all(county.id, $0) }
      guard let pack = known.first(where: { $0.name == name && $0.end == nil }) else {
        throw YAMLFault("pack “\(name)”: not adopted here, or ended already 没有采用，或者已经停用")
      }
      let runner = office.onBusinessDay(of: county).runner
      try await runner.run(EndRulePack(pack.id, lastDay: lastDay, reason: reason), as: .system(county.id))
      try await office.finish()
      print("规则包\(name)施行至\(lastDay) rule pack \(name) holds until \(lastDay)")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出 · The packs adopted, the newest first")
    @OptionGroup var place: OfficeOptions
    @Option(help: "table or json") var format: Format = .table

    enum Format: String, ExpressibleByArgument { case table, json }

    private struct Entry: Encodable {
      let name: String
      let document: String
      let from: Day
      let to: Day?
      let ended: Bool
    }

    func run() async throws {
      let office = try await place.open()
      let county = try await office.onlyCounty()
      let entries = try await office.services.database.read { try AdoptedPackTable.all(county.id, $0) }.map {
        Entry(name: $0.name, document: $0.document, from: $0.from, to: $0.to, ended: $0.end != nil)
      }
      try await office.finish()
      switch format {
      case .json: print(try CanonicalJSON.encode(entries))
      case .table:
        for one in entries {
          print([one.name, "\(one.from)..\(one.to?.description ?? "")", one.document].joined(separator: "  "))
        }
      }
    }
  }
}
