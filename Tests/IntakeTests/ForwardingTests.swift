import App
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 转交 · A misdirected application goes to the right office of the county in one act, and is not refused.
@Suite("Forwarding") struct ForwardingTests {
  private static let reason = "争议发生在柳塘乡。"

  @Test("The whole file moves; the first office keeps a line and the note", arguments: TestOffice.Engine.allCases)
  func theWholeFileMoves(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let (here, there) = (try await office.station("河东镇"), try await office.station("柳塘乡"))
    let third = try await office.addUser(
      "clerk3", [.stationClerk], at: office.station("石桥镇").id, password: DemoStaff.password)
    let blob = try await office.services.files.put(CounterTests.scan)
    let scan = StoredUpload(
      sha256: blob.hash.description, size: Int(blob.size), mediaType: "application/pdf", name: "欠条.pdf")
    let id = try await office.register(materials: [MaterialHandedIn(code: "case", name: "欠条", file: scan)])
    try await office.run("clerk", ForwardApplication(id, to: there.id, reason: Self.reason))
    #expect(try await office.events(id) == ["application.forwarded", "application.received"])
    try await JobRunner(office.runner, Papers.capability.jobs).drain()

    let moved = try await office.application(id)
    #expect(moved.origin == there.id && moved.state == .received && moved.version == 2)
    let way = try await office.services.database.read { try ForwardingTable.of(id, $0) }
    #expect(way.map(\.sender) == [here.id] && way.map(\.receiver) == [there.id])
    #expect(way.map(\.forwardedBy) == ["孙莉"] && way.map(\.forwardedOn) == [Day("2016-04-29")])
    let papers = try await office.papers(id)
    let (receipt, note) = (try #require(papers.first { $0.form == "F05" }), try #require(papers.last))
    #expect(note.form == "FORWARD" && note.number == nil && note.id == way.first?.note)
    let said = try note.fields(office.services.keys)
    #expect(said["place"] == there.name && said["reason"] == Self.reason && said["materials"] == "欠条1份")

    try await office.browse { open in
      let first = open()
      try await first.signIn("clerk")
      for path in ["/applications/\(id)", "/applications/\(id)/check", "/papers/\(receipt.id)"] {
        #expect(try await first.send("GET", path).status == 404, "\(path)")
      }
      #expect(try await first.send("GET", "/papers/\(note.id)").status == 200)
      let kept = try await first.get("/applications/forwarded")
      for words in ["赵某某", moved.receiptNumber, there.name, "/papers/\(note.id)"] {
        #expect(kept.text.contains(words))
      }
      #expect(!kept.text.contains("赵春兰") && !kept.text.contains("/applications/\(id)"))
      #expect(try await !first.get("/applications").text.contains(moved.receiptNumber))

      let code = "/search?q=\(receipt.shortCode)"
      #expect(try await !first.get(code).text.contains("/applications/\(id)"))

      let second = open()
      try await second.signIn("clerk2")
      let file = try await second.get("/applications/\(id)")
      #expect(file.text.contains("欠条.pdf") && file.text.contains("由\(here.name)转交\(there.name)"))
      #expect(try await second.get("/applications").text.contains("转来"))
      #expect(try await second.get(code).text.contains("/applications/\(id)"))
      #expect(try await second.get("/notices").text.contains(moved.receiptNumber))
      #expect(try await second.get("/applications/\(id)/check").text.contains(Self.reason))
      #expect(try await !second.get("/applications/forwarded").text.contains(moved.receiptNumber))

      let stranger = open()
      try await stranger.signIn("clerk3")
      for path in ["/applications/\(id)", "/papers/\(note.id)"] {
        #expect(try await stranger.send("GET", path).status == 404, "\(path)")
      }
      for path in ["/applications", "/applications/forwarded", "/notices"] {
        #expect(try await !stranger.get(path).text.contains(moved.receiptNumber), "\(path)")
      }
    }
    #expect(try await office.work(as: third).isEmpty)
  }

  @Test(
    "The receiving office finds it among its work; the first one may do no more",
    arguments: TestOffice.Engine.allCases)
  func theReceivingOfficeGoesOn(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.register()
    try await office.run("clerk", ForwardApplication(id, to: office.station("柳塘乡").id, reason: Self.reason))
    let waiting = try #require(try await office.work("clerk2").first)
    #expect(waiting.path == "/applications/\(id)/check" && waiting.about == "赵某某 追索劳动报酬")
    #expect(try await office.work("clerk").isEmpty)
    let late = try await refusals { try await office.run("clerk", CheckAtStation(id, opinion: "材料齐全。")) }
    #expect(late.map(\.key) == [Refusal.notFound.key])
    try await office.run("clerk2", CheckAtStation(id, opinion: "材料齐全。"))
    #expect(try await office.work("clerk2").isEmpty)
    // It was served where it was taken in, and counts there.
    let served = try await [office.station("河东镇"), office.station("柳塘乡")].map(\.id)
    let measure = try #require(Intake.capability.measures.first { $0.key == "K11" })
    let (county, year) = (office.county, 2016)
    let counted = try await office.services.database.read { reader in
      try served.map { unit in
        try reader.rows(
          measure.numerator(
            MeasureScope(
              county: county, from: .literal(year, 1, 1), to: .literal(year, 12, 31), unit: unit))
        ).count
      }
    }
    #expect(counted == [1, 0])
    // Nothing ran before; the time to decide begins with the acceptance, eleven days after.
    #expect(try await office.deadlines(id).isEmpty)
    office.clock.move(to: Fixture.at("2016-05-10", hour: 9))
    try await office.run("receptionist", AcceptApplication(id))
    #expect(try await office.deadlines(id).map(\.dueOn) == [Day("2016-05-19")])
  }

  @Test("Sent twice it is forwarded once", arguments: TestOffice.Engine.allCases)
  func sentTwiceItIsForwardedOnce(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let (id, there) = (try await office.register(), try await office.station("柳塘乡"))
    let shown = Submission(token: "once", version: 1)
    for _ in 1...2 {
      try await office.run("clerk", ForwardApplication(id, to: there.id, reason: Self.reason), shown)
    }
    #expect(try await office.countOfEvents("application.forwarded") == 1)
    let again = try await refusals {
      try await office.run("receptionist", ForwardApplication(id, to: there.id, reason: Self.reason))
    }
    #expect(again.map(\.key) == ["forwarding.sameOffice"] && again.map(\.field) == ["receiver"])
    // It may go on, and back.
    try await office.run("receptionist", ForwardApplication(id, to: office.station("河东镇").id, reason: "核对后仍属河东镇。"))
    #expect(try await office.work("clerk").map(\.path) == ["/applications/\(id)/check"])
    #expect(try await office.work("clerk2").isEmpty)
  }

  @Test("What it refuses", arguments: TestOffice.Engine.allCases)
  func whatItRefuses(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let (id, there) = (try await office.register(), try await office.station("柳塘乡"))
    let county = office.county
    let firm = try await office.services.database.read { try AgencyTable.only(.lawFirm, in: county, $0) }
    func tried(_ login: String, _ action: ForwardApplication) async throws -> [String] {
      try await refusals { try await office.run(login, action) }.map(\.key)
    }
    #expect(
      try await tried("clerk", ForwardApplication(id, to: firm.id, reason: "")) == [
        "forwarding.takesNone", "forwarding.reasonMissing",
      ])
    let right = ForwardApplication(id, to: there.id, reason: Self.reason)
    #expect(try await tried("reviewer", right) == [Refusal.notAllowed.key])
    #expect(try await tried("clerk2", right) == [Refusal.notFound.key])
    try await office.run(
      "director",
      OrderProvisionalAid(id, .preservation, supplyBy: Day("2016-05-09") ?? .earliest, reason: "对方正在转移财产。"))
    #expect(try await tried("clerk", right) == ["forwarding.aidOrdered"])
    try await office.run("receptionist", AcceptApplication(id))
    #expect(try await tried("clerk", right) == ["wrong-state"])
    #expect(try await office.countOfEvents("application.forwarded") == 0)
  }

