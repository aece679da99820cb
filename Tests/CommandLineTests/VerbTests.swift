import Foundation
import Testing

/// 命令 · The verbs as the contract has them: what they print, what they answer, and what they leave alone.
@Suite struct VerbTests {
  @Test func dueNeedsNoDatabaseAndPrintsItsSteps() throws {
    let verb = try Verb()
    defer { verb.remove() }
    let answer = try verb.run("due", "TL04", "--from", "2016-04-29", "--format", "json", onOffice: false)
    let told = try #require(answer.json as? [String: Any])
    #expect(answer.status == 0)
    #expect(told["due"] as? String == "2016-05-11")
    #expect(told["ruleSet"] as? String == "RS2012")
    #expect(told["unit"] as? String == "workingDay")
    #expect((told["steps"] as? [Any])?.isEmpty == false)
  }

  /// Keys in small letters, too; a limit that ends on no day says what it is.
  @Test(arguments: [
    ("TL04c", "2016-04-29", 0, "2016-05-06"), ("TL30-live", "2016-05-20T15:00", 0, "2016-05-20T20:00"),
    ("tl01", "2016-05-20T15:00", 0, "2016-05-21T15:00"), ("TL34", "2016-06-30", 2, "每半年向上一级报告投诉情况"),
    ("TL22", "2016-05-20T15:00", 2, "RS2012"),
  ])
  func dueOfEveryKey(_ key: String, _ from: String, _ status: Int32, _ words: String) throws {
    let verb = try Verb()
    defer { verb.remove() }
    let answer = try verb.run("due", key, "--from", from, "--format", "json", onOffice: false)
    #expect(answer.status == status)
    #expect((answer.output + answer.errors).contains(words), "\(answer.output) \(answer.errors)")
  }

  @Test(arguments: [
    ["due", "TL04", "--from", "2016-02-30"], ["due", "TL99", "--from", "2016-04-29"], ["indicators"],
    ["frobnicate"],
  ])
  func wrongUseAnswersTwo(_ arguments: [String]) throws {
    let verb = try Verb()
    defer { verb.remove() }
    let (process, _, errors) = try verb.start(arguments, false)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(try !String(contentsOf: errors, encoding: .utf8).isEmpty)
  }

  @Test func anOfficeIsSetUpAndWhole() throws {
    let verb = try Verb()
    defer { verb.remove() }
    let file = try verb.file("office.yml", Verb.office)
    let made = try verb.run("init", file)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("admin"))
    #expect(try verb.run("verify").status == 0)
    let again = try verb.run("init", file)
    #expect(again.status == 1)
    #expect(again.errors.contains("青禾县"))
  }

  @Test func aFaultOfTheSetupIsNamedAndNothingIsMade() throws {
    let verb = try Verb()
    defer { verb.remove() }
    let wrong = Verb.office.replacingOccurrences(of: "townships", with: "towns")
    let answer = try verb.run("init", try verb.file("office.yml", wrong))
    #expect(answer.status == 1)
    #expect(answer.errors.contains("towns"))
    #expect(!FileManager.default.fileExists(atPath: verb.folder.path + "/office.sqlite"))
  }

  /// By name and by file beside the office's own; a bad one is named and nothing is made.
  @Test func rulePacksAreAdoptedListedAndEnded() throws {
    let verb = try Verb()
    defer { verb.remove() }
    func wanting(_ packs: String) -> String {
      Verb.office.replacingOccurrences(of: "packs: []", with: "packs: [\(packs)]")
    }
    let bad = try verb.run("init", try verb.file("bad.yml", wanting("none.yml")))
    #expect(bad.status == 1)
    #expect(bad.errors.contains("none.yml"))
    #expect(!FileManager.default.fileExists(atPath: verb.folder.path + "/office.sqlite"))
    _ = try verb.file("pilot.yml", "pack: {name: 试点, document: 县政府文件, from: 2016-01-01}")
    #expect(try verb.run("init", try verb.file("office.yml", wanting("JS-2016, pilot.yml"))).status == 0)
    let longer =
      "pack: {name: 长, document: 文, from: 2016-01-01}\nlimits: [{key: TL04, number: 30, unit: workingDay}]"
    let refused = try verb.run("pack", "adopt", try verb.file("longer.yml", longer))
    #expect(refused.status == 1)
    #expect(refused.errors.contains("TL04"))
    #expect(try verb.run("pack", "adopt", "JS-2016").status == 1)
    #expect(try verb.run("pack", "end", "试点", "--on", "2017-06-30", "--reason", "县政府文件2号").status == 0)
    let listed = try verb.run("pack", "list", "--format", "json").output
    #expect(listed.contains(#""name":"JS-2016""#) && listed.contains(#""to":"2017-06-30""#), "\(listed)")
  }

  @Test func thePlanIsLoadedOnceAndReplacedOnlyWhenAsked() throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let shipped = try verb.run("plan", "shipped", onOffice: false).output
    let plan = try verb.file("plan.yml", shipped)
    #expect(try verb.run("plan", "load", plan).status == 0)
    #expect(try verb.run("plan", "load", plan).status == 0)
    let other = try verb.file("other.yml", shipped.replacingOccurrences(of: "K2: 19", with: "K2: 20"))
    #expect(try verb.run("plan", "load", other).status == 1)
    #expect(try verb.run("plan", "load", other, "--replace").status == 0)
  }

  @Test func whatIfOnlyReads() throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let target = try #require(
      verb.run("what-if", "K2", "--as-of", "2016-09-30", "--format", "json").json as? [String: Any])
    #expect((target["indicator"] as? [String: Any])?["key"] as? String == "K2")
    #expect(target["monthsLeft"] as? Int == 3 && target["asOf"] as? String == "2016-09-30")
    for change in [
      ["--adopt", "JS-2016"], ["--line", "1800.00", "--from", "2016-07-01"], ["--rules", "RS2022"],
    ] {
      let answer = try verb.run(
        ["what-if", "--format", "json", "--database", "sqlite:\(verb.folder.path)/office.sqlite"] + change)
      #expect(answer.status == 0 && answer.output.contains(#""applications":[]"#), "\(answer.errors)")
    }
    #expect(try verb.run("pack", "list", "--format", "json").output.hasPrefix("[]"))
    #expect(try verb.run("what-if", "--end", "JS-2016", "--last-day", "2016-06-30").status == 1)
    let wrongs = [
      [], ["K99"], ["K2", "--rules", "RS2022"], ["--end", "JS-2016"], ["--line", "1.00", "--from", "soon"],
    ]
    for wrong in wrongs {
      #expect(try verb.run(["what-if"] + wrong).status == 2)
    }
  }

  @Test func indicatorsAreSixteenRows() throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let answer = try verb.run("indicators", "--year", "2016", "--format", "json")
    let told = try #require(answer.json as? [String: Any])
    #expect((told["indicators"] as? [Any])?.count == 16)
    #expect(told["asOf"] as? String == "2016-12-31")
  }

  @Test func servingEndsCleanlyOnSIGTERM() throws {
    let verb = try Verb()
    defer { verb.remove() }
    try verb.run("init", try verb.file("office.yml", Verb.office))
    let port = String(Int.random(in: 20_000...40_000))
    let office = "sqlite:\(verb.folder.path)/office.sqlite"
    let (process, output, _) = try verb.start(["serve", "--port", port, "--database", office], false)
    let address = output.fileHandleForReading.availableData
    #expect(String(decoding: address, as: UTF8.self).contains(port))
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(process.terminationReason == .exit)
  }
}
