import Cases
import Intake
import Kernel
import Localization
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 各类案件全程 · The tracks that begin at the counter and differ in what is asked, what belongs in the dossier and what closes
/// them: each clicked to the archive, with its papers. The civil one is `ThreadTests`.
@Suite(.timeLimit(.minutes(5))) struct TrackJourneyTests {
  struct Track: Sendable, CustomTestStringConvertible {
    let name: String
    let day: Day
    let told: [String: [String]]
    /// Where it is heard, if anywhere.
    var organ: String?
    var uploads: [String] = []
    let basis: ClosingBasis
    let result: CaseResult
    /// The clock that begins with the closing, beside the dossier's.
    var afterwards: String?

    var testDescription: String { name }
  }

  static let all = [
    Track(
      name: "劳动仲裁", day: .literal(2016, 5, 20),
      told: [
        "matter": ["M05"], "cause": ["追索劳动报酬"], "opposing": ["青禾宏达建筑劳务有限公司"], "track": ["labourArbitration"],
        "form": ["arbitrationAgency"], "stage": ["arbitration"],
      ], organ: "青禾县劳动人事争议仲裁委员会", uploads: ["opinion", "hearingNotes"], basis: .award, result: .claimsWhole,
      afterwards: "KD3"),
    Track(
      name: "行政诉讼", day: .literal(2016, 5, 20),
      told: [
        "matter": ["M02"], "cause": ["工伤认定"], "opposing": ["青禾县人力资源和社会保障局"], "track": ["administrative"],
        "form": ["administrativeLitigationAgency"], "stage": ["firstInstance"],
      ], organ: "青禾县人民法院", uploads: ["opinion", "hearingNotes"], basis: .judgment, result: .actChanged),
    Track(
      name: "行政复议", day: .literal(2024, 5, 20),
      told: [
        "matter": ["M18"], "cause": ["最低生活保障待遇"], "opposing": ["青禾县民政局"], "stage": ["reconsideration"],
      ], basis: .reconsiderationDecision, result: .actChanged),
    Track(
      name: "国家赔偿", day: .literal(2016, 5, 20),
      told: [
        "matter": ["M01"], "cause": ["错误羁押赔偿"], "opposing": ["青禾县公安局"], "form": ["compensationLitigationAgency"],
      ], basis: .compensationDecision, result: .claimsPart),
    Track(
      name: "调解", day: .literal(2023, 10, 10),
      told: [
        "matter": ["M04"], "cause": ["赡养费纠纷"], "opposing": ["王大"], "track": ["nonLitigation"],
        "form": ["mediationAgency"], "stage": ["mediation"],
      ], basis: .settlement, result: .settled),
  ]

  @Test(arguments: TestOffice.Engine.allCases, all)
  func toTheArchive(_ engine: TestOffice.Engine, _ track: Track) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(track.day, hour: 9))
    try await office.browse { open in
      var journey = Journey(office, Desks(office, open))
      try await journey.apply(track.told)
      try await journey.decide()
      try await journey.assign()
      journey.wait(2)
      try await journey.engage()
      journey.wait(20)
      if let organ = track.organ { try await journey.hear(before: organ) }
      for item in track.uploads { try await journey.upload(item) }
      let closed = try await journey.close(track.basis, track.result)
      #expect(try closed.words().contains(track.result.name.zh))
      let clocks = try await office.clocks(of: journey.id).keys.sorted()
      #expect(clocks == ([track.afterwards, "TL18"].compactMap(\.self)).sorted())
      try await journey.archive()
      let found = try await office.aidCase(journey.id)
      // The organ gets a letter in litigation.
      let letter = found.form.isLitigation ? ["F13"] : []
      try await journey.expectPapers(["F02", "F05", "F08", "F09", "F11", "F21"] + letter)
      try await journey.expectDossier()
    }
    try await office.expectWhole()
  }
}
