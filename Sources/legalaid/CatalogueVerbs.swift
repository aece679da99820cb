import App
import ArgumentParser
import Foundation
import Kernel
import Localization
import Sheets
import Web
import WorkCalendar

/// `--format table|json|csv|xlsx` of the verbs that print a table.
struct OutputOptions: ParsableArguments {
  @Option(help: "table, json, csv or xlsx") var format: String = "table"

  func print(_ sheet: Sheet, json: @autoclosure () throws -> any Encodable) throws {
    guard let format = TableFormat(rawValue: format) else {
      throw ValidationError("--format \(format): table, json, csv or xlsx")
    }
    let bytes =
      format == .json
      ? Data(try CanonicalJSON.bytes(json())) + Data("\n".utf8)
      : Data(
        try TableOutput.bytes(
          sheet, as: format, language: .zh, created: WallClock.system.now().milliseconds / 1000))
    FileHandle.standardOutput.write(bytes)
  }
}

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "规则 · Every rule with its articles")
  @OptionGroup var output: OutputOptions
  func run() throws { try output.print(Catalogue.sheet(rules: Catalogue.rules), json: Catalogue.rules) }
}

struct Documents: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "文书 · Every form of every form set")
  @OptionGroup var output: OutputOptions
  func run() throws {
    try output.print(Catalogue.sheet(documents: Catalogue.documents), json: Catalogue.documents)
  }
}

struct Lifecycles: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "流程 · Every lifecycle's table")
  @OptionGroup var output: OutputOptions
  func run() throws { try output.print(Catalogue.lifecycleSheet, json: Catalogue.lifecycleSheet.objects) }
}

struct Routes: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "路由 · Everything the server answers")
  @OptionGroup var output: OutputOptions
  func run() throws {
    let sheet = Catalogue.sheet(routes: try RouteTable(Capabilities.routes()).routes)
    try output.print(sheet, json: sheet.objects)
  }
}

struct Permissions: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "权限 · Which roles hold what")
  @OptionGroup var output: OutputOptions
  func run() throws { try output.print(Catalogue.permissionSheet, json: Catalogue.permissionSheet.objects) }
}

extension Sheet {
  /// Rows as maps of column and text.
  var objects: [[String: String]] {
    rows.map { row in
      Dictionary(zip(columns.map(\.name), row.map(\.text)), uniquingKeysWith: { first, _ in first })
    }
  }
}
