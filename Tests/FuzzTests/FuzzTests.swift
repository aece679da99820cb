import Foundation
import Testing

/// A sample of `make fuzz`, which says how many inputs with LEGALAID_FUZZ. A crash names its input's number in the file
/// that LEGALAID_FUZZ_LAST names.
@Suite(.serialized) struct FuzzTests {
  @Test(arguments: Parser.all)
  func everyInputIsReadOrRefused(_ parser: Parser) throws {
    let environment = ProcessInfo.processInfo.environment
    let inputs = max(1, (environment["LEGALAID_FUZZ"].flatMap { Int($0) } ?? 20_000) * parser.weight / Self.weights)
    let last = try environment["LEGALAID_FUZZ_LAST"].map { try LastInput($0) }
    try #require(!parser.seeds.isEmpty)
    var mutator = Mutator(parser.seeds, words: parser.words, seed: 20_160_307)
    let (clock, limit) = (ContinuousClock(), Duration.seconds(20))
    let began = clock.now
    for number in 0..<inputs {
      let bytes = number < parser.seeds.count ? parser.seeds[number] : mutator.next()
      last?.keep(bytes)
      let start = clock.now
      let finding = try parser.check(bytes)
      let took = clock.now - start
      guard finding == nil, took < limit else {
        let said = finding ?? "took \(took)"
        Issue.record("\(parser), input \(number): \(said): \(Data(bytes.prefix(4_096)).base64EncodedString())")
        return
      }
    }
    if environment["LEGALAID_FUZZ"] != nil { print("fuzz: \(parser): \(inputs) inputs in \(clock.now - began)") }
  }

  private static let weights = Parser.all.reduce(0) { $0 + $1.weight }
}

/// What was being read when the program stopped.
private final class LastInput {
  private let handle: FileHandle

  init(_ path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    handle = try #require(FileHandle(forWritingAtPath: path))
  }

  func keep(_ bytes: [UInt8]) {
    try? handle.truncate(atOffset: 0)
    try? handle.write(contentsOf: bytes)
  }
}
