import Cases
import DefenceNotices
import Intake
import Kernel
import Privacy
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 保管期限 · How long a dossier is kept, and on what ground an answer about personal data is refused: the defaults one by one.
@Suite struct RetentionTests {
  /// The product's own classes, until the archive authority approves a table (档案法实施条例 2024, 19).
  @Test func aMinorsDossierIsKeptForEver() async throws {
    let office = try await TestOffice(at: Instant(.literal(2016, 5, 20), hour: 9))
    for (birthOn, ground) in [
      (Day.literal(1998, 5, 21), RetentionGround.weighty), (.literal(1998, 5, 20), .litigation),
    ] {
      let told = NoticeTold(.police, "青禾县公安局", organCase: "青公刑字\(birthOn)号", stage: .investigation, charge: "盗窃罪")
      let id = try await office.run(
        "receptionist", RegisterNotice(PersonTold(name: "司徒秋白", birthOn: birthOn), told))
      #expect(try await office.aidCase(id).retentionGround == ground)
    }
    #expect(RetentionGround.weighty.retention == .permanent)
    #expect(RetentionGround.litigation.retention > RetentionGround.ordinary.retention)
  }

  /// What an appraisal keeps on is kept for the next longer time, in the end for ever.
  @Test func whatIsKeptOnIsKeptLonger() {
    let classes: [RetentionClass] = [.years10, .years30, .permanent]
    #expect(classes.map(\.longer) == [.years30, .permanent, .permanent])
    #expect(RetentionClass.years10.keptUntil(archivedOn: .literal(2016, 12, 31)) == .literal(2026, 12, 31))
    #expect(RetentionClass.years10.expiredIfArchived(by: .literal(2026, 12, 31)) == .literal(2015, 12, 31))
    #expect(RetentionClass.permanent.keptUntil(archivedOn: .literal(2016, 1, 1)) == nil)
  }

  /// 个人信息保护法 13(3), 45, 46.
  @Test func everyGroundOfRefusalCitesItsArticle() {
    let cited: [RefusalGround: String] = [.stillNeeded: "13(3)", .secrecy: "45", .unfounded: "46"]
    for ground in RefusalGround.allCases {
      #expect(ground.basis == LegalBasis(.personalInformation, cited[ground] ?? ""), "\(ground)")
    }
  }
}
