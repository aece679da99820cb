import DutyLawyers
import Intake
import Kernel
import Registry
import Storage
import TestSupport
import WorkCalendar

/// 测试法律帮助 · Legal help as these tests ask for it: 王二, suspected of theft, has no defender.
enum Fixture {
  static let person = PersonTold(
    name: "王二", identityNumber: "32099919880506213X", phone: "13900006210", address: "河东镇一组", township: "河东镇")

  static func told(
    _ place: DutyPlaceID, _ source: HelpSource = .application, _ stage: Stage = .prosecutionReview,
    askedAt: Instant? = nil, receivedAt: Instant? = nil
  ) -> HelpTold {
    HelpTold(
      source, at: place, organ: "青禾县人民检察院", organCase: "青检诉字〔2024〕8号", stage: stage, charge: "盗窃罪",
      isInCustody: true, brief: "入户盗窃一次。", askedAt: askedAt, receivedAt: receivedAt)
  }

  static func at(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 9, _ minute: Int = 0) -> Instant {
    Instant(.literal(year, month, day), hour: hour, minute: minute)
  }
}

extension TestOffice {
  func place(
    _ kind: DutyPlaceKind = .detentionHouse, _ name: String = "青禾县看守所", document: String? = nil
  ) async throws -> DutyPlaceID {
    try await run("receptionist", AddDutyPlace(kind, name: name, phone: "0500-88120119", document: document))
  }

  /// The shifts of today and the four weeks after, the lawyers taking turns.
  @discardableResult
  func plan(
    _ place: DutyPlaceID, _ logins: [String], _ shift: Shift = .wholeDay, from: Day? = nil, to: Day? = nil,
    _ rhythm: DutyRhythm = .daily
  ) async throws -> Int {
    var turns: [DutyTurn] = []
    for login in logins { turns.append(DutyTurn(try await lawyer(login), phone: "13900006211")) }
    let start = from ?? clock.now.day
    return try await run(
      "receptionist", PlanShifts(place, from: start, to: to ?? start.adding(days: 27), shift, turns, rhythm))
  }

  func lawyer(_ login: String) async throws -> LegalAidPersonID {
    guard let id = try await principal(login).undertaker else { throw Refusal.notFound }
    return id
  }

  func help(_ id: LegalHelpID) async throws -> LegalHelp {
    let principal = Principal.system(county)
    return try await services.database.read { try LegalHelpTable.one(id, for: principal, $0) }
  }

  func shifts(_ from: Day, _ to: Day) async throws -> [DutyShift] {
    try await services.database.read { [county] in
      try DutyShiftTable.all(from: from, to: to, in: county, $0)
    }
  }
}
