import App
import ArgumentParser
import Foundation
import Kernel
import Localization
import Sheets
import WorkCalendar

/// 期限计算 · due: a time limit worked out, with its steps and articles; needs no database.
struct DueVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "期限计算 · A time limit worked out: due day or instant, the steps, the article")

  @Argument(help: "A key such as TL04.") var key: String
  @Option(help: "The day or instant on which the clock starts: 2016-04-29 or 2016-04-29T15:00.") var from: String
  @Option(help: "RS2012, RS2018, RS2022, RS2023 or RS2025; the set in force on that day unless given.") var rules:
    String?
  @Option(help: "A..B: the day the notice was served and the day the papers came in.") var pause: [String] = []
  @Option(help: "table or json") var format: String = "table"

  func run() throws {
    guard let limit = Capabilities.limits.first(where: { isAsked($0.key) }) else { throw ValidationError(noDay) }
    let trigger = try Trigger.parse(from)
    let set = try RuleSet.chosen(rules, on: trigger.day)
    guard let variant = limit.variant(set, on: trigger.day),
      let due = limit.due(from: trigger, rules: set, calendar: .official, pauses: try pause.map(Pause.parse))
    else { throw ValidationError(Self.unknown(limit, set)) }
    let answer = DueAnswer(limit, set, trigger, variant, due)
    guard format == "json" else { return print(answer.table) }
    print(try CanonicalJSON.encode(answer))
  }

  /// Keys are asked for in any case: TL04c, TL30-live.
  private func isAsked(_ known: String) -> Bool { known.lowercased() == key.lowercased() }

  /// A limit that is listed and ends on no day says what it is.
  private var noDay: String {
    let listed = Capabilities.all.flatMap(\.rules).first { isAsked($0.key) && $0.key.hasPrefix("TL") }
    return listed.map { "\($0.key): no day follows from it 不能算出日期：\(Report.both($0.name))" }
      ?? "\(key): no such limit; `legalaid rules` lists them"
  }

  private static func unknown(_ limit: LimitRule, _ set: RuleSet) -> String {
    "\(limit.key): no such limit under \(set.rawValue)" + (limit.note.map { ". \(Report.both($0))" } ?? "")
  }
}

extension RuleSet {
  /// The set that is asked for, else the one in force on the day.
  static func chosen(_ word: String?, on day: Day) throws -> RuleSet {
    guard let word else { return .inForce(on: day) }
    guard let set = RuleSet(rawValue: word) else {
      throw ValidationError("--rules \(word): one of \(allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return set
  }
}

extension Trigger {
  static func parse(_ text: String) throws -> Trigger {
    guard let trigger = Trigger(text) else {
      throw ValidationError("\(text): not a day (2016-04-29) or an instant (2016-04-29T15:00)")
    }
    return trigger
  }
}

extension Pause {
  static func parse(_ text: String) throws -> Pause {
    guard let pause = Pause(text) else { throw ValidationError("--pause \(text): write 2016-03-09..2016-03-16") }
    return pause
  }
}
