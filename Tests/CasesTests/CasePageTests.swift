import Cases
import Foundation
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// The pages of a case through real HTTP: forms filled in as people do, in both languages.
@Suite struct CasePageTests {
  @Test func fromAssignmentToTheArchiveInTheBrowser() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    let (office, path) = (flow.office, "/cases/\(flow.id)")
    let scan = PageForm.File("file", "会见笔录.pdf", Array("%PDF-1.4 scan".utf8))
    let lawyer = try await flow.lawyer("lawyer")
    try await office.browse { browser in
      office.clock.move(to: CaseFlow.assigned)
      let assigner = browser()
      let work = try await assigner.signIn("assigner")
      #expect(try work.links().contains("\(path)/assignment"))
      let assignment = try await assigner.get("\(path)/assignment").form(action: "\(path)/assignment")
      #expect(assignment.value("organ") == "青禾县人民法院")
      let person = try #require(lawyer.person)
      let assigned = try await assignment.fill(["choice": "\(lawyer.unit)/\(person)", "reason": "专长相符"]).submit()
      #expect(assigned.path == path)
      #expect(try assigned.words().contains("张静"))

      let undertaker = browser()
      try await undertaker.signIn("lawyer")
      let engaged = try await undertaker.get("\(path)/engagement").form(action: "\(path)/engagement")
        .fill(["engagedOn": "2016-05-12"]).attach(.init("agreement", "协议.pdf", scan.bytes)).submit()
      #expect(engaged.path == path)
      let recorded = try await undertaker.get("\(path)/records").form(action: "\(path)/records")
        .fill(["kind": "meeting", "doneOn": "2016-05-12", "content": "告知权利义务。"]).attach(scan).submit()
      #expect(try recorded.words().contains("告知权利义务。"))
      let heard = try await undertaker.get("\(path)/hearings").form(action: "\(path)/hearings")
        .fill(["heldOn": "2016-05-12", "startsAt": "09:30", "court": "青禾县人民法院"]).submit()
      #expect(try heard.words().contains("待开庭"))

      let button = try #require(
        heard.root().all("form").compactMap { $0["action"] }.first { $0.hasSuffix("/held") })
      let held = try await heard.form(action: button).submit()
      #expect(try held.words().contains("已开庭"))
      for item in ["opinion", "hearingNotes"] {
        _ = try await undertaker.get("\(path)/files").form(action: "\(path)/files").fill(["item": item])
          .attach(scan).submit()
      }
      let closed = try await undertaker.get("\(path)/closing").form(action: "\(path)/closing")
        .fill([
          "closingBasis": "judgment", "closedOn": "2016-05-12", "result": "claimsWhole", "outcome": "支持",
          "recovered": "18,640.00",
        ])
        .attach(.init("instrument", "判决书.pdf", scan.bytes)).submit()
      #expect(try closed.words().contains("¥18,640.00"))
      let submitted = try await undertaker.get("\(path)/dossier").form(action: "\(path)/dossier").submit()
      #expect(try submitted.words().contains("已提交卷宗"))

