import Foundation
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite("Wording of papers", .timeLimit(.minutes(3)))
struct WordingTests {
  private static let today = Desk.morning.day

  private func words(_ id: PaperID, _ desk: Desk) async throws -> String {
    try await desk.drain()
    let path = desk.office.folder.appending(path: "paper.pdf")
    try Data(try await desk.file(desk.paper(id))).write(to: path)
    return try PaperTool.run("pdftotext", path.path, "-").filter { !$0.isWhitespace }
  }

  private func version(_ id: PaperID, _ desk: Desk) async throws -> Int? {
    try await desk.office.value("SELECT wording_version FROM paper WHERE id = \(id)", as: Int.self)
  }

  @Test("A form without what the law has it say is refused; so is a field it does not have")
  func check() throws {
    let form = try TestOffice.form("F10", 2013)
    func keys(_ text: [String]) -> [String] { WordingCheck(form: form).faults(text).map(\.key) }
    #expect(keys(form.wording) == [])
    #expect(WordingCheck(form: form).required.contains("objectionLimit"))
    #expect(keys([]) == ["wording.empty"])
    #expect(keys(form.wording + ["另行通知{{nobody}}。"]) == ["wording.unknown"])
    #expect(keys(form.wording.map { $0.replacing("{{reason}}", with: "条件不符") }) == ["wording.missing"])
    #expect(keys(form.wording + ["见{{ basis }}。"]) == ["wording.braces"])
    #expect(keys(form.wording + ["见{basis}。"]) == ["wording.braces"])
    #expect(keys(form.wording + [String(repeating: "长", count: 4001)]) == ["wording.long"])
    #expect(keys(["{{nobody}}{"]).count == 3)
  }

  @Test(
    "From its day on papers say the office's own sentences; those before do not change",
    arguments: TestOffice.Engine.allCases)
  func printed(engine: TestOffice.Engine) async throws {
    let desk = try await Desk(engine)
    let form = try TestOffice.form("F09", 2013)
    let own = (form.wording + ["请凭本决定书到承办机构办理委托手续。"]).joined(separator: "\n\n")
    let before = try await desk.decide()
    let day = Self.today.adding(days: 2)
    try await desk.office.run(
      "admin", SetWording(form, text: own, from: day, reason: "省厅来文"), Submission(version: 1))
    let early = try await desk.decide()
    desk.office.clock.move(to: Instant(day, hour: 9))
    let later = try await desk.decide()
    for (id, says, number) in [(before, false, 1), (early, false, 1), (later, true, 2)] {
      #expect(try await words(id, desk).contains("办理委托手续") == says)
      #expect(try await version(id, desk) == number)
      #expect(try await desk.standing(id) == .genuine)
    }
    // Back to the software's, from the same day on.
    try await desk.office.run("admin", SetWording(form, text: nil, from: day, reason: "恢复"), Submission(version: 2))
    let last = try await desk.decide()
    #expect(try await !words(last, desk).contains("办理委托手续"))
    #expect(try await version(last, desk) == 1)
    #expect(try await words(later, desk).contains("办理委托手续"))
    #expect(try await desk.office.events("wording.changed").count == 1)
    #expect(try await desk.office.events("wording.reset").count == 1)
    #expect(try await desk.office.firstFault() == nil)
  }

  @Test("Only the administrator changes a wording, not for a past day, and not over somebody's change")
  func refused() async throws {
    let desk = try await Desk(.sqlite)
    let form = try TestOffice.form("F09", 2013)
    let same = form.wording.joined(separator: "\n")
    let change = SetWording(form, text: same, from: Self.today, reason: "试")
    for login in ["director", "reviewer", "keeper"] {
      await #expect(throws: Refusal.notAllowed) { try await desk.office.run(login, change) }
    }
    let refusals = await #expect(throws: Refusals.self) {
      try await desk.office.run(
        "admin", SetWording(form, text: "没有栏目。", from: Self.today.adding(days: -1), reason: "试"))
    }
    #expect(refusals?.all.map(\.field) == ["wording", "from"])
    try await desk.office.run("admin", change, Submission(version: 1))
    await #expect(throws: Refusal.changedMeanwhile) {
      try await desk.office.run("admin", change, Submission(version: 1))
    }
  }
}
