import App
import Kernel
import Localization
import Storage
import TestSupport
import Testing

/// 异常输入 · Whatever stands in a field, the form answers at that field, keeps the rest, and never with an error page.
@Suite(.timeLimit(.minutes(5))) struct BadInputTests {
  /// One form of the thread: whose it is, after which step, and what it is filled with when it is in order.
  struct Form: Sendable, CustomTestStringConvertible {
    let login: String
    var after = Walk.Step.register
    let place: String
    let values: [String: String]
    /// Chosen by its label, which the values cannot name.
    var chosen: (field: String, label: String)?
    var alsoChosen: (field: String, label: String)?

    var testDescription: String { place }

    func values(on page: Page) throws -> [String: String] {
      var values = values
      for (field, label) in [chosen, alsoChosen].compactMap(\.self) { values[field] = try page.choice(label) }
      return values
    }
  }

  static let forms = [
    Form(
      login: "receptionist", after: .register, place: "supplement", values: ["needed": "欠条", "dueOn": "2016-03-31"]),
    Form(login: "receptionist", after: .register, place: "withdrawal", values: ["reason": "申请人书面撤回。"]),
    Form(
      login: "reviewer", after: .accept, place: "review", values: ["recommendation": "grant", "opinion": "符合规定。"]),
    Form(
      login: "director", after: .review, place: "approval",
      values: ["decision": "refuse", "opinion": "不同意。", "reason": "超过标准"]),
    Form(
      login: "assigner", after: .approve, place: "assignment",
      values: ["reason": "专长", "organ": "县法院", "arrangeWithin": "3"],
      chosen: ("choice", "正平律师事务所")),
    Form(login: "firm", after: .assign, place: "undertaker", values: ["organ": "县法院"], chosen: ("person", "张静")),
    Form(login: "lawyer", after: .name, place: "engagement", values: ["engagedOn": "2016-03-07"]),
    Form(
      login: "lawyer", after: .engage, place: "records",
      values: ["kind": "meeting", "doneOn": "2016-03-07", "content": "会见"]),
    Form(
      login: "lawyer", after: .hear, place: "hearings",
      values: ["heldOn": "2016-04-12", "startsAt": "09:30", "court": "县法院", "place": "第三法庭"]),
    Form(
      login: "lawyer", after: .hear, place: "closing",
      values: [
        "closingBasis": "judgment", "closedOn": "2016-03-07", "result": "claimsWhole", "outcome": "胜诉",
        "recovered": "100",
      ]),
    Form(login: "archivist", after: .check, place: "archive", values: ["retention": "years30"]),
  ]

  /// The form is sent for a version that is gone by, so that whatever is harmless changes nothing: 409, all kept.
  @Test(arguments: forms)
  func inEveryFieldOfEveryStep(_ one: Form) async throws {
    let shelf = try await Shelf.shared.value
    let walk = try #require(shelf.walks[one.after])
    let path = "\(walk.aidCase.isEmpty ? walk.application : walk.aidCase)/\(one.place)"
    try await shelf.office.browse { open in
      let browser = open()
      try await browser.signIn(one.login)
      let page = try await browser.get(path)
      let form = try FilledForm(page, path, one.values(on: page), version: "999", askedLater: ["organ"])
      for name in form.names {
        for value in HostileValue.allCases {
          let answer = try await form.send(value, in: name)
          #expect(answer.status != 200, "\(name) \(value.rawValue)")
          try form.expectAnswered(answer, value, in: name)
        }
      }
    }
  }

  /// The office's own forms change no record that was shown, so what is harmless is taken.
  @Test(arguments: officeForms)
  func inEveryFieldOfTheOffice(_ one: Form) async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn(one.login)
      let path = one.place.replacing("{id}", with: try await office.text("SELECT id FROM seal"))
      let names = try await Self.officeForm(one, path, browser, 0).names
      let tries = names.flatMap { name in HostileValue.allCases.map { (name, $0) } }
      for (serial, (name, value)) in tries.enumerated() {
        let form = try await Self.officeForm(one, path, browser, serial)
        try form.expectAnswered(await form.send(value, in: name), value, in: name)
      }
    }
  }

  static let officeForms = [
    Form(login: "admin", place: "/agencies/new", values: ["kind": "lawFirm", "name": "新所"]),
    Form(
      login: "admin", place: "/legal-aid-persons/new", values: ["name": "新律师", "kind": "lawFirmLawyer"],
      chosen: ("unit", "禾城律师事务所")),
    Form(
      login: "admin", place: "/users/new", values: ["login": "new", "name": "新人", "role": "undertaker"],
      chosen: ("agency", "禾城律师事务所")),
    Form(
      login: "admin", place: "/seals/new", values: ["name": "新章", "validTo": "2018-12-31"],
      chosen: ("agency", "青禾县司法局"), alsoChosen: ("keeper", "何静")),
    Form(
      login: "clerk", place: "/consultations/new",
      values: [
        "name": "赵春兰", "topic": "labourPay", "cause": "追索劳动报酬", "content": "工资被拖欠。", "servedAt": "2016-03-07 08:30",
        "answer": "可以申请劳动仲裁。", "department": "县人社局",
      ]),
    Form(
      login: "keeper", place: "/seals/{id}/authorisation",
      values: ["forms": "F09", "from": "2016-03-07", "to": "2016-12-31"]),
    Form(
      login: "director", place: "/government-documents/new",
      values: [
        "number": "青政办发〔2016〕9号", "title": "通知", "issuer": "市政府办公厅", "issuedOn": "2016-03-01",
        "receivedOn": "2016-03-04", "inForceOn": "2016-03-01",
      ]),
  ]

  private static func officeForm(
    _ one: Form, _ path: String, _ browser: Browser, _ serial: Int
  ) async throws -> FilledForm {
    let page = try await browser.get(path)
    var values = try one.values(on: page)
    for name in ["login", "name", "number"] { values[name]?.append(String(serial)) }
    return try FilledForm(page, path, values)
  }

  @Test(arguments: HostileValue.allCases)
  func inEveryFieldOfTheCounter(_ value: HostileValue) async throws {
    let office = try await TestOffice.withHardshipLine()
    let walk = try await office.browse { open in
      let walk = Walk(Desks(office, open))
      let browser = open()
      try await browser.signIn("receptionist")
      for name in try await Self.counter(browser, walk).names {
        let form = try await Self.counter(browser, walk)
        try form.expectAnswered(await form.send(value, in: name), value, in: name)
      }
      return walk
    }
    #expect(walk.application.isEmpty)
  }

  private static func counter(_ browser: Browser, _ walk: Walk) async throws -> FilledForm {
    let values = walk.told.merging([
      "ownIncome": "20,000", "relation": "statutoryAgent", "representativeName": "周慧",
    ]) { $1 }
    return try FilledForm(await browser.get("/applications/new"), "/applications/new", values)
  }

  /// What is wrong with an identity number is said in its own words.
  @Test(arguments: [
    ("320999197002101023", "校验位"), ("320999197013101021", "出生日期"), ("320999700210102", "18位"),
    ("32099919700210102A", "18位"), ("", "请填写"),
  ])
  func anIdentityNumberThatCannotBe(_ number: String, _ said: String) async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.browse { open in
      let browser = open()
      try await browser.signIn("clerk")
      let told = Walk(Desks(office, open)).told.merging(["identityNumber": number]) { $1 }
      let page = try await browser.get("/applications/new").form(action: "/applications/new").fill(told).submit()
      #expect(page.status == 422)
      #expect(try page.error(at: "identityNumber").contains(said))
      #expect(try page.form(action: "/applications/new").value("identityNumber") == number)
    }
  }

  /// Somebody typed scripts and statements wherever one can type: pages show them as text, papers print them, and the
  /// office goes on.
  @Test func whatIsStoredIsShownAsText() async throws {
    let office = try await TestOffice.withHardshipLine()
    try await office.browse { open in
      let desks = Desks(office, look: Self.expectHarmless, open)
      var walk = Walk(desks, .hostile)
      try await walk.go(to: .archive)
      try await office.office.jobs.drain()
      #expect(try await desks.page(walk.application, for: "director").words().contains(walk.words.facts))
      #expect(try await desks.page(walk.aidCase, for: "supervisor").words().contains(walk.words.outcome))
      for list in ["/applications", "/cases"] {
        #expect(try await desks.page(list, for: "director").words().contains(walk.words.cause))
      }
      let text = try await Sealed.text(of: "F09", on: walk.application, for: "director", desks)
      #expect(text.contains("<script>"))
      let zip = try await desks.page("\(walk.aidCase)/dossier.zip", for: "archivist", isFile: true)
      #expect(zip.status == 200)
    }
    #expect(try await office.value("SELECT COUNT(*) FROM job WHERE state <> 'done'", as: Int.self) == 0)
  }

  private static func expectHarmless(_ page: Page) throws {
    #expect(!page.text.contains("<script>alert") && !page.text.contains("<b onclick"), "\(page.path)")
    let scripts = try page.root().all("script")
    #expect(scripts.count == 1, "\(page.path)")
  }
}
