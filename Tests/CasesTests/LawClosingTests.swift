import Cases
import Intake
import Kernel
import Localization
import Testing
import WorkCalendar

/// 程序规定 34 (2012), 41 (2023).
@Suite struct ClosingRuleTests {
  @Test(arguments: [
    (
      CaseForm.civilLitigationAgency, Stage?.some(.firstInstance),
      [ClosingBasis.judgment, .ruling, .mediationPaper, .settlement]
    ),
    (.civilLitigationAgency, .enforcement, [.ruling, .settlement, .performance]),
    (.criminalDefence, .investigation, [.prosecutionOpinion, .dismissal]),
    (.criminalDefence, .prosecutionReview, [.indictment, .nonProsecution]),
    (.criminalDefence, .firstInstance, [.judgment, .ruling, .mediationPaper]),
    (.criminalAgency, .prosecutionReview, [.indictment, .nonProsecution]),
    (.arbitrationAgency, .arbitration, [.award, .settlement]),
    (.reconsiderationAgency, nil, [.reconsiderationDecision, .settlement]),
    (.otherNonLitigation, .petitionReview, [.petitionRejection, .retrialRuling, .petitionReply, .settlement]),
    (
      .compensationLitigationAgency, nil,
      [.compensationDecision, .judgment, .ruling, .mediationPaper, .settlement]
    ),
    (.mediationAgency, nil, [.settlement, .performance]), (.otherNonLitigation, nil, [.settlement, .performance]),
  ])
  func whatCloses(_ form: CaseForm, _ stage: Stage?, _ allowed: [ClosingBasis]) {
    #expect(ClosingRule.allowed(form, stage: stage) == allowed)
    #expect(ClosingRule.allowed(form, stage: stage, terminated: true) == [.terminationNotice])
  }

  @Test(arguments: [
    ("2016-03-07", [String]()), ("2016-05-31", []), ("2016-03-06", ["closing.before-acceptance"]),
    ("2016-06-01", ["closing.future"]),
  ])
  func theDay(_ closedOn: String, _ keys: [String]) throws {
    let refusals = ClosingRule.refusals(
      closedOn: try #require(Day(closedOn)), by: .judgment, form: .civilLitigationAgency, stage: .firstInstance,
      acceptedOn: try #require(Day("2016-03-07")), today: try #require(Day("2016-05-31")))
    #expect(refusals.map(\.key) == keys)
    #expect(refusals.allSatisfy { $0.field == "closedOn" })
  }

  @Test(arguments: [("2016-05-31", "P12"), ("2023-08-31", "P12"), ("2023-09-01", "P23")])
  func aWrongBasisCitesTheRulesOfTheClosingDay(_ day: String, _ law: String) throws {
    let closedOn = try #require(Day(day))
    let refusals = ClosingRule.refusals(
      closedOn: closedOn, by: .award, form: .civilLitigationAgency, stage: nil, acceptedOn: closedOn,
      today: closedOn)
    #expect(refusals.map(\.key) == ["closing.wrong-basis"])
    #expect(refusals.first?.basis.map(\.law.key) == [law])
    #expect(refusals.first?.message.zh.hasPrefix("这类案件不以“") == true)
    #expect(refusals.first?.message.en.hasPrefix("Such a case is not closed by “") == true)
  }

  @Test func everythingAtOnce() throws {
    let refusals = ClosingRule.refusals(
      closedOn: .latest, by: .award, form: .criminalDefence, stage: .investigation, acceptedOn: .earliest,
      today: try #require(Day("2016-05-31")))
    #expect(refusals.map(\.key) == ["closing.future", "closing.wrong-basis"])
  }
}
