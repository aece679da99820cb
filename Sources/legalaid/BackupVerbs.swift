import App
import ArgumentParser
import Foundation
import Kernel
import Registry
import Storage

/// Where the office is, for verbs whose `--keys` is a file of their own.
struct PlaceOptions: ParsableArguments {
  @Option(help: "sqlite:PATH or postgresql://…")
  var database: String?
  @Option(
    help: "Where files and keys lie; beside the SQLite file unless given. LEGALAID_KEYS keeps keys elsewhere.")
  var data: String?

  func settings() throws -> Settings { try Settings(Settings.Flags(database: database, data: data)) }
}

/// 备份 · backup: a consistent copy while the office serves, the same from either engine.
struct BackupVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "备份 · A consistent copy while serving; keys stay out unless --keys is given")
  @OptionGroup var place: PlaceOptions
  @Argument(help: "A folder that is empty or not there yet.") var folder: String
  @Option(help: "Also writes the keys there, under the passphrase of LEGALAID_PASSPHRASE or one that is typed.")
  var keys: String?

  func run() async throws {
    let office = try await Office.open(place.settings(), migrating: false)
    if let keys {
      let passphrase = try Typed.passphrase(twice: true)
      try KeyEnvelope.write(keysIn: office.services.directory.keys, to: keys, passphrase: passphrase)
    }
    let manifest = try await WriteBackup.run(office.services, to: folder)
    let damaged = await WriteBackup.damagedFiles(manifest, office.services)
    await office.services.database.close()
    print(manifest.said(folder))
    for path in damaged {
      Report.error(
        "文件已损坏，原样备份，请从以前的备份取回 damaged in the office, copied as it is; an earlier backup has it whole: \(path)")
    }
    if !damaged.isEmpty { throw ExitCode(1) }
  }
}

/// 恢复 · restore: an office out of its backup, in an empty place and either engine.
struct RestoreVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "恢复 · An office out of its backup, into an empty database of either engine")
  @OptionGroup var place: PlaceOptions
  @Argument(help: "The folder that `backup` wrote.") var folder: String
  @Option(help: "The file that `backup --keys` wrote; without it the keys must lie in the keys directory already.")
  var keys: String?

  func run() async throws {
    let settings = try place.settings()
    let envelope = try keys.map { file in
      RestoreBackup.Envelope(file: file, passphrase: try Typed.passphrase(twice: false))
    }
    let manifest = try await RestoreBackup(settings).run(from: folder, envelope: envelope)
    let office = try await Office.open(settings)
    for county in try await office.services.database.read({ try CountyTable.all($0) }) {
      if let fault = try await Integrity.firstFault(county, office.services) { throw RestoredFault(line: fault) }
    }
    await office.services.database.close()
    print(manifest.said(settings.database.hasPrefix("sqlite:") ? settings.database : "postgresql"))
  }
}

/// A record that does not hold, in what was restored.
private struct RestoredFault: Error, CustomStringConvertible {
  let line: String
  var description: String { line }
}

extension BackupManifest {
  fileprivate func said(_ place: String) -> String {
    """
    \(place)  表 tables: \(tables.count)  行 rows: \(tables.map(\.rows).reduce(0, +))  文件 files: \(files.count)  \
    事件 events: \(chains.map(\.events).reduce(0, +))
    """
  }
}

/// What is typed at the terminal and not shown.
enum Typed {
  /// From the environment, else asked for; twice where a slip would lose the keys.
  static func passphrase(twice: Bool) throws -> String {
    if let given = Settings.passphrase() { return given }
    guard isatty(STDIN_FILENO) == 1, let first = ask("口令 passphrase: ") else { throw BackupFault.noPassphrase }
    if twice, ask("再输一次 once more: ") != first { throw ValidationError("the two differ 两次输入不一致") }
    return first
  }

  private static func ask(_ prompt: String) -> String? {
    getpass(prompt).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
