import Intake
import Kernel
import Localization
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Preliminary check and referral") struct ReferralTests {
  @Test("The station passes it on with an opinion; it stays to be accepted", arguments: TestOffice.Engine.allCases)
  func theStationChecksFirst(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.register()
    let path = "/applications/\(id)/check"
    try await office.browse { open in
      let clerk = open()
      try await clerk.signIn("clerk")
      let form = try await clerk.get(path).form(action: path)
      #expect(try await form.submit().status == 422)
      #expect(try await form.fill(["opinion": "材料齐全，属于本县管辖。"]).submit().text.contains("材料齐全，属于本县管辖。"))
      let reception = open()
      try await reception.signIn("receptionist")
      #expect(try await reception.get("/applications/\(id)/acceptance").text.contains("材料齐全，属于本县管辖。"))
    }
    #expect(try await office.application(id).state == .received)
    #expect(try await office.work("receptionist").map(\.path) == ["/applications/\(id)/acceptance"])
  }

  @Test("What belongs elsewhere is not accepted, and the place is named", arguments: TestOffice.Engine.allCases)
  func whatBelongsElsewhere(_ engine: TestOffice.Engine) async throws {
    let office = try await Fixture.office(engine)
    let id = try await office.register()
    let silent = try await refusals { try await office.run("receptionist", PointElsewhere(id, to: "", reason: "")) }
    #expect(silent.map(\.field) == ["place"])
    try await office.run("receptionist", PointElsewhere(id, to: "邻水县法律援助中心", reason: "被申请人住所地在邻水县。"))
    #expect(try await office.application(id).state == .notAccepted)
    let notes = try await office.services.database.read { try StepNoteTable.of(id, $0) }
    #expect(notes.map(\.words) == ["邻水县法律援助中心。被申请人住所地在邻水县。"])
    let note = try #require(try await office.papers(id).last)
    #expect(note.form == "REFER" && note.number == nil)
    let late = try await refusals { try await office.run("receptionist", AcceptApplication(id)) }
    #expect(late.map(\.key) == ["wrong-state"])
  }
}
