import Intake
import Kernel
import TestSupport
import Testing
import WorkCalendar

/// 代理申诉 · What a petition says at the counter, and until when a civil retrial may be applied for.
@Suite struct PetitionTests {
  @Test func theLastDayOfAnApplicationForRetrial() {
    func by(_ day: Day?) -> Day? {
      PetitionFacts(judgment: "（2023）苏0999民终1号", effectiveOn: day, ground: "新的证据").retrialBy(.official)
    }
    #expect(by(.literal(2023, 5, 10)) == .literal(2023, 11, 10))
    #expect(by(.literal(2023, 7, 31)) == .literal(2024, 1, 31))
    // The last day is a Sunday.
    #expect(by(.literal(2023, 6, 10)) == .literal(2023, 12, 11))
    #expect(by(nil) == nil)
  }

  @Test func atTheCounter() async throws {
    let office = try await Fixture.office(at: Fixture.at("2023-10-10", hour: 10))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      let form = try await browser.get("/applications/new").form(action: "/applications/new").fill([
        "identityNumber": Fixture.identityNumber, "name": "赵春兰", "phone": "13912346210", "address": "河东镇柳湾村",
        "matter": "M14", "cause": "买卖合同纠纷", "opposing": "王五", "facts": "不服二审判决。", "retrialOrdered": "yes",
      ])
      let missing = try await form.submit()
      let words = try missing.words()
      #expect(missing.status == 422 && words.contains("生效裁判文书案号和申诉事由"))
      let done = try await form.fill([
        "petitionJudgment": "（2023）苏0999民终1号", "petitionEffectiveOn": "2023-05-10", "petitionGround": "有新的证据",
        "petitionRejected": "yes",
      ]).submit()
      let page = try done.words()
      #expect(page.contains("代理申诉") && page.contains("申诉审查") && page.contains("2023年11月10日"))
      #expect(page.contains("有新的证据") && page.contains("曾被驳回"))
    }
  }
}
