import Foundation
import Testing

/// 条件与指派 · `qualifies` and `may-assign` as an office's scripts call them, without a database.
@Suite struct RuleVerbTests {
  private func ask(_ verb: String, _ facts: String, on day: String) throws -> Verb.Answer {
    let office = try Verb()
    defer { office.remove() }
    return try office.run(
      verb, try office.file("facts.yml", facts), "--as-of", day, "--format", "json", onOffice: false)
  }

  private func tests(_ answer: Verb.Answer) throws -> [[String: Any]] {
    let told = try #require(answer.json as? [String: Any], "\(answer.errors)")
    return try #require(told["tests"] as? [[String: Any]])
  }

  private func blocked(_ answer: Verb.Answer) throws -> [String] {
    let told = try #require(answer.json as? [String: Any], "\(answer.errors)")
    let keys = try #require(told["blocked"] as? [[String: Any]]).compactMap { $0["key"] as? String }
    #expect(told["mayBeAssigned"] as? Bool == keys.isEmpty)
    return keys
  }

  /// AT-1.4.
  @Test(arguments: [("60000.00", "qualifies"), ("76800.00", "qualifies"), ("76800.01", "refuse")])
  func hardshipToTheFen(_ income: String, _ outcome: String) throws {
    let answer = try ask(
      "qualifies",
      """
      matter: M04
      groups: [woman]
      claims: []
      household: {members: 4, netIncome: \(income), months: 12, opponentInHousehold: false, ownNetIncome: 19800.00}
      line: {amount: 1600.00, unit: month}
      pack: JS-2016
      """, on: "2016-05-20")
    #expect(answer.status == 0)
    #expect((answer.json as? [String: Any])?["outcome"] as? String == outcome)
    let tests = try tests(answer)
    #expect(tests.compactMap { $0["test"] as? String } == ["person", "matter", "hardship"])
    let reason = try #require(tests.last?["reason"] as? [String: String])
    #expect(reason["zh"]?.isEmpty == false && reason["en"]?.isEmpty == false)
    let basis = try #require(tests.last?["basis"] as? [[String: String]])
    #expect(basis.first == ["law": "法律援助条例", "article": "13"])
  }

  /// 程序规定 2012, 15: member by member, the opposing party left out; a line of the year, of half a year, without valuables.
  @Test(arguments: [
    (
      "{months: 12, people: [{relation: applicant, wage: 19200.00}, {relation: child, opponent: true, wage: 9}]}",
      "pass"
    ),
    ("{months: 12, people: [{relation: applicant, wage: 19200.01}, {relation: child, opponent: true}]}", "fail"),
    (
      "{months: 12, people: [{relation: applicant}, {relation: spouse, business: 19200.01, other: 19199.99}]}",
      "pass"
    ),
    ("{months: 6, people: [{relation: applicant}]}", "notKnown"),
    ("{months: 12, people: [{relation: applicant}], valuables: true}", "fail"),
    ("{months: 12, members: 1, netIncome: 0.00, valuables: null}", "notKnown"),
  ])
  func aHouseholdByItsMembers(_ household: String, _ result: String) throws {
    let household =
      household.contains("valuables") ? household : household.dropLast() + ", valuables: false}"
    let answer = try ask(
      "qualifies",
      """
      matter: M04
      household: \(household)
      line: {amount: 19200.00, unit: year, lookbackMonths: 12, assets: noValuables, household: coResident}
      region: "320999"
      """, on: "2016-05-20")
    #expect(try tests(answer).last?["result"] as? String == result, "\(answer.errors)")
  }

  /// AT-1.1.
  @Test(arguments: [("2015-12-31", "fail"), ("2016-01-01", "exempt")])
  func aPackByItsDates(_ day: String, _ result: String) throws {
    let answer = try ask(
      "qualifies",
      """
      matter: M04
      groups: [familyPlanningHardship]
      claims: [X19]
      household: {members: 1, netIncome: 90000.00, months: 12}
      line: {amount: 1600.00, unit: month}
      pack: JS-2016
      """, on: day)
    #expect(try tests(answer).last?["result"] as? String == result)
  }

