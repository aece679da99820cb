#if GUIDED
  import Foundation

  /// libFuzzer drives one parser, by what its inputs reach: `scripts/fuzz --guided`, which builds this as a program of
  /// its own. Without LEGALAID_FUZZ_PARSER it names the parsers.
  @main enum Guided {
    private static let environment = ProcessInfo.processInfo.environment
    private static let parser = Parser.all.first { $0.description == environment["LEGALAID_FUZZ_PARSER"] }

    static func main() throws {
      guard let parser, let folder = environment["LEGALAID_FUZZ_FOLDER"].map({ URL(filePath: $0) }) else {
        for parser in Parser.all { print(parser) }
        return
      }
      try keep(parser, in: folder)
      var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
      exit(
        drive(&count, &arguments) { start, count in
          Guided.read([UInt8](UnsafeBufferPointer(start: start, count: count)))
          return 0
        })
    }

    /// What the run begins with: the real inputs, and the words of the language in libFuzzer's own form.
    private static func keep(_ parser: Parser, in folder: URL) throws {
      for (number, seed) in parser.seeds.enumerated() {
        try Data(seed).write(to: folder.appending(path: "corpus/seed-\(number)"))
      }
      let words = parser.words.map { word in
        "\"" + word.utf8.map { "\\x" + String(UInt16($0) + 256, radix: 16).suffix(2) }.joined() + "\"\n"
      }
      try words.joined().write(to: folder.appending(path: "words"), atomically: true, encoding: .utf8)
    }

    private static func read(_ bytes: [UInt8]) {
      do {
        guard let finding = try parser?.check(bytes) else { return }
        print("FINDING: \(finding)")
      } catch {
        print("FINDING: thrown: \(error)")
      }
      fflush(nil)
      abort()
    }
  }

  @_silgen_name("LLVMFuzzerRunDriver") private func drive(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt
#endif
