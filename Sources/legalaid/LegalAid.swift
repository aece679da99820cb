import ArgumentParser
import Foundation

@main
struct LegalAid: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "legalaid",
    abstract: "县级法律援助管理平台 · County legal aid platform",
    version: Release.version,
    subcommands: [
      Serve.self, Init.self, DemoVerb.self, PlanVerb.self, PackVerb.self, ImportVerb.self, IndicatorsVerb.self,
      WhatIfVerb.self,
      Verify.self,
      BackupVerb.self, RestoreVerb.self, ExportVerb.self, UserVerb.self, RebuildVerb.self, DoctorVerb.self,
      ClockVerb.self,
      DueVerb.self, QualifiesVerb.self, MayAssignVerb.self, Docs.self, Rules.self,
      Documents.self,
      Lifecycles.self, Routes.self,
      Permissions.self, Version.self,
    ])

  /// Exit 0 success, 1 refused or fell short, 2 wrong usage; one line an error on standard error.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var verb = command as? any AsyncParsableCommand {
        try await verb.run()
      } else {
        try command.run()
      }
    } catch let end as ExitCode {
      Foundation.exit(end.rawValue)
    } catch {
      let code = exitCode(for: error)
      if code == .success { exit(withError: error) }
      if code == .validationFailure {
        Report.error(message(for: error))
        Foundation.exit(2)
      }
      Report.failure(error)
      Foundation.exit(1)
    }
  }
}

/// 版本 · The version of this software.
enum Release {
  static let version = "0.1.0"
}

struct Version: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "版本 · The version of this software")
  func run() { print("legalaid \(Release.version)") }
}
