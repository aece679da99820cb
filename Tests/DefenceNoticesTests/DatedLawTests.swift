import App
import DefenceNotices
import Intake
import Kernel
import Testing
import WorkCalendar

/// 刑事规则的施行日 · What the criminal texts of 2018 to 2021 change, to the day.
@Suite struct DatedLawTests {
  /// What a limit rests on and how long it is for what happens on a day; nil before its text.
  @Test(arguments: [
    ("TL01", "2020-08-31", String?("R03 15, SPC12 41")), ("TL01", "2020-09-01", "R03 15, MPS20 47"),
    ("TL01", "2022-01-01", "L 39"),
    ("TL02", "2021-12-31", nil), ("TL02", "2022-01-01", "L 39"), ("TL03", "2020-08-31", "C13 7"),
    ("TL03", "2020-09-01", "MPS20 47"), ("TL07", "2020-08-31", "C13 9"),
    ("TL07", "2020-09-01", "MPS20 46, SPP19 42"),
    ("TL07", "2022-01-01", "L 36"), ("TL09", "2021-02-28", "SPC12 44"), ("TL09", "2021-03-01", "SPC21 49"),
    ("TL12", "2021-02-28", "SPC12 46, SPC12 58"), ("TL12", "2021-03-01", "SPC21 52, SPC21 66"),
    ("TL21", "2018-10-25", "CPL12 37"), ("TL21", "2018-10-26", "CPL18 39"), ("TL22", "2020-08-31", nil),
    ("TL22", "2020-09-01", "MPS20 49"), ("TL23", "2021-03-01", "SPC21 50"), ("TL24", "2020-08-31", nil),
    ("TL24", "2020-09-01", "MPS20 47"), ("TL25", "2021-02-28", "C13 11"), ("TL25", "2021-03-01", "SPC21 634"),
    ("TL27", "2019-08-31", nil), ("TL27", "2019-09-01", "SPC-D19 2"), ("TL28", "2021-02-28", "SPC12 256"),
    ("TL28", "2021-03-01", "SPC21 313"), ("TL28", "2025-06-15", "SPC21 313"),
  ])
  func limits(_ key: String, _ day: String, _ basis: String?) throws {
    let (limit, day) = (
      try #require(Capabilities.limits.first { $0.key == key }), try #require(Day(day))
    )
    #expect(cited(limit.variant(.inForce(on: day), on: day)?.basis) == basis)
  }

  @Test(arguments: [
    (NoticeSituation.minor, "2018-10-25", String?("CPL12 267")), (.minor, "2018-10-26", "CPL18 278"),
    (.minor, "2022-01-01", "L 25(1)"), (.minor, "2025-06-15", "L 25(1)"), (.inAbsentia, "2018-10-25", nil),
    (.inAbsentia, "2018-10-26", "CPL18 293"), (.lifeOrDeath, "2018-10-26", "CPL18 35"),
    (.suspendedDeathNewCrime, "2021-02-28", nil), (.suspendedDeathNewCrime, "2021-03-01", "SPC21 47"),
    (.foreignNoCounsel, "2021-02-28", "SPC12 402"), (.foreignNoCounsel, "2021-03-01", "SPC21 485"),
    (.deathReviewApplicant, "2018-10-26", "SPC12 42"), (.compulsoryTreatment, "2018-10-25", "CPL12 286"),
    (.compulsoryTreatment, "2018-10-26", "CPL18 304"), (.blindDeafMute, "2021-12-31", "CPL18 35"),
    (.limitedMentalCapacity, "2018-10-25", "CPL12 34"), (.limitedMentalCapacity, "2022-01-01", "L 25(3)"),
    (.ordinaryProcedureNoCounsel, "2018-10-26", "SPC12 43"), (.ordinaryProcedureNoCounsel, "2022-01-01", "L 25"),
    (.prosecutionPilot, "2021-12-31", nil), (.prosecutionPilot, "2022-01-01", "SFT2022-49 "),
    (.otherByLaw, "2021-12-31", nil), (.otherByLaw, "2022-01-01", "L 25(7)"),
    (.blindDeafMute, "2022-01-01", nil), (.visualHearingSpeechDisability, "2021-12-31", nil),
  ])
  func situations(_ situation: NoticeSituation, _ day: String, _ basis: String?) throws {
    #expect(cited(SituationRules.rule(situation, on: try #require(Day(day)))?.ground.basis) == basis)
  }

  @Test func theRuleBookSaysUnderWhichSets() {
    let minor = SituationRules.all.filter { $0.situation == .minor }.map(\.entry.ruleSets)
    #expect(minor == [[.rs2012], [.rs2018], [.rs2022, .rs2023, .rs2025]])
    let foreign = SituationRules.all.filter { $0.situation == .foreignNoCounsel }.map(\.entry.ruleSets)
    #expect(foreign == [[.rs2012, .rs2018], [.rs2018], [.rs2022, .rs2023, .rs2025]])
  }

  private func cited(_ basis: [LegalBasis]?) -> String? {
    basis.map { $0.map { "\($0.law.key) \($0.article)" }.joined(separator: ", ") }
  }
}
