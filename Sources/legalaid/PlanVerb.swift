import App
import ArgumentParser
import Foundation
import Indicators
import Kernel
import Registry

/// 年度要点 · plan: loads a year's plan, or prints the one that ships.
struct PlanVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "年度要点 · Loads a year's plan from YAML; freezes the base of the next",
    subcommands: [Load.self, Shipped.self, Freeze.self])

  struct Load: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "载入 · Loads a plan; the same file again changes nothing")
    @OptionGroup var place: OfficeOptions
    @Argument(help: "year, population, targets, items; see docs/contracts.md") var file: String
    @Flag(help: "Replaces the plan of that year where its content differs.") var replace = false

    func run() async throws {
      guard let yaml = try? String(contentsOfFile: file, encoding: .utf8) else {
        throw YAMLFault("\(file): cannot be read as UTF-8 text 不能读取")
      }
      let plan = try PlanFile.read(yaml: yaml, file: file)
      let office = try await place.open()
      let county = try await office.onlyCounty()
      let result = try await LoadPlan.run(plan, replace: replace, as: .system(county.id), office.runner)
      try await office.finish()
      print(said(result, plan.year))
    }

    private func said(_ result: LoadPlan.Result, _ year: Int) -> String {
      switch result {
      case .loaded: "\(year)年工作要点已载入 the plan of \(year) is loaded"
      case .replaced: "\(year)年工作要点已替换 the plan of \(year) is replaced"
      case .unchanged: "\(year)年工作要点没有变化 the plan of \(year) is loaded already, nothing changed"
      }
    }
  }

  struct Freeze: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "冻结 · Freezes how many cases a past year had, as the base of the next year's growth")
    @OptionGroup var place: OfficeOptions
    @Argument(help: "A year that is over.") var year: Int

    func run() async throws {
      guard (2000...2100).contains(year) else { throw ValidationError("\(year): from 2000 to 2100") }
      guard let growth = Capabilities.all.flatMap(\.measures).first(where: { $0.key == IndicatorKind.growth.key })
      else { throw ValidationError("K0 is not counted") }
      let office = try await place.open()
      let county = try await office.onlyCounty()
      let runner = office.onBusinessDay(of: county).runner
      let accepted = try await runner.run(FreezeYear(year, growth: growth), as: .system(county.id))
      try await office.finish()
      print("\(year)年基数已冻结 the base of \(year) is frozen: \(accepted)")
    }
  }

  struct Shipped: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "随附要点 · Prints the plan of 2016 as it ships, to be filled in and loaded")
    func run() { print(Plan2016.yaml, terminator: "") }
  }
}
