import App
import Cases
import DefenceNotices
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 另行通知 · After a permitted refusal the organ notifies anew: the same case, somebody else, the time from the new receipt.
@Suite struct RenewalTests {
  /// D6: the police permit the refusal and notify again.
  @Test(arguments: TestOffice.Engine.allCases)
  func theOrganNotifiesAnew(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 5, 20))
    for login in ["lawyer", "lawyer2"] { try await office.correct(login) }
    let id = try await office.run("receptionist", RegisterNotice(Fixture.person, Fixture.told()))
    try await office.assign(id)
    #expect(try await refusedKeys { try await renew(id, office) } == ["wrong-state"])
    try await handBack(id, "lawyer", office)
    let waiting = try await office.services.database.read { [county = office.county] reader in
      try DefenceNotices.capability.workItems.flatMap { try $0.load(reader, .system(county), office.clock.now.day) }
    }
    #expect(waiting.contains { $0.path == "/cases/\(id)/renewed-notice" })
    // The second notice is no case of its own, whatever number it bears.
    #expect(
      try await refusedKeys {
        _ = try await office.run(
          "receptionist", RegisterNotice(Fixture.person, Fixture.told(organCase: "青公刑字〔2016〕99号")))
      } == ["notice.handedBack"])

    let row = "机关类别,办案机关,办案机关案号,办案阶段,姓名,证件号码\n公安机关,青禾县公安局,青公刑字〔2016〕99号,侦查,王二,32099919880506213X"
    let list = try await NoticeImport.run(
      ImportFile(Array(row.utf8)), as: office.principal("receptionist"), runner: office.office.runner)
    #expect(list.faults.map { "\($0.line) \($0.column) \($0.key)" } == ["2 办案机关案号 notice.handedBack"])

    office.clock.move(to: Fixture.at(2016, 5, 27, 16))
    #expect(
      try await refusedKeys { try await renew(id, at: Fixture.at(2016, 5, 19), office) } == ["notice.renewedAt"])
    #expect(
      try await refusedKeys { try await renew(id, at: Fixture.at(2016, 5, 27, 17), office) } == ["notice.renewedAt"]
    )
    try await renew(id, at: Fixture.at(2016, 5, 26), office)
    let (notice, found) = (try #require(try await office.notice(id)), try await office.aidCase(id))
    #expect(notice.state == .noticeReceived && notice.renewals == 1 && notice.refusedOn == nil)
    #expect(found.state == .opened && found.undertaker == nil)
    #expect(try await office.clocks(id) == ["TL08": .literal(2016, 5, 30)])
    let kept = try await office.services.database.read { try DefenceNoticeTable.renewals(notice.id, $0) }
    #expect(kept.map(\.refusal) == ["不信任。"] && kept.map(\.answer) == ["准许。"] && kept.map(\.daysLate) == [nil])

    // Who was refused does not get it again; somebody else does, and hands nothing over before the papers came.
    #expect(try await refusedKeys { try await office.assign(id) } != [])
    try await office.assign(id, to: "lawyer2")
    #expect(try await office.notice(id)?.state == .assigned)
    let letters = try await office.services.database.read { try PaperTable.of([.aidCase(id)], $0).map(\.form) }
    #expect(letters.filter { $0 == "F11" }.count == 2 && letters.filter { $0 == "F13" }.count == 2)
    let replaced = try await office.services.database.read { try ReplacementTable.of(id, $0) }
    #expect(replaced.map(\.ground) == [.organAsks] && replaced.map(\.state) == [.granted])
    #expect(replaced.map(\.reason) == ["不信任。"])
    // In investigation no text forbids it: the organ may permit once more, and notify once more.
    try await handBack(id, "lawyer2", office)
    try await renew(id, office)
    #expect(try await office.notice(id)?.renewals == 2)
  }

  /// SPC12 254, SPC21 311: whom the law gives a defender keeps the second; others defend themselves, and nobody else is sent.
  @Test(
    arguments: TestOffice.Engine.allCases, [Fixture.at(2016, 5, 20), Fixture.at(2024, 5, 20)])
  func aSecondRefusalInCourt(_ engine: TestOffice.Engine, _ start: Instant) async throws {
    let office = try await TestOffice(engine, at: start)
    for login in ["lawyer", "lawyer2"] { try await office.correct(login) }
    for isMandatory in [true, false] {
      var told = Fixture.told(
        .court, .firstInstance, situations: [isMandatory ? .lifeOrDeath : .ordinaryProcedureNoCounsel],
        organCase: "刑初\(isMandatory)号")
      told.charge = "盗窃罪"
      let person = isMandatory ? Fixture.person : PersonTold(name: "李四")
      let id = try await office.run("receptionist", RegisterNotice(person, told))
      try await office.assign(id)
      try await handBack(id, "lawyer", office)
      try await renew(id, office)
      try await office.assign(id, to: "lawyer2")
      try await office.run("lawyer2", ReportRefusal(id, on: office.clock.now.day, reason: "不信任。"))
      let again = try await refusedKeys { try await answer(id, permitted: true, office) }
      if isMandatory {
        #expect(again == ["notice.secondRefusal"])
        try await answer(id, permitted: false, office)
        #expect(try await office.notice(id)?.state == .assigned)
      } else {
        #expect(again == [])
        #expect(try await refusedKeys { try await renew(id, office) } == ["notice.thirdNotice"])
      }
    }
  }

  /// TL23: three days, and since 2021 after five for own counsel; only the court's time is known.
  @Test(
    arguments: [
      (2016, 5, 23, OrganKind.court, nil), (2016, 5, 24, .court, 1), (2024, 5, 28, .court, nil),
      (2024, 5, 29, .court, 1), (2016, 5, 30, .police, nil),
    ] as [(Int, Int, Int, OrganKind, Int?)])
  func theCourtsOwnTime(_ year: Int, _ month: Int, _ day: Int, _ organ: OrganKind, _ late: Int?) {
    #expect(
      NoticeLateness.ofRenewal(
        by: organ, permittedOn: .literal(year, 5, 20), receivedOn: .literal(year, month, day),
        calendar: .official) == late)
  }

  /// The five days came on 1 March 2021.
  @Test(
    arguments: [(2, 28, 3, nil), (2, 28, 4, 1), (3, 1, 9, nil), (3, 1, 10, 1)] as [(Int, Int, Int, Int?)])
  func fromTheFirstDayOfTheInterpretation(_ month: Int, _ day: Int, _ received: Int, _ late: Int?) {
    #expect(
      NoticeLateness.ofRenewal(
        by: .court, permittedOn: .literal(2021, month, day), receivedOn: .literal(2021, 3, received),
        calendar: .official) == late)
  }

  /// By the pages: from the case's page to its form, and the case waits to be assigned.
  @Test(arguments: TestOffice.Engine.allCases)
  func theNewNoticeByThePages(_ engine: TestOffice.Engine) async throws {
    let office = try await TestOffice(engine, at: Fixture.at(2016, 5, 20))
    try await office.correct("lawyer")
    let id = try await office.run(
      "receptionist", RegisterNotice(Fixture.person, Fixture.told(.court, .firstInstance)))
    try await office.assign(id)
    try await handBack(id, "lawyer", office)
    office.clock.move(to: Fixture.at(2016, 5, 25))
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("receptionist")
      let path = "/cases/\(id)/renewed-notice"
      #expect(try await browser.get("/work").links().contains(path))
      let form = try await browser.get("/cases/\(id)").press("登记另行通知").form(action: path)
      #expect(form.value("receivedAt") == "2016-05-25 09:00")
      let wrong = try await form.fill(["receivedAt": "2016-05-26 09:00"]).submit()
      #expect(wrong.status == 422)
      #expect(try wrong.error(at: "receivedAt").contains("准许拒绝之日与现在之间"))
      let done = try await form.submit()
      #expect(done.path == "/cases/\(id)")
      let words = try done.words()
      #expect(words.contains("迟2天") && words.contains("不信任") && words.contains("待指派"))
      #expect(try await browser.get("/defence-notices?late=yes").words().contains("另行通知迟2天"))
    }
  }

  private func handBack(_ id: CaseID, _ login: String, _ office: TestOffice) async throws {
    try await office.run(login, ReportRefusal(id, on: office.clock.now.day, reason: "不信任。"))
    try await answer(id, permitted: true, office)
  }

  private func answer(_ id: CaseID, permitted: Bool, _ office: TestOffice) async throws {
    try await office.run(
      "receptionist", AnswerRefusal(id, permitted: permitted, on: office.clock.now.day, answer: "准许。"))
  }

  private func renew(_ id: CaseID, at time: Instant? = nil, _ office: TestOffice) async throws {
    try await office.run("receptionist", RenewNotice(id, receivedAt: time ?? office.clock.now))
  }
}
