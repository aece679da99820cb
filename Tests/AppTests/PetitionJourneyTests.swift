import App
import Cases
import Intake
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 代理申诉全程 · Petition agency in its two variants: in 2016 by the local pack, before any retrial is ordered; since the law of
/// 2021 once the court ordered it.
@Suite(.timeLimit(.minutes(5))) struct PetitionJourneyTests {
  private static let petition: [String: [String]] = [
    "matter": ["M14"], "cause": ["买卖合同纠纷"], "opposing": ["李四"], "petitionJudgment": ["（2015）青民终字第12号"],
    "petitionEffectiveOn": ["2015-12-10"], "petitionGround": ["有新的证据，足以推翻原判决。"],
  ]

  /// PLAN16 1: the petition itself is handled, and ends with its rejection.
  @Test(arguments: TestOffice.Engine.allCases)
  func byThePackOf2016(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(.literal(2016, 5, 20), hour: 9))
    for pack in LocalRulePack.shipped {
      try await office.run("director", AdoptRulePack(pack, limits: Capabilities.limits))
    }
    try await office.browse { open in
      var journey = Journey(office, Desks(office, open))
      try await journey.apply(Self.petition)
      let facts = try await journey.desks.page(journey.application, for: "reviewer").words()
      #expect(facts.contains("地方规则包JS-2016，X21") && facts.contains("2016年6月12日"), "\(facts)")
      try await journey.decide()
      try await journey.assign()
      journey.wait(2)
      try await journey.engage()
      journey.wait(20)
      try await journey.close(.petitionRejection, .claimsRejected)
      try await journey.archive()
      try await journey.expectPapers(["F02", "F05", "F08", "F09", "F11", "F21"])
      try await journey.expectDossier()
    }
    try await office.expectWhole()
  }

  /// 法律援助法 33: once the retrial is ordered its hearing is what the aid is for.
  @Test(arguments: TestOffice.Engine.allCases)
  func afterTheRetrialWasOrdered(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(.literal(2022, 5, 20), hour: 9))
    try await office.browse { open in
      var journey = Journey(office, Desks(office, open))
      let told = [
        "retrialOrdered": ["yes"], "stage": ["retrial"], "form": ["civilLitigationAgency"],
        "petitionEffectiveOn": ["2021-12-10"],
      ]
      try await journey.apply(Self.petition.merging(told) { $1 })
      try await journey.decide()
      try await journey.assign()
      journey.wait(2)
      try await journey.engage()
      journey.wait(20)
      try await journey.hear(before: "青禾县人民法院")
      try await journey.upload("opinion", "hearingNotes")
      try await journey.close(.judgment, .claimsPart)
      try await journey.archive()
      try await journey.expectPapers(["F02", "F05", "F08", "F09", "F11", "F13", "F21"])
      try await journey.expectDossier()
      #expect(try await office.aidCase(journey.id).track == .petition)
    }
    try await office.expectWhole()
  }
}
