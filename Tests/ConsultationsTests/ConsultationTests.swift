import Consultations
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite struct ConsultationTests {
  /// AT-10.1: service typed, entry by the server; the same day or not by the calendar, not by 24 hours.
  @Test(arguments: TestOffice.Engine.allCases)
  func serviceAndEntryAreBothKept(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at("2016-03-07", 23, 50))
    let served = Fixture.at("2016-03-07", 15)
    let same = try await office.run(
      "clerk", RecordConsultation(Fixture.who, Fixture.told(servedAt: served), .later))
    office.clock.move(to: Fixture.at("2016-03-08", 0, 5))
    let late = try await office.run(
      "clerk", RecordConsultation(Fixture.who, Fixture.told(servedAt: served), .later))
    let (first, second) = (try await office.consultation(same), try await office.consultation(late))
    #expect([first.servedAt, second.servedAt] == [served, served])
    #expect(first.enteredAt == Fixture.at("2016-03-07", 23, 50))
    #expect([first.isSameDay, second.isSameDay] == [true, false])
    #expect(try await office.measured("K11") == [1, 2])
    let refused = try await refusedKeys {
      let later = Fixture.told(servedAt: Fixture.at("2016-03-08", 0, 6))
      try await office.run("clerk", RecordConsultation(Fixture.who, later, .later))
    }
    #expect(refused == ["consultation.servedLater"])
  }

  /// K11 is of the stations: what the centre's window records is not counted.
  @Test func theWindowIsNoStation() async throws {
    let office = try await TestOffice(at: Fixture.at("2016-03-07", 10))
    try await office.run("receptionist", RecordConsultation(Fixture.who, Fixture.told(), .later))
    #expect(try await office.measured("K11") == [0, 0])
  }

  /// AT-3.5: a consultation or a drafting does not change K1.
  @Test(arguments: TestOffice.Engine.allCases)
  func noneIsACase(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at("2016-03-07", 10))
    let id = try await office.run(
      "clerk", RecordConsultation(Fixture.who, Fixture.told(), .answered(Fixture.answer)))
    try await office.run("clerk", RecordDrafting(id, .arbitration, title: "仲裁申请书", on: .literal(2016, 3, 7)))
    #expect(try await office.measured("K1") == [0])
    #expect(try await office.value("SELECT COUNT(*) FROM drafting", as: Int.self) == 1)
  }

  /// TL29: a letter of Monday 2016-03-07 is answered by Wednesday 2016-03-16; the answer stops the clock and makes F01.
  @Test(arguments: TestOffice.Engine.allCases)
  func aLetterHasSevenWorkingDays(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at("2016-03-07", 10))
    let id = try await office.run("receptionist", RecordConsultation(Fixture.who, Fixture.told(.letter), .later))
    #expect(try await office.due(id) == ["2016-03-16"])
    #expect(try await office.papers(id) == [])
    try await office.run("receptionist", HandleConsultation(id, .answered(Fixture.answer)))
    #expect(try await office.due(id) == [])
    #expect(try await office.papers(id) == ["F01"])
    #expect(try await office.consultation(id).state == .answered)
    try await office.run("receptionist", CloseConsultation(id))
    #expect(try await office.consultation(id).state == .closed)
  }

  @Test func anAppointmentIsKeptOrNot() async throws {
    let office = try await TestOffice(at: Fixture.at("2016-03-07", 10))
    let tomorrow = Fixture.at("2016-03-08", 9)
    let id = try await office.run("clerk", RecordConsultation(Fixture.who, Fixture.told(), .appointment(tomorrow)))
    #expect(try await office.consultation(id).appointedAt == tomorrow)
    #expect(
      try await refusedKeys { try await office.run("clerk", HandleConsultation(id, .appointment(tomorrow))) } == [
        "wrong-state"
      ])
    try await office.run("clerk", CloseConsultation(id))
    let refused = try await refusedKeys {
      let yesterday = Fixture.at("2016-03-06", 9)
      try await office.run("clerk", RecordConsultation(Fixture.who, Fixture.told(), .appointment(yesterday)))
    }
    #expect(refused == ["consultation.appointedBefore"])
  }

  @Test func whoSaysNoNameIsNotedAsDeclining() async throws {
    let office = try await TestOffice(at: Fixture.at("2016-03-07", 10))
    let refused = try await refusedKeys {
      try await office.run("clerk", RecordConsultation(Consulter(), Fixture.told(), .later))
    }
    #expect(refused == ["consultation.noName"])
    let id = try await office.run(
      "clerk", RecordConsultation(Consulter(declinesIdentity: true), Fixture.told(), .later))
    #expect(try await office.consultation(id).consulter(office.services.keys).declinesIdentity)
  }

  /// 法律援助法 23 from 2022; before that the reminder is only recorded. What is no legal matter names the department.
  @Test(arguments: [
    (ConsultationTopic.labourPay, "2016-03-07", [String]()),
    (.labourPay, "2022-03-07", ["consultation.notReminded"]),
    (.notLegal, "2022-03-07", ["consultation.department"]),
  ])
  func whatTheAnswerMustSay(_ topic: ConsultationTopic, _ day: String, _ expected: [String]) throws {
    let answer = ConsultationAnswer("答复", isReminded: false)
    let rules = RuleSet.inForce(on: try #require(Day(day)))
    #expect(answer.refusals(about: topic, rules: rules).map(\.key) == expected)
  }

  @Test func whoAskedStandsEncrypted() async throws {
    let office = try await TestOffice(at: Fixture.at("2016-03-07", 10))
    try await office.run("clerk", RecordConsultation(Fixture.who, Fixture.told(), .later))
    let sealed = try #require(try await office.value("SELECT consulter_sealed FROM consultation", as: [UInt8].self))
    #expect(!String(decoding: sealed, as: UTF8.self).contains("赵春兰"))
    #expect(try await office.value("SELECT COUNT(*) FROM person", as: Int.self) == 0)
  }
}