      let supervisor = browser()
      try await supervisor.signIn("supervisor")
      let returned = try await supervisor.get("\(path)/dossier-check").form(action: "\(path)/dossier-check")
        .fill(["items": "F21", "reason": "缺单位签章"]).submit(("result", "return"))
      #expect(try returned.words().contains("缺单位签章"))
      _ = try await undertaker.get("\(path)/dossier").form(action: "\(path)/dossier").submit()
      let accepted = try await supervisor.get("\(path)/dossier-check").form(action: "\(path)/dossier-check")
        .submit(("result", "accept"))
      #expect(try accepted.words().contains("卷宗已接收"))
      let archivist = browser()
      try await archivist.signIn("archivist")
      let archived = try await archivist.get("\(path)/archive").form(action: "\(path)/archive").submit()
      #expect(try archived.words().contains("青援档字〔2016〕第1号"))
    }
    #expect(try await flow.aidCase.state == .archived)
  }

  @Test func whatIsWrongIsSaidAtItsFieldAndNothingIsLost() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    let path = "/cases/\(flow.id)/closing"
    try await flow.office.browse { browser in
      let undertaker = browser()
      try await undertaker.signIn("lawyer")
      let form = try await undertaker.get(path).form(action: path)
      let long = String(repeating: "判", count: 2_001)
      let returned = try await form.send([
        "closingBasis": ["🙂"], "closedOn": ["2016-02-30"], "result": ["🙂"], "outcome": [long], "recovered": ["-1"],
      ]).submit()
      #expect(returned.status == 422)
      for field in ["closingBasis", "closedOn", "result", "outcome", "recovered"] {
        #expect(try !returned.error(at: field).isEmpty, "\(field)")
      }
      let again = try returned.form(action: path)
      #expect(again.value("outcome") == long && again.value("closedOn") == "2016-02-30")
    }
    #expect(try await flow.aidCase.state == .inProgress)
  }

  @Test func whoComesSecondKeepsWhatHeTyped() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    let path = "/cases/\(flow.id)/records"
    try await flow.office.browse { browser in
      let undertaker = browser()
      try await undertaker.signIn("lawyer")
      let form = try await undertaker.get(path).form(action: path)
        .fill(["kind": "evidence", "doneOn": "2016-05-12", "content": "询问证人"])
      try await flow.office.run("lawyer", AddHearing(aidCase: flow.id, heldOn: .literal(2016, 6, 20), court: "法院"))
      let returned = try await form.submit()
      #expect(returned.status == 409)
      #expect(try returned.form(action: path).value("content") == "询问证人")
      let done = try await returned.form(action: path).submit()
      #expect(try done.words().contains("询问证人"))
    }
  }

  /// AT-X.1: no address leads to another's case.
  @Test(arguments: [
    ("lawyer2", 404), ("clerk2", 404), ("firm2", 404), ("admin", 403), ("clerk", 200), ("lawyer", 200),
  ])
  func theAddressOfACaseLeadsOnlyThoseWhoMaySeeIt(_ login: String, _ status: Int) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.assign()
    try await flow.office.browse { browser in
      let somebody = browser()
      try await somebody.signIn(login)
      #expect(try await somebody.get("/cases/\(flow.id)").status == status)
    }
  }

  @Test(arguments: ["zh-CN", "en"])
  func everyPageIsInOneLanguage(_ language: String) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.close()
    let page = "/cases/\(flow.id)"
    try await flow.office.browse { browser in
      for (login, path) in [
        ("lawyer", page), ("lawyer", "\(page)/dossier"), ("lawyer", "\(page)/files"), ("assigner", "/cases"),
      ] {
        let somebody = browser()
        try await somebody.signIn(login)
        _ = try await somebody.get("/language?to=\(language == "en" ? "en" : "zh")&next=/work")
        let shown = try await somebody.get(path)
        #expect(shown.status == 200)
        #expect(try shown.heading().isEmpty == false)
        #expect(try shown.words().contains(language == "en" ? "Cases" : "案件"))
      }
    }
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func theListIsFilteredAndPaged(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    let id = flow.id
    _ = try await flow.office.services.database.write(serial: nil) { tx in
      for number in 1...CaseQuery().size {
        try tx.run(
          """
          INSERT INTO aid_case (id, county, number, origin, owner, matter, recipient, recipient_name, groups, track,
            form, cause, rule_set, state, accepted_on, is_imported, version, last_event)
          SELECT \(CaseID()), county, \("旧案\(number)"), origin, owner, matter, recipient, '钱某', groups, track, form,
            '离婚', rule_set, 'archived', '2015-03-01', 1, 1, last_event FROM aid_case WHERE id = \(id)
          """)
      }
    }
    try await flow.office.browse { browser in
      let assigner = browser()
      try await assigner.signIn("assigner")
      let first = try await assigner.get("/cases")
      #expect(try first.words().contains("赵春兰"))
      let second = try await first.follow("下一页")
      #expect(try !second.words().contains("赵春兰"))
      #expect(try second.links().count { $0.hasPrefix("/cases/0") } == 1)
      let found = try await assigner.get("/cases").form(action: "/cases").fill(["text": "赵春", "state": "opened"])
        .submit()
      #expect(try found.links().count { $0.hasPrefix("/cases/0") } == 1)
      #expect(try await assigner.get("/cases/\(flow.id)").status == 200)
    }
  }
}