  @Test("Another centre decides what it gets", arguments: TestOffice.Engine.allCases)
  func anotherCentreDecides(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let county = office.county
    let bureau = try await office.services.database.read { try AgencyTable.only(.bureau, in: county, $0) }
    let centre = try await office.runner.run(
      AddAgency(kind: .centre, name: "青禾县开发区法律援助中心", parent: bureau.id), as: .system(county))
    let other = try await office.addUser("reception2", [.receptionist], at: centre)
    let id = try await office.register(by: "receptionist")
    try await office.run("receptionist", ForwardApplication(id, to: centre, reason: "用人单位在开发区。"))
    let moved = try await office.application(id)
    #expect(moved.origin == centre && moved.owner == centre)
    #expect(try await office.work("receptionist").isEmpty)
    let late = try await refusals { try await office.run("receptionist", AcceptApplication(id)) }
    #expect(late.map(\.key) == [Refusal.notFound.key])
    #expect(try await office.work(as: other).map(\.path) == ["/applications/\(id)/acceptance"])
    try await office.runner.run(AcceptApplication(id), as: other)
    #expect(try await office.application(id).state == .accepted)
  }

  @Test(
    "The page offers the other offices, the nearest first, and keeps what was typed",
    arguments: TestOffice.Engine.allCases)
  func thePage(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let (here, there) = (try await office.station("河东镇"), try await office.station("柳塘乡"))
    var person = Fixture.person
    person.township = "柳塘乡"
    let id = try await office.register(person)
    let path = "/applications/\(id)/forwarding"
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn("clerk")
      #expect(try await clerk.get("/applications/\(id)").links().contains(path))
      let page = try await clerk.get(path)
      #expect(page.text.contains("法律援助申请转交告知单") && !page.text.contains("value=\"\(here.id)\""))
      let form = try page.form(action: path)
      #expect(form.value("receiver") == there.id.description)
      let silent = try await form.submit()
      #expect(silent.status == 422 && silent.text.contains("href=\"#reason\""))
      let sent = try await silent.form(action: path).fill(["reason": Self.reason]).submit()
      #expect(sent.status == 200 && sent.text.contains("转出的申请") && sent.text.contains(there.name))
      let reception = open()
      try await reception.signIn("receptionist")
      #expect(try await reception.get("/applications/\(id)/referral").links().contains(path))
    }
    #expect(try await office.application(id).origin == there.id)
  }
}

extension TestOffice {
  fileprivate func station(_ township: String) async throws -> Agency {
    let county = county
    let found = try await services.database.read { try AgencyTable.station(of: township, in: county, $0) }
    return try #require(found)
  }
}
