import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 保护标记 · What each flag leaves of a person for whom, and which flags the facts set by themselves (AT-X.3).
@Suite("AT-X.3 Protection flags")
struct ProtectionTests {
  private static let told = PersonTold(
    name: "欧阳小雨", identityNumber: "320999200403052166", sex: .female, birthOn: Day("2004-03-05"),
    phone: "13951230001", address: "青禾县河东镇柳湾村五组9号", township: "河东镇")

  private static func office(_ engine: TestOffice.Engine = .sqlite) async throws -> TestOffice {
    try await TestOffice(engine, at: Instant(.literal(2016, 3, 7), hour: 9), seal: false)
  }

  private static func save(_ told: PersonTold, _ office: TestOffice) async throws -> Person {
    let (county, keys) = (office.county, office.services.keys)
    let id = try await office.act { try PersonTable.save(told, in: $0) }
    return try await office.services.database.read { try PersonTable.of(id, in: county, keys, $0) }
  }

  @Test("Under 18 on the day, or of a military group: flagged by itself", arguments: TestOffice.Engine.allCases)
  func automatic(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    #expect(try await Self.save(Self.told, office).protection.flags == [.minor])
    let grown = PersonTold(name: "钱进", birthOn: Day("1998-03-07"))
    #expect(try await Self.save(grown, office).protection.flags == [], "18 today")
    let oneDayLess = PersonTold(name: "钱进", birthOn: Day("1998-03-08"))
    #expect(try await Self.save(oneDayLess, office).protection.flags == [.minor])
    let soldier = PersonTold(name: "孙卫国", birthOn: Day("1990-01-01"), groups: [.servicePerson])
    #expect(try await Self.save(soldier, office).protection.flags == [.military])
    let veteran = PersonTold(name: "孙卫民", birthOn: Day("1970-01-01"), groups: [.veteran, .dibao])
    #expect(try await Self.save(veteran, office).protection.flags == [])
  }

  @Test("Told again, a flag is added and none is lost", arguments: TestOffice.Engine.allCases)
  func again(engine: TestOffice.Engine) async throws {
    let office = try await Self.office(engine)
    _ = try await Self.save(Self.told, office)
    var later = Self.told
    later.groups = [.militaryFamily]
    later.birthOn = nil
    #expect(try await Self.save(later, office).protection.flags == [.minor, .military])
  }

  /// Every flag × field × role against the words of the table.
  @Test(arguments: ProtectionFlag.allCases, PersonalField.allCases)
  func onlyTheUndertakerSees(_ flag: ProtectionFlag, _ field: PersonalField) async throws {
    let office = try await Self.office()
    let protection = Protection([flag])
    let isMilitarySecret = flag == .military && [.identityNumber, .address].contains(field)
    for login in ["clerk", "receptionist", "reviewer", "director", "assigner", "supervisor", "firm", "leader"] {
      #expect(try await !protection.shows(field, to: office.principal(login)), "\(login)")
      #expect(try await Protection().shows(field, to: office.principal(login)))
    }
    #expect(try await protection.shows(field, to: office.principal("lawyer")) == !isMilitarySecret)
    #expect(protection.shows(field, to: .system(office.county)))
  }

  @Test func whatIsMaskedIsAbsentAndTheNameASurname() async throws {
    let office = try await Self.office()
    let person = try await Self.save(Self.told, office)
    let seen = try await person.seen(by: office.principal("director"))
    #expect(seen.name == "欧阳某某")
    #expect(seen.identityNumber == nil && seen.birthOn == nil && seen.phone == nil && seen.address == nil)
    #expect(seen.township == "河东镇" && seen.protection.flags == [.minor])
    #expect(try await person.seen(by: office.principal("lawyer")).name == "欧阳小雨")
  }

  /// Two flags mask what either masks.
  @Test func flagsAddUp() async throws {
    let office = try await Self.office()
    let both = Protection([.minor, .military])
    let lawyer = try await office.principal("lawyer")
    #expect(both.shows(.name, to: lawyer) && !both.shows(.identityNumber, to: lawyer))
  }
}