  /// Every fault is told on one line with the file, the key and what is wanted, and nothing is printed.
  @Test(arguments: [
    ("matter: M77", "matter"), ("matters: M04", "matters"), ("claims: [X99]", "claims"),
    ("household: {members: 4, netIncome: 1.234, months: 12}", "netIncome"),
    ("household: {members: 4, netIncome: 1.00}", "months"),
    ("household: {months: 12, people: [{relation: cousin}]}", "cousin"), ("region: 32", "region"),
    ("line: {amount: 1.00, unit: month, assets: gold}", "gold"), ("pack: 没有的包", "没有的包"), ("track: road", "track"),
  ])
  func badFactsAreRefused(_ facts: String, _ word: String) throws {
    let answer = try ask("qualifies", facts, on: "2016-05-20")
    #expect(answer.status == 1)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains(word) && answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
  }

  @Test func wrongUseIsToldBeforeTheFileIsRead() throws {
    #expect(try ask("qualifies", "matter: M04", on: "2016-02-30").status == 2)
    #expect(try ask("may-assign", "", on: "soon").status == 2)
  }

  /// AT-6.1 and AT-6.2: three years since the first licence; under the rules of 2023 of criminal defence.
  @Test(arguments: [
    ("2016-05-20", 2, ["Q1"]), ("2016-06-14", 2, ["Q1"]), ("2016-06-15", 2, []), ("2023-10-10", 2, ["Q1"]),
    ("2022-06-01", 2, ["Q1"]), ("2023-10-10", 3, []),
  ])
  func lifeOrDeath(_ day: String, _ years: Int, _ keys: [String]) throws {
    let answer = try ask(
      "may-assign",
      """
      case: {track: criminalNotified, form: criminalDefence, stage: investigation, situations: [lifeOrDeath], defenders: 0}
      person: {kind: lawFirmLawyer, name: 律师甲, unit: 甲律师事务所, firstLicensedOn: 2013-06-15, criminalDefenceYears: \(years),
        juvenileCompetent: false, licenceValid: true, unitActive: true, formerJudgeLeftOn: null, relatives: [], excludedBecause: null}
      """, on: day)
    #expect(answer.status == 0)
    #expect(try blocked(answer) == keys)
  }

  /// AT-6.4.
  @Test func aGrassrootsWorkerDefendsNobody() throws {
    let facts = "case: {form: criminalDefence}\nperson: {kind: grassrootsWorker, name: 李四}"
    #expect(try blocked(ask("may-assign", facts, on: "2016-05-20")) == ["Q4"])
  }

  /// AT-6.5: the lawyer of a co-defendant is blocked; his colleague may, with a warning.
  @Test(arguments: [("律师甲", ["Q5"], []), ("律师乙", [], ["W1"])])
  func coDefendants(_ name: String, _ keys: [String], _ warned: [String]) throws {
    let facts = """
      case:
        form: criminalDefence
        coDefendants: [{name: 王五, undertaker: 律师甲, unit: 甲律师事务所}]
      person: {kind: lawFirmLawyer, name: \(name), unit: 甲律师事务所, specialties: [criminal], openCases: 2}
      """
    let answer = try ask("may-assign", facts, on: "2016-05-20")
    #expect(try blocked(answer) == keys)
    let told = try #require(answer.json as? [String: Any])
    #expect((told["warnings"] as? [[String: Any]])?.compactMap { $0["key"] as? String } == warned)
    #expect((told["score"] as? [String: Any])?["points"] as? Int == -2)
  }

  @Test(arguments: [("case: {lawyer: 甲}", "lawyer"), ("person: {licenceValid: maybe}", "licenceValid")])
  func badAssignmentFactsAreRefused(_ facts: String, _ word: String) throws {
    let answer = try ask("may-assign", facts, on: "2016-05-20")
    #expect(answer.status == 1)
    #expect(answer.errors.contains(word), "\(answer.errors)")
  }
}
