import Cases
import Intake
import Kernel
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 刑事申请全程 · Criminal aid by application, clicked to the archive: a suspect's from the detention house, and a victim's.
@Suite(.timeLimit(.minutes(5))) struct CriminalJourneyTests {
  /// C1 to C4: forwarded by the detention house within its hours or an hour late, decided in seven plain days, assigned in
  /// three; the organ learns of the decision and of the lawyer.
  @Test(
    arguments: TestOffice.Engine.allCases,
    [(Day.literal(2016, 10, 18), "09:00"), (.literal(2023, 10, 17), "08:59")])
  func fromCustodyToTheArchive(_ engine: TestOffice.Engine, _ handedOver: (day: Day, time: String)) async throws {
    let day = handedOver.day
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(day, hour: 9))
    try await office.browse { open in
      var journey = Journey(office, Desks(office, open))
      let receipt = try await journey.apply([
        "matter": ["M15"], "cause": ["盗窃罪"], "position": ["accused"], "organKind": ["police"],
        "organ": ["青禾县公安局"], "organCase": ["青公刑字〔\(day.year)〕12号"], "stage": ["investigation"],
        "custodyPlace": ["青禾县看守所"], "custodyThrough": ["supervisedPlace"],
        "custodyHandedOverAt": ["\(day.adding(days: -1)) \(handedOver.time)"],
      ])
      #expect(try receipt.words().contains("青禾县看守所"))
      let late = try await journey.desks.page("/applications?custody=late", for: "receptionist").words()
      #expect(late.contains("盗窃罪") == (handedOver.time == "08:59"))
      try await journey.review(.grant)
      try await journey.approve(.grant)
      #expect(try await office.clocks(of: journey.id) == ["TL06": day.adding(days: 3)])
      try await journey.assign()
      journey.wait(2)
      try await journey.engage()
      try await journey.upload("opinion")
      journey.wait(20)
      try await journey.close(.prosecutionOpinion, .sentForProsecution)
      try await journey.archive()
      try await journey.expectPapers(["F02", "F05", "F08", "F09", "REPLY", "F11", "F13", "F21"])
      try await journey.expectDossier()
      let page = try await journey.page(for: "director").words()
      #expect(page.contains("青禾县公安局") && page.contains("移送审查起诉"))
    }
    try await office.expectWhole()
  }

  /// AT-6.11 on its way: on the day the file reached the procuratorate the victim applies, hardship is tested, and the lawyer's
  /// agency ends with the indictment.
  @Test("AT-6.11 A victim's aid from the procuratorate's day to the archive", arguments: TestOffice.Engine.allCases)
  func aVictim(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice.withHardshipLine(engine, at: Instant(.literal(2016, 5, 20), hour: 9))
    try await office.browse { open in
      var journey = Journey(office, Desks(office, open))
      try await journey.apply([
        "matter": ["M16"], "cause": ["故意伤害罪"], "opposing": ["李四"], "position": ["victim"],
        "organKind": ["procuratorate"], "organ": ["青禾县人民检察院"], "stage": ["prosecutionReview"],
      ])
      let facts = try await journey.desks.page(journey.application, for: "reviewer").words()
      #expect(facts.contains("公诉案件被害人") && facts.contains("不超过经济困难标准"))
      try await journey.decide()
      try await journey.assign()
      try await journey.engage()
      try await journey.upload("opinion", "fileNotes")
      journey.wait(20)
      try await journey.close(.indictment, .indicted)
      try await journey.archive()
      try await journey.expectPapers(["F02", "F05", "F08", "F09", "F11", "F13", "F21"])
      try await journey.expectDossier()
    }
    try await office.expectWhole()
  }
}
