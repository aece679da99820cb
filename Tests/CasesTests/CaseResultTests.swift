import Cases
import Intake
import Kernel
import Localization
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// How a case ended, as a code with a remark; what was written before there were codes stays.
@Suite struct CaseResultTests {
  /// B10: the code is recorded, counted, shown with its remark and printed on F21.
  @Test(arguments: TestOffice.Engine.allCases)
  func theResultIsACodeWithARemark(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.begin()
    func close(_ result: CaseResult, _ remark: String = "") async throws -> [Refusal] {
      try await refusals {
        try await flow.office.run(
          "lawyer",
          CloseCase(
            aidCase: flow.id, basis: .judgment, closedOn: CaseFlow.assigned, result: result, outcome: remark))
      }
    }
    let wrong = try await close(.indicted)
    #expect(wrong.map(\.key) == ["closing.wrong-result"])
    #expect(wrong.first?.message.zh.hasPrefix("这类案件的办理结果可以选择：") == true)
    #expect(wrong.first?.message.en.hasPrefix("The result of such a case may be: ") == true)
    #expect(try await close(.other).map(\.key) == ["closing.otherResult"])
    #expect(try await close(.claimsPart, "支持二万元。") == [])
    #expect(try await flow.aidCase.resultText(.zh) == "请求部分得到支持、支持二万元。")
    let papers = try await flow.office.services.database.read { [id = flow.id, keys = flow.office.services.keys] in
      try PaperTable.of([.aidCase(id)], $0).filter { $0.form == "F21" }.map { try $0.fields(keys) }
    }
    #expect(papers.map { $0["outcome"] } == ["请求部分得到支持。支持二万元。"])
    try await flow.office.browse { open in
      let director = open()
      try await director.signIn("director")
      #expect(try await director.get("/cases").words().contains("请求部分得到支持"))
    }
  }

  /// A closing in words only, as before there were codes.
  @Test func anOldClosingKeepsItsWords() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.close()
    _ = try await flow.office.services.database.write(serial: flow.office.county.uuid) { [id = flow.id] in
      try $0.run("UPDATE aid_case SET result = NULL, outcome = '判决支持。' WHERE id = \(id)")
    }
    #expect(try await flow.aidCase.result == nil)
    #expect(try await flow.aidCase.resultText(.en) == "判决支持。")
  }

  /// Every form and stage offers something of its own, and “other” last.
  @Test func everyKindOfCaseHasItsResults() {
    for form in CaseForm.allCases {
      for stage in Stage.allCases.map(Stage?.some) + [nil] {
        let offered = CaseResult.offered(form, stage: stage)
        #expect(offered.count > 2 && offered.last == .other && Set(offered).count == offered.count)
      }
    }
    let all = CaseForm.allCases.flatMap { form in
      (Stage.allCases.map(Stage?.some) + [nil]).flatMap { CaseResult.offered(form, stage: $0) }
    }
    #expect(Set(all) == Set(CaseResult.allCases))
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func anUndecidedReplacementHoldsTheClosing(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.begin()
    try await flow.office.run(
      "lawyer", RequestReplacement(aidCase: flow.id, ground: .inability, reason: "长期住院。"))
    let closing = CloseCase(
      aidCase: flow.id, basis: .judgment, closedOn: CaseFlow.assigned, result: .claimsWhole)
    #expect(
      try await refusedKeys { try await flow.office.run("lawyer", closing) } == ["closing.replacementOpen"])
    try await flow.office.run("reviewer", ReviewReplacement(aidCase: flow.id, recommends: false, opinion: "可以继续。"))
    try await flow.office.run("director", DecideReplacement(aidCase: flow.id, outcome: .refused, opinion: "不予更换。"))
    #expect(try await refusedKeys { try await flow.office.run("lawyer", closing) } == [])
  }
}
