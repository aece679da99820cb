import DutyLawyers
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 值班表 · Making a week's and a month's shifts, substitution, and nobody at two places at once.
@Suite struct RosterTests {
  @Test(arguments: TestOffice.Engine.allCases)
  func aMonthAtOnce(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2024, 5, 20))
    let place = try await office.place()
    let (from, to): (Day, Day) = (.literal(2024, 6, 1), .literal(2024, 6, 30))
    // June 2024: the tenth is the Dragon Boat festival.
    #expect(try await office.plan(place, ["lawyer", "lawyer2", "lawyer3"], from: from, to: to) == 19)
    let shifts = try await office.shifts(from, to)
    #expect(shifts.prefix(4).map(\.lawyerName) == ["张静", "何涛", "沈洁", "张静"])
    #expect(shifts.map(\.day).contains(.literal(2024, 6, 10)) == false)
    #expect(try shifts.first?.phone(office.services.keys) == "13900006211")
    #expect(try await office.value("SELECT COUNT(*) FROM event WHERE kind = 'duty.planned'", as: Int.self) == 1)
  }

  @Test func aWeekEach() async throws {
    let office = try await TestOffice(at: Fixture.at(2024, 5, 20))
    let place = try await office.place()
    try await office.plan(
      place, ["lawyer", "lawyer2"], from: .literal(2024, 7, 3), to: .literal(2024, 7, 16), .weekly)
    let days = try await office.shifts(.literal(2024, 7, 3), .literal(2024, 7, 16))
    #expect(days.map(\.lawyerName) == ["张静", "张静", "张静", "何涛", "何涛", "何涛", "何涛", "何涛", "张静", "张静"])
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func nobodyIsAtTwoPlacesAtOnce(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2024, 5, 20))
    let (house, court) = (try await office.place(), try await office.place(.court, "青禾县人民法院"))
    let day: Day = .literal(2024, 5, 20)
    try await office.plan(house, ["lawyer"], .morning, from: day, to: day)
    func keys(_ place: DutyPlaceID, _ login: String, _ shift: Shift) async throws -> [String] {
      try await refusedKeys { try await office.plan(place, [login], shift, from: day, to: day) }
    }
    #expect(try await keys(court, "lawyer", .morning) == ["duty.twice"])
    #expect(try await keys(court, "lawyer", .wholeDay) == ["duty.twice"])
    #expect(try await keys(house, "lawyer2", .wholeDay) == ["duty.taken"])
    #expect(try await keys(court, "lawyer", .afternoon) == [])
    // Of a plan that is refused nothing is kept.
    #expect(try await office.shifts(day, day).count == 2)
  }

  @Test(arguments: TestOffice.Engine.allCases)
  func aSubstitute(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2024, 5, 20))
    let (house, court) = (try await office.place(), try await office.place(.court, "青禾县人民法院"))
    try await office.plan(house, ["lawyer"])
    try await office.plan(court, ["lawyer2"])
    let today = office.clock.now.day
    let shift = try #require(try await office.shifts(today, today).first { $0.place == house })
    func put(_ login: String, _ shift: DutyShift) async throws -> [String] {
      let lawyer = try await office.lawyer(login)
      return try await refusedKeys {
        try await office.run(
          "assigner", SubstituteLawyer(shift.id, by: lawyer, phone: "13900006212", reason: "开庭"))
      }
    }
    #expect(try await put("lawyer2", shift) == ["duty.twice"])
    #expect(try await put("lawyer", shift) == ["duty.same"])
    #expect(try await put("lawyer3", shift) == [])
    let changed = try #require(try await office.shifts(today, today).first { $0.place == house })
    #expect(changed.servingName == "沈洁" && changed.lawyerName == "张静" && changed.reason == "开庭")
    #expect(try changed.phone(office.services.keys) == "13900006212")
    office.clock.move(to: Fixture.at(2024, 5, 21))
    #expect(try await put("lawyer4", changed) == ["duty.over"])
    // Who was replaced is free at that hour.
    let help = try await office.run("receptionist", RegisterHelp(Fixture.person, Fixture.told(house)))
    try await office.run("receptionist", DispatchHelp(help))
    #expect(try await office.help(help).lawyerName == "张静")
  }

  @Test func whatIsRefused() async throws {
    let office = try await TestOffice(at: Fixture.at(2024, 5, 20))
    let place = try await office.place()
    let start: Day = .literal(2024, 7, 1)
    func keys(_ logins: [String], to end: Day, by login: String = "receptionist") async throws -> [String] {
      var turns: [DutyTurn] = []
      for one in logins { turns.append(DutyTurn(try await office.lawyer(one))) }
      return try await refusedKeys {
        try await office.run(login, PlanShifts(place, from: start, to: end, .wholeDay, turns))
      }
    }
    #expect(try await keys([], to: start) == ["duty.nobody"])
    #expect(try await keys(["lawyer"], to: start.adding(days: 62)) == ["duty.tooLong"])
    #expect(try await keys(["lawyer"], to: start.adding(days: 61)) == [])
    #expect(try await keys(["lawyer"], to: start, by: "lawyer") == ["not-allowed"])
    let rest: Day = .literal(2024, 10, 1)
    #expect(
      try await refusedKeys { try await office.plan(place, ["lawyer"], from: rest, to: rest) } == [
        "duty.noWorkingDay"
      ])
    #expect(try await refusedKeys { _ = try await office.place() } == ["duty.placeTwice"])
    let unit = try await office.principal("lawyer").agency
    let helper = try await office.run(
      "admin", AddLegalAidPerson(name: "赵工", kind: .grassrootsWorker, unit: try #require(unit)))
    #expect(
      try await refusedKeys {
        try await office.run(
          "receptionist", PlanShifts(place, from: rest, to: rest.adding(days: 20), .morning, [DutyTurn(helper)]))
      } == ["duty.notLawyer"])
  }
}
