import Foundation
import Kernel
import Localization
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("AT-10.8 Sealing", .timeLimit(.minutes(3)))
struct SealingTests {
  @Test(
    "A decided, approved and numbered paper is made and sealed; the register says so",
    arguments: TestOffice.Engine.allCases)
  func sealed(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let id = try await desk.decide()
    #expect(try await desk.standing(id) == .notFinished)
    desk.office.clock.move(to: Desk.morning.adding(minutes: 2))
    try await desk.drain()
    let paper = try await desk.paper(id)
    #expect(paper.state == .finished)
    #expect(paper.number == "青援决字〔2016〕第1号")
    #expect(paper.finishedAt == Desk.morning.adding(minutes: 2))
    #expect(try await desk.standing(id) == .genuine)
    let events = try await desk.office.events("paper.sealed")
    #expect(events.map { $0.facts["sha256"] } == [paper.fileSHA256])
    #expect(events.first?.number == paper.lastEvent)
    let uses = try await desk.office.services.database.read { try SealTable.uses(in: desk.office.county, $0) }
    let use = try #require(uses.first)
    #expect(paper.sealID != nil)
    #expect(use.number == 1)
    #expect(use.documentNumber == "青援决字〔2016〕第1号")
    #expect(use.approverName == "刘卫国")
    #expect(use.keeperName == "何静")
    #expect(use.at == Desk.morning.adding(minutes: 2))
    #expect(use.fileSHA256 == paper.fileSHA256)
    #expect(use.paper == id)
    #expect(try await desk.office.firstFault() == nil)
  }

  @Test("An independent reader finds the signature valid and the decided words in the file")
  func pdfsig() async throws {
    let desk = try await Desk(.sqlite)
    let paper = try await desk.finished()
    let path = desk.office.folder.appending(path: "paper.pdf")
    try Data(try await desk.file(paper)).write(to: path)
    let report = try PaperTool.run("pdfsig", path.path)
    for expected in ["Signature is Valid", "Total document signed", "青禾县法律援助中心", "Mar 07 2016"] {
      #expect(report.contains(expected), "\(expected)")
    }
    let text = try PaperTool.run("pdftotext", path.path, "-")
    for expected in ["青援决字〔2016〕第1号", "给予法律援助决定书", "2016年3月7日"] {
      #expect(text.contains(expected), "\(expected)")
    }
  }

  @Test("A seal never goes on what is not approved or not numbered", arguments: TestOffice.Engine.allCases)
  func notApproved(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let papers = [
      try await desk.decide(approved: false), try await desk.decide(numbered: false),
      try await desk.decide(numbered: false, approved: false),
    ]
    for _ in 1...9 {
      try await desk.drain()
      desk.office.clock.move(to: desk.office.clock.now.adding(hours: 2))
    }
    for id in papers {
      #expect(try await desk.paper(id).state == .decided)
      #expect(try await desk.standing(id) == .notFinished)
    }
    let errors = try await desk.office.services.database.read {
      try $0.rows("SELECT last_error FROM job WHERE state = 'dead'").map {
        try $0.get("last_error", as: String.self)
      }
    }
    #expect(errors.count == 3)
    #expect(errors.allSatisfy { $0.contains("not approved and numbered") })
    #expect(try await desk.uses() == 0)
    #expect(try await desk.office.events("paper.sealed").isEmpty)
  }

