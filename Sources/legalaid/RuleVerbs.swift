import App
import ArgumentParser
import Cases
import Foundation
import Intake
import Kernel
import Localization
import WorkCalendar

/// The facts and the day of a verb that asks the rules alone.
struct FactsOptions: ParsableArguments {
  @Argument(help: "A YAML file of facts.") var facts: String
  @Option(name: .customLong("as-of"), help: "The day the rules are asked for: 2016-05-20.") var asOf: String
  @Option(help: "RS2012, RS2018, RS2022, RS2023 or RS2025; the set in force on that day unless given.") var rules:
    String?
  @Option(help: "table or json") var format: String = "table"

  var url: URL { URL(filePath: facts) }

  func day() throws -> Day {
    guard let day = Day(asOf) else { throw ValidationError("--as-of \(asOf): not a day (2016-05-20)") }
    return day
  }

  func ruleSet() throws -> RuleSet { try .chosen(rules, on: day()) }

  func print(_ answer: some Encodable, table: [String]) throws {
    switch format {
    case "json": Swift.print(try CanonicalJSON.encode(answer))
    case "table": Swift.print(table.joined(separator: "\n"))
    default: throw ValidationError("--format \(format): table or json")
    }
  }
}

/// 援助条件 · qualifies: the three tests of eligibility over a file of facts; needs no database.
struct QualifiesVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qualifies", abstract: "援助条件 · The three tests of eligibility, each with its reason and articles")

  @OptionGroup var options: FactsOptions

  func run() throws {
    let (day, rules) = (try options.day(), try options.ruleSet())
    let verdict = try EligibilityFile(options.url).judge(asOf: day, rules: rules)
    let tests = verdict.tests.map { test in
      "  \(test.aspect.name.zh) \(test.result.name.zh)  \(test.key)  \(Answer.line(test.reason, test.basis))"
    }
    try options.print(
      Answer(verdict), table: ["\(Report.both(verdict.outcome.name))  \(rules.rawValue)  \(day)"] + tests)
  }

  struct Answer: Encodable {
    struct Test: Encodable {
      let test: Eligibility.Verdict.Aspect
      let result: Eligibility.Verdict.Result
      let key: String
      let reason: Text
      let basis: [BasisAnswer]
    }

    let outcome: Eligibility.Verdict.Outcome
    let ruleSet: RuleSet
    let tests: [Test]

    init(_ verdict: Eligibility.Verdict) {
      outcome = verdict.outcome
      ruleSet = verdict.ruleSet
      tests = verdict.tests.map {
        Test(
          test: $0.aspect, result: $0.result, key: $0.key, reason: $0.reason, basis: $0.basis.map(BasisAnswer.init))
      }
    }

    static func line(_ reason: Text, _ basis: [LegalBasis]) -> String {
      "\(Report.both(reason))  \(basis.map(\.name.zh).joined(separator: "、"))"
    }
  }
}

/// 能否指派 · may-assign: the assignment rules that block, over a file of facts; needs no database.
struct MayAssignVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "may-assign",
    abstract: "能否指派 · The assignment rules that block or warn, each with its reason and articles"
  )

  @OptionGroup var options: FactsOptions

  func run() throws {
    let (day, rules) = (try options.day(), try options.ruleSet())
    let facts = try AssignmentFile.read(options.url)
    let blocks = AssignmentRules.blocks(facts, on: day, rules: rules)
    let warnings = AssignmentRules.warnings(facts, on: day, rules: rules)
    let verdict = blocks.isEmpty ? Text("可以指派", "May be assigned") : Text("不能指派", "May not be assigned")
    var table = ["\(Report.both(verdict))  \(rules.rawValue)  \(day)"]
    table += blocks.map { "  \($0.key)  \(QualifiesVerb.Answer.line($0.reason, $0.basis))" }
    table += warnings.map { "  \($0.key)  提示 \(QualifiesVerb.Answer.line($0.reason, $0.basis))" }
    if let score = facts.score(on: day) {
      table.append("  推荐分 Score \(score.points)  \(score.reasons.map(Report.both).joined(separator: "、"))")
    }
    try options.print(Answer(blocks, warnings, facts.score(on: day), rules), table: table)
  }

  struct Answer: Encodable {
    struct Block: Encodable {
      let key: String
      let reason: Text
      let basis: [BasisAnswer]
    }

    struct Score: Encodable {
      let points: Int
      let reasons: [Text]
    }

    let mayBeAssigned: Bool
    let ruleSet: RuleSet
    let blocked: [Block]
    let warnings: [Block]
    /// Left out where the load is not told.
    let score: Score?

    init(
      _ blocks: [AssignmentRule.Block], _ warnings: [AssignmentRule.Block], _ score: SoftScore?, _ rules: RuleSet
    ) {
      mayBeAssigned = blocks.isEmpty
      ruleSet = rules
      blocked = blocks.map(Self.told)
      self.warnings = warnings.map(Self.told)
      self.score = score.map { Score(points: $0.points, reasons: $0.reasons) }
    }

    private static func told(_ one: AssignmentRule.Block) -> Block {
      Block(key: one.key, reason: one.reason, basis: one.basis.map(BasisAnswer.init))
    }
  }
}
