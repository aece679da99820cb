import ArgumentParser
import Foundation

/// 性能测量 · Bench: makes an office of many cases, measures how fast the real server shows it, and kills it at work.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "legalaid-bench",
    abstract: "性能测量 · Measures the real server, and kills it at work (docs/performance.md, docs/reliability.md)",
    subcommands: [
      FillVerb.self, MeasureVerb.self, CopiesVerb.self, ConflictsVerb.self, WriteVerb.self, SoakVerb.self,
    ])
}

/// A line of the result, at once.
func say(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

/// Words for whoever waits, apart from the result.
func tell(_ words: String) {
  FileHandle.standardError.write(Data((words + "\n").utf8))
}
