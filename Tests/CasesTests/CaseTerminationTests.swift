import Cases
import Foundation
import Intake
import Kernel
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 终止法律援助: the grounds, the two hands, the papers, and the day the case closes (条例 23; 法律援助法 48).
@Suite struct CaseTerminationTests {
  /// AT-3.7 by the real action: it still counts as accepted, and as closed on the day the unit receives the letter.
  @Test(arguments: TestOffice.Engine.allCases)
  func at_3_7_aTerminatedCaseStillCounts(_ engine: TestOffice.Engine) async throws {
    let flow = try await CaseFlow.open(CaseFlow.office(engine))
    try await flow.begin()
    try await propose(flow)
    flow.office.clock.move(to: .literal(2016, 5, 17))
    try await terminate(flow)
    let terminated = try await flow.aidCase
    #expect(terminated.state == .terminated && terminated.ended == .terminated && terminated.closedOn == nil)
    #expect(terminated.closingBasis == .terminationNotice)
    #expect(try await flow.clocks.isEmpty)
    flow.office.clock.move(to: .literal(2016, 5, 20))
    try await flow.office.run(
      "firm", RecordTerminationReceived(aidCase: flow.id, receivedOn: .literal(2016, 5, 18)))
    #expect(try await flow.aidCase.closedOn == .literal(2016, 5, 18))
    #expect(try await figure(flow, "K1", to: .literal(2016, 12, 31)) == [1, nil])
    #expect(try await figure(flow, "K6", to: .literal(2016, 5, 17)) == [0, 1])
    #expect(try await figure(flow, "K6", to: .literal(2016, 5, 18)) == [1, 1])
  }