  @Test(
    "While the seal is closed a paper waits; opened for its form from today, it is sealed",
    arguments: TestOffice.Engine.allCases)
  func waits(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine, seal: false)
    let id = try await desk.decide()
    try await desk.drain()
    #expect(try await desk.paper(id).state == .decided)
    let seal = try await desk.closedSeal()
    // Long enough for the job to be given up.
    for _ in 1...9 {
      desk.office.clock.move(to: desk.office.clock.now.adding(hours: 12))
      try await desk.drain()
    }
    #expect(try await desk.office.value("SELECT state FROM job", as: String.self) == "dead")
    let today = desk.office.clock.now.day
    try await desk.open(seal, for: ["F10"], from: today)
    try await desk.drain()
    try await desk.open(seal, from: today.adding(days: 1))
    try await desk.drain()
    #expect(try await desk.paper(id).state == .decided)
    #expect(try await desk.uses() == 0)
    try await desk.open(seal, from: today)
    try await desk.drain()
    #expect(try await desk.paper(id).state == .finished)
    #expect(try await desk.standing(id) == .genuine)
    #expect(try await desk.uses() == 1)
  }

  @Test(
    "Once the keeper has ended his authorisation nothing more is sealed, not even that day",
    arguments: TestOffice.Engine.allCases)
  func ended(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine, seal: false)
    let seal = try await desk.closedSeal()
    try await desk.open(seal)
    let first = try await desk.finished()
    #expect(first.state == .finished)
    let authorisation = try #require(
      try await desk.office.value("SELECT id FROM seal_authorisation", as: UUIDv7.self))
    try await desk.office.run("keeper", EndSealAuthorisation(seal: seal, authorisation: authorisation))
    #expect(try await desk.finished().state == .decided)
    #expect(try await desk.uses() == 1)
    // What was sealed before stays genuine.
    #expect(try await desk.standing(first.id) == .genuine)
    await #expect(throws: Refusal.notFound) {
      try await desk.office.run("keeper", EndSealAuthorisation(seal: seal, authorisation: authorisation))
    }
  }

  @Test("An authorisation that ran out seals nothing", arguments: TestOffice.Engine.allCases)
  func ranOut(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine, seal: false)
    try await desk.open(desk.closedSeal(), days: 3)
    desk.office.clock.move(to: .literal(2016, 3, 10), hour: 23)
    #expect(try await desk.finished().state == .finished)
    desk.office.clock.move(to: .literal(2016, 3, 11), hour: 0)
    #expect(try await desk.finished().state == .decided)
  }

  @Test("Making a paper twice changes nothing", arguments: TestOffice.Engine.allCases)
  func twice(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let first = try await desk.finished()
    let events = try await desk.office.eventCount()
    try await desk.office.meddle("UPDATE job SET state = 'queued'")
    desk.office.clock.move(to: .literal(2016, 3, 8))
    try await desk.drain()
    let second = try await desk.paper(first.id)
    #expect(second.fileSHA256 == first.fileSHA256)
    #expect(second.finishedAt == first.finishedAt)
    #expect(second.version == first.version)
    #expect(try await desk.office.eventCount() == events)
    #expect(try await desk.uses() == 1)
  }

  @Test("Made by two at once, the first file wins", arguments: TestOffice.Engine.allCases)
  func atOnce(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let ids = [try await desk.decide(), try await desk.decide()]
    async let one: Void = desk.drain()
    async let other: Void = desk.drain()
    _ = try await (one, other)
    for id in ids { #expect(try await desk.standing(id) == .genuine) }
    #expect(try await desk.uses() == 2)
    #expect(try await desk.office.events("paper.sealed").count == 2)
    #expect(try await desk.office.firstFault() == nil)
  }

  @Test("A paper without a seal is made and needs no authorisation", arguments: TestOffice.Engine.allCases)
  func unsealed(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine, seal: false)
    let paper = try await desk.finished("F08")
    #expect(paper.state == .finished)
    #expect(paper.sealID == nil)
    #expect(try await desk.standing(paper.id) == .genuine)
    #expect(try await desk.standing(file: desk.file(paper)) == .genuine)
    #expect(try await desk.office.events("paper.finished").count == 1)
    #expect(try await desk.uses() == 0)
  }

  @Test("A paper says all its form asks for, and nothing else")
  func undeclared() async throws {
    let desk = try await Desk(.sqlite)
    let before = try await desk.office.eventCount()
    for changes in [["secret": "不该有"], ["applicant": nil]] as [[String: String?]] {
      let refusal = await #expect(throws: Refusal.self) { try await desk.decide(with: changes) }
      #expect(refusal?.key == "paper.fields")
      #expect(refusal?.message.zh.contains(changes.keys.first ?? "") == true)
    }
    #expect(try await desk.office.value("SELECT COUNT(*) FROM paper", as: Int.self) == 0)
    #expect(try await desk.office.value("SELECT COUNT(*) FROM job", as: Int.self) == 0)
    #expect(try await desk.office.eventCount() == before)
    // The numbers taken in vain are free again.
    #expect(try await desk.finished().number == "青援决字〔2016〕第1号")
  }
}
