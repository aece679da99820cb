import Intake
import Kernel
import Localization
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Paused clock") struct PausedClockTests {
  private let proof = [MaterialHandedIn(code: "hardship", name: "经济状况证明")]

  @Test(
    "AT-10.3: accepted Monday, notice Wednesday, papers the Wednesday after: due on 23 March",
    arguments: TestOffice.Engine.allCases)
  func supplementPausesTheClock(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine, at: Fixture.at("2016-03-07", hour: 10))
    let id = try await office.accepted()
    #expect(try await office.deadlines(id).first?.dueOn == Day("2016-03-16"))
    office.clock.move(to: Fixture.at("2016-03-09", hour: 15))
    try await office.run(
      "reviewer", RequestSupplement(id, needed: "经济状况证明。", dueOn: Day.literal(2016, 3, 18)))
    let paused = try #require(try await office.deadlines(id).first)
    #expect(paused.dueOn == nil)
    #expect(paused.pausedOn == Day("2016-03-09"))
    #expect(try await office.papers(id).last?.form == "F06")
    #expect(try await office.work("reviewer").isEmpty)
    let early = try await refusals {
      try await office.run("reviewer", ReviewApplication(id, .grant, opinion: "符合条件。"))
    }
    #expect(early.map(\.key) == ["wrong-state"])
    office.clock.move(to: Fixture.at("2016-03-16", hour: 9))
    try await office.run("clerk", HandInMaterials(id, proof))
    let resumed = try #require(try await office.deadlines(id).first)
    #expect(resumed.dueOn == Day("2016-03-23"))
    #expect(resumed.pausedOn == nil)
    #expect(try await office.application(id).state == .underReview)
    #expect(try await office.work("reviewer").map(\.dueOn) == [Day("2016-03-23")])
    let pauses = try await office.services.database.read { try Deadline.pauses(of: resumed.id, $0) }
    #expect(pauses == [Pause("2016-03-09..2016-03-16")])
  }

  @Test(
    "AT-10.4: seven days that end on a holiday end on the next working day",
    arguments: TestOffice.Engine.allCases)
  func aHolidayMovesTheEnd(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine, at: Fixture.at("2024-09-26", hour: 10))
    let id = try await office.accepted()
    let clock = try #require(try await office.deadlines(id).first)
    #expect(clock.rules == .rs2023)
    #expect(clock.dueOn == Day("2024-10-08"))
  }

  @Test("What is missing is told once, before or after acceptance")
  func theNoticeIsOne() async throws {
    let office = try await Fixture.office(at: Fixture.at("2016-03-07", hour: 10))
    let id = try await office.register()
    let ask = RequestSupplement(id, needed: "经济状况证明。", dueOn: Day.literal(2016, 3, 18))
    try await office.run("receptionist", ask)
    try await office.run("clerk", HandInMaterials(id, proof))
    try await office.run("receptionist", AcceptApplication(id))
    #expect(try await office.deadlines(id).first?.dueOn == Day("2016-03-16"))
    let again = try await refusals { try await office.run("reviewer", ask) }
    #expect(again.map(\.key) == ["application.supplementOnce"])
    #expect(again.first?.message.zh.contains("2016年3月7日") == true)
    #expect(try await office.deadlines(id).first?.dueOn == Day("2016-03-16"))
    try await office.browse { open in
      let reviewer = open()
      try await reviewer.signIn("reviewer")
      let page = try await reviewer.get("/applications/\(id)")
      #expect(!page.text.contains("/applications/\(id)/supplement"))
      let closed = try await reviewer.get("/applications/\(id)/supplement")
      #expect(closed.text.contains("不能再次要求补充"))
    }
  }

  @Test("The work list, the list and the page say since when the clock stands still")
  func thePagesSayPaused() async throws {
    let office = try await Fixture.office(at: Fixture.at("2016-03-07", hour: 10))
    let id = try await office.accepted()
    try await office.browse { open in
      let reviewer = open()
      try await reviewer.signIn("reviewer")
      let path = "/applications/\(id)/supplement"
      let form = try await reviewer.get(path).form(action: path)
      let page = try await form.fill(["needed": "经济状况证明。", "dueOn": "2016-03-11"]).submit()
      #expect(page.text.contains("自2016年3月7日起暂停计算"))
      #expect(try await reviewer.get("/applications").text.contains("自2016年3月7日起暂停"))
      office.clock.move(to: Fixture.at("2016-03-14", hour: 9))
      try await reviewer.signIn("reviewer")
      let work = try await reviewer.get("/work")
      #expect(work.text.contains("期满未补充材料"))
      let deem = "/applications/\(id)/deemed-withdrawal"
      let ended = try await reviewer.get(deem).form(action: deem).submit()
      #expect(ended.text.contains("视为撤回申请"))
      #expect(ended.text.contains("申请人没有补充材料，也没有作出说明"))
    }
    #expect(try await office.deadlines(id).isEmpty)
  }

  @Test(
    "Several records may hold a clock; it runs on when the last one lets go", arguments: TestOffice.Engine.allCases)
  func pausesOverlap(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at("2016-03-07", hour: 10), seal: false)
    let (subject, limit) = (Subject.application(ApplicationID()), try TestOffice.limit("TL04"))
    let owner = try #require(try await office.principal("reviewer").agency)
    let (one, other) = (UUIDv7(), UUIDv7())
    func due() async throws -> (Day?, Day?) {
      let clock = try await office.services.database.read { try Deadline.open(subject, $0).first }
      return (clock?.dueOn, clock?.pausedOn)
    }
    try await office.act { try $0.start(limit, on: subject, owner: owner) }
    try await office.act { try $0.pause(limit, on: subject, source: one, after: .literal(2016, 3, 8)) }
    try await office.act { try $0.pause(limit, on: subject, source: other, after: .literal(2016, 3, 9)) }
    #expect(try await due() == (nil, Day("2016-03-08")))
    try await office.act { try $0.resume(limit, on: subject, source: one, through: .literal(2016, 3, 10)) }
    #expect(try await due() == (nil, Day("2016-03-09")))
    try await office.act { try $0.resume(limit, on: subject, source: other, through: .literal(2016, 3, 14)) }
    // One day used before the 9th to the 14th, six left from the 15th.
    #expect(try await due() == (Day("2016-03-22"), nil))
  }
}