  @Test func itsPapersNameTheRightToObject() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    try await propose(flow)
    try await terminate(flow)
    let subjects = try await flow.aidCase.subjects
    let papers = try await flow.office.services.database.read { try PaperTable.of(subjects, $0) }
      .filter { ["F18", "F19"].contains($0.form) }
    #expect(papers.map(\.form) == ["F18", "F19", "F19"])
    #expect(papers.map(\.number) == ["青援终字〔2016〕第1号", "青援终函字〔2016〕第1号", "青援终函字〔2016〕第2号"])
    for set in [2013, 2023] {
      let wording = try #require(CasesForms.form("F18", formSet: set)).wording.joined()
      #expect(wording.contains("异议") && wording.contains("{{objectionLimit}}"))
    }
  }

  @Test func nobodyUndertakesItYet() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await propose(flow, by: "assigner")
    try await terminate(flow)
    #expect(try await flow.aidCase.closedOn == flow.office.clock.now.day)
  }

  /// 条例 23(4): the wish is enough; 法律援助法 48(7): with good reason, and never in a notified case.
  @Test func theRecipientsWishByRuleSet() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    func wish(_ why: String = "") async throws -> [String] {
      try await refusedKeys {
        try await flow.office.run(
          "reviewer",
          ProposeTermination(aidCase: flow.id, ground: .recipientAsks, facts: "书面请求", goodReason: why))
      }
    }
    let id = flow.id
    _ = try await flow.office.services.database.write(serial: nil) {
      try $0.run("UPDATE aid_case SET track = \(CaseTrack.criminalNotified) WHERE id = \(id)")
    }
    #expect(try await wish() == ["termination.ground"])
    _ = try await flow.office.services.database.write(serial: nil) {
      try $0.run("UPDATE aid_case SET track = \(CaseTrack.civil) WHERE id = \(id)")
    }
    flow.office.clock.move(to: .literal(2022, 3, 1))
    #expect(try await wish() == ["termination.goodReason"])
    #expect(try await wish("已与对方和解并履行完毕。") == [])
    #expect(try await wish("又一次") == ["termination.open"])
  }

  @Test func whatIsRefused() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    func propose(_ ground: TerminationReason, _ facts: String) async throws -> [String] {
      try await refusedKeys {
        try await flow.office.run("assigner", ProposeTermination(aidCase: flow.id, ground: ground, facts: facts))
      }
    }
    // The rules of 2012 do not know deceit as a ground; what only local rules name waits for them.
    #expect(try await propose(.deceit, "") == ["termination.ground", "termination.facts"])
    #expect(try await propose(.reliefRevoked, "法院撤销") == ["termination.ground"])
    let decision = DecideTermination(aidCase: flow.id, isApproved: true, opinion: "同意")
    #expect(try await refusedKeys { try await flow.office.run("director", decision) } == ["termination.none"])
    #expect(try await propose(.recipientAsks, "书面请求") == [])
    let empty = DecideTermination(aidCase: flow.id, isApproved: true, opinion: "")
    #expect(try await refusedKeys { try await flow.office.run("director", empty) } == ["termination.opinion"])
    try await flow.office.run("director", decision)
    #expect(try await propose(.recipientAsks, "再次") == ["termination.state"])
    #expect(
      try await refusedKeys {
        try await flow.office.run(
          "assigner", RecordTerminationReceived(aidCase: flow.id, receivedOn: .literal(2016, 5, 9)))
      } == ["termination.receivedOn"])
  }

  @Test func notApprovedTheCaseGoesOn() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    try await propose(flow)
    try await flow.office.run("director", DecideTermination(aidCase: flow.id, isApproved: false, opinion: "事实不清"))
    #expect(try await flow.aidCase.state == .inProgress)
    try await propose(flow)
  }

  /// Who proposed it does not decide it; an open request for replacement lapses with the case.
  @Test func twoHandsAndWhatLapses() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    try await flow.office.run(
      "lawyer", RequestReplacement(aidCase: flow.id, ground: .inability, reason: "长期住院。"))
    try await propose(flow)
    let (id, director) = (flow.id, try await flow.office.principal("director"))
    let own = try await flow.office.principal("lawyer").user
    func pretend(_ user: UserID?) async throws {
      _ = try await flow.office.services.database.write(serial: nil) {
        try $0.run("UPDATE termination SET proposer = \(user) WHERE aid_case = \(id)")
      }
    }
    try await pretend(director.user)
    #expect(try await refusedKeys { try await terminate(flow) } == ["termination.proposer"])
    try await pretend(own)
    try await terminate(flow)
    let replacements = try await flow.office.services.database.read { try ReplacementTable.of(id, $0) }
    #expect(replacements.map(\.state) == [.lapsed])
  }

  @Test func throughThePages() async throws {
    let flow = try await CaseFlow.open(CaseFlow.office())
    try await flow.begin()
    let path = "/cases/\(flow.id)"
    try await flow.office.browse { browser in
      let lawyer = browser()
      try await lawyer.signIn("lawyer")
      let proposed = try await lawyer.get("\(path)/termination").form(action: "\(path)/termination")
        .fill(["ground": "T6", "facts": "受援人已自行委托律师。"]).submit()
      #expect(try proposed.words().contains("受援人已自行委托律师。"))
      let director = browser()
      #expect(try await director.signIn("director").links().contains("\(path)/termination-decision"))
      let decided = try await director.get("\(path)/termination-decision").form(
        action: "\(path)/termination-decision"
      )
      .fill(["opinion": "同意终止。"]).submit(("result", "terminate"))
      #expect(try decided.words().contains("已终止"))
      // What it never reached does not look done.
      let stages = try decided.root().all("ol").filter { $0["class"] == "steps" }.map(\.text)
      #expect(stages.count == 1 && stages.allSatisfy { $0.contains("已终止") && !$0.contains("归档") })
      let work = try await lawyer.get("/work")
      #expect(try work.links().contains("\(path)/termination-receipt"))
      let received = try await lawyer.get("\(path)/termination-receipt").form(action: "\(path)/termination-receipt")
        .fill(["receivedOn": "2016-05-12"]).submit()
      #expect(try received.words().contains("收到终止法律援助公函"))
      #expect(try await !lawyer.get("/work").links().contains("\(path)/termination-receipt"))
      _ = try await lawyer.get("/language?to=en&next=/work")
      #expect(try await lawyer.get(path).words().contains("Termination letter received"))
    }
  }

  private func propose(_ flow: CaseFlow, by login: String = "lawyer") async throws {
    try await flow.office.run(
      login, ProposeTermination(aidCase: flow.id, ground: .ownCounsel, facts: "受援人已自行委托律师。"))
  }

  private func terminate(_ flow: CaseFlow) async throws {
    try await flow.office.run(
      "director", DecideTermination(aidCase: flow.id, isApproved: true, opinion: "同意", organ: "青禾县人民法院"))
  }

  private func figure(_ flow: CaseFlow, _ key: String, to: Day) async throws -> [Int?] {
    let measure = try #require(CaseMeasures.all.first { $0.key == key })
    let scope = MeasureScope(county: flow.office.county, from: .literal(2016, 1, 1), to: to)
    return try await flow.office.services.database.read { reader in
      try [measure.numerator(scope), measure.denominator?(scope)].map { sql in
        try sql.map { try reader.rows($0).count }
      }
    }
  }
}
