import ArgumentParser
import Foundation

/// 性能测量 · Bench: makes an office of many cases, and measures how fast the real server shows it.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "legalaid-bench",
    abstract: "性能测量 · Makes a large office and measures the server over it (docs/performance.md)",
    subcommands: [FillVerb.self, MeasureVerb.self])
}

/// A line of the result, at once.
func say(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

/// Words for whoever waits, apart from the result.
func tell(_ words: String) {
  FileHandle.standardError.write(Data((words + "\n").utf8))
}
