import App
import ArgumentParser
import Foundation
import Indicators
import Intake
import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 假设推算 · what-if: what would bring an indicator to its target, or which pending applications a change of rules would
/// judge otherwise. It only reads.
struct WhatIfVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "假设推算 · What would bring an indicator to its target, or what a change of rules would change")

  @OptionGroup var place: OfficeOptions
  @Argument(help: "A key such as K2, or nothing where a change of rules is asked about.") var key: String?
  @Option(help: "The day of the indicator; today unless given.") var asOf: String?
  @Option(help: "A pack that would be adopted: its name, or a file.") var adopt: String?
  @Option(help: "An adopted pack that would end after --last-day.") var end: String?
  @Option(help: "2016-12-31") var lastDay: String?
  @Option(help: "A hardship line in yuan that would be set, such as 1800.00.") var line: String?
  @Option(help: "month or year") var unit: String = "month"
  @Option(help: "A rule set that would apply: RS2012, RS2018, RS2022, RS2023 or RS2025.") var rules: String?
  @Option(help: "From this day on, for --line and --rules; today unless given.") var from: String?
  @Option(help: "table or json") var format: Format = .table

  enum Format: String, ExpressibleByArgument { case table, json }

  func validate() throws {
    guard [key, adopt, end, line, rules].compactMap(\.self).count == 1 else {
      throw ValidationError("one of: a key such as K2, --adopt, --end, --line, --rules")
    }
    guard (end == nil) == (lastDay == nil) else { throw ValidationError("--end and --last-day go together") }
    if let key, IndicatorKind(rawValue: key.uppercased()) == nil { throw ValidationError("\(key): K0 to K15") }
    for word in [asOf, from, lastDay].compactMap(\.self) where Day(word) == nil {
      throw ValidationError("\(word): a day such as 2016-05-20")
    }
    if let rules { _ = try RuleSet.chosen(rules, on: .earliest) }
  }

  func run() async throws {
    let office = try await place.open()
    let county = try await office.onlyCounty()
    let today = county.businessDay ?? office.services.clock.today
    if let kind = key.flatMap({ IndicatorKind(rawValue: $0.uppercased()) }) {
      let answer = try await target(kind, county, asOf.flatMap { Day($0) } ?? today, today, office)
      try tell(answer, answer.table)
    } else {
      let answer = try await changes(county, from.flatMap { Day($0) } ?? today, office)
      try tell(answer, answer.table)
    }
    await office.services.database.close()
  }

  private func tell(_ answer: some Encodable, _ table: [String]) throws {
    print(format == .json ? try CanonicalJSON.encode(answer) : table.joined(separator: "\n"))
  }

  private func target(
    _ kind: IndicatorKind, _ county: County, _ day: Day, _ today: Day, _ office: Office
  ) async throws -> TargetAnswer {
    let question = IndicatorQuestion(county: county.id, year: day.year, asOf: day, today: today)
    let report = try await office.services.database.read {
      try IndicatorReport.make(county, question, measures: Capabilities.all.flatMap(\.measures), $0)
    }
    guard let indicator = report[kind] else { throw Refusal("indicators.notCounted", kind.whyNotYet) }
    return TargetAnswer(indicator, question)
  }

  private func changes(_ county: County, _ day: Day, _ office: Office) async throws -> ChangesAnswer {
    let known = try await office.services.database.read { try AdoptedPackTable.all(county.id, $0) }
    let change = try supposition(known, day)
    let keys = office.services.keys
    let effects = try await office.services.database.read {
      try RuleEffect.of(change, for: .system(county.id), keys, $0)
    }
    return ChangesAnswer(effects)
  }

  private func supposition(_ known: [AdoptedPack], _ day: Day) throws -> Supposition {
    if let adopt {
      let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
      let pack = try RulePackFile.named(adopt, besides: here)
      try Refusals.check(pack.refusals(Capabilities.limits))
      return .adopting(pack)
    }
    if let end, let lastDay = lastDay.flatMap({ Day($0) }) {
      guard let pack = known.first(where: { $0.name == end && $0.end == nil }) else {
        throw YAMLFault("pack “\(end)”: not adopted here, or ended already 没有采用，或者已经停用")
      }
      return .ending(pack.id, after: lastDay)
    }
    if let line { return .line(try RulePackFile.line(amount: line, unit: unit, from: day)) }
    return .rules(try .chosen(rules, on: day), from: day)
  }
}

/// What `what-if K2` prints.
struct TargetAnswer: Encodable {
  let asOf: Day
  let indicator: Indicator
  let monthsLeft: Int
  let perMonth: String?

  init(_ indicator: Indicator, _ question: IndicatorQuestion) {
    self.indicator = indicator
    asOf = question.asOf
    monthsLeft = Forecast.monthsLeft(asOf: asOf, year: question.year)
    perMonth = indicator.toGo.flatMap { Forecast.perMonth($0, asOf: question.asOf, year: question.year) }
  }

  var table: [String] {
    let value = indicator.share?.value(places: 4) ?? "—"
    guard let toGo = indicator.toGo, let target = indicator.target else {
      let why = indicator.reason ?? Text("没有目标值，或者基数未知", "No target is set, or its base is not known")
      return ["\(indicator.key)  \(value)  \(Report.both(why))"]
    }
    var needed = Text("还差\(toGo)件", "\(toGo) to go")
    if let perMonth { needed = needed + Text("，每月\(perMonth)件", ", \(perMonth) a month") }
    return ["\(indicator.key)  \(value) → \(target)  \(Report.both(needed))"]
  }
}

/// What `what-if` prints of a change of rules.
struct ChangesAnswer: Encodable {
  struct Test: Encodable {
    let test: Eligibility.Verdict.Aspect
    let before: Eligibility.Verdict.Result?
    let after: Eligibility.Verdict.Result
    let key: String
    let reason: Text
    let basis: [Text]
  }

  struct Application: Encodable {
    let number: String
    let receivedOn: Day
    let before: Eligibility.Verdict.Outcome
    let after: Eligibility.Verdict.Outcome
    let ruleSet: RuleSet
    let tests: [Test]
  }

  let applications: [Application]

  init(_ effects: [RuleEffect]) {
    applications = effects.map { effect in
      Application(
        number: effect.application.number ?? effect.application.receiptNumber,
        receivedOn: effect.application.receivedOn, before: effect.before.outcome, after: effect.after.outcome,
        ruleSet: effect.after.ruleSet,
        tests: effect.changed.map {
          Test(
            test: $0.aspect, before: effect.before[$0.aspect]?.result, after: $0.result, key: $0.key,
            reason: $0.reason, basis: $0.basis)
        })
    }
  }

  var table: [String] {
    let head = Text(
      "\(applications.count)件在办申请会改变", "Pending applications that would change: \(applications.count)")
    return [Report.both(head)]
      + applications.flatMap { one in
        ["\(one.number)  \(one.receivedOn)  \(one.before.name.zh) → \(one.after.name.zh)  \(one.ruleSet.rawValue)"]
          + one.tests.map {
            "  \($0.test.name.zh)  \($0.key)  \(Report.both($0.reason))  \($0.basis.map(\.zh).joined(separator: "、"))"
          }
      }
  }
}
