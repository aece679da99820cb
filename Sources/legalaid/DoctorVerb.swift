import App
import ArgumentParser
import Foundation
import Localization
import Sheets

/// 自检 · doctor: what is wrong with the installation, and the mend; exit 1 where something must be mended.
struct DoctorVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "自检 · What is wrong with the installation, and the mend; changes nothing")
  @OptionGroup var place: OfficeOptions
  @Option(help: "table, json, csv or xlsx") var format: String = "table"

  func run() async throws {
    guard let format = TableFormat(rawValue: format) else {
      throw ValidationError("--format \(format): table, json, csv or xlsx")
    }
    let findings = try await Doctor(place.settings()).examine()
    let bytes = try TableOutput.bytes(Self.sheet(findings), as: format, language: .zh, created: 0)
    FileHandle.standardOutput.write(Data(bytes))
    if findings.contains(where: { $0.standing == .fault }) { throw ExitCode(1) }
  }

  private static func sheet(_ findings: [Finding]) -> Sheet {
    Sheet(
      title: Text("自检", "Doctor"),
      columns: [
        Column("key", Text("项目", "Check")), Column("standing", Text("状态", "Standing")),
        Column("what", Text("情况", "What")), Column("mend", Text("处理", "Mend")),
      ],
      rows: findings.map { finding in
        [
          .text(finding.key), .text(finding.standing.rawValue), .text(Report.both(finding.what)),
          finding.mend.map { .text(Report.both($0)) } ?? .empty,
        ]
      })
  }
}
