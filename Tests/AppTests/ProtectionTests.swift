import App
import Consultations
import Foundation
import Kernel
import Localization
import Registry
import Sheets
import Storage
import TestSupport
import Testing
import Web

/// 保护标记与全部页面 · Three flagged people with a case each, and everything that shows text asked by everybody whether it
/// says who they are (AT-X.3). Papers name the recipient by law and are not asked.
@Suite("AT-X.3 Flagged people on every page", .timeLimit(.minutes(5)))
struct ProtectionTests {
  private static let people: [(flag: ProtectionFlag, name: String, address: String)] = [
    (.minor, "欧阳小雨", "青禾县河东镇柳湾村五组9号"), (.violence, "孟晚晴", "青禾县河东镇新桥路88号"),
    (.military, "尉迟卫国", "青禾县河东镇营房巷6号"),
  ]
  private static let shared = Task { try await Seeded() }

  struct Seeded: Sendable {
    let office: TestOffice
    let walks: [Walk]
    let persons: [PersonID]
    /// Each asked something before, told by identity number; and once more by phone alone.
    let consultations: [ConsultationID]

    /// Each is registered, flagged by hand, and taken to the archive; what is seen on the way is looked at too.
    init() async throws {
      let office = try await TestOffice.withHardshipLine()
      self.office = office
      (walks, persons) = try await office.browse { open in
        var walks: [Walk] = []
        var persons: [PersonID] = []
        for (index, one) in ProtectionTests.people.enumerated() {
          let words = Words.chinese.of(one.name, at: one.address)
          var walk = Walk(Desks(office, open), words, serial: 40 + index)
          try await walk.go(to: .register)
          let person = try #require(PersonID(try await office.ofApplication(walk.application, "applicant")))
          try await office.run("reviewer", ChangeProtection(person: person, flags: [one.flag], reason: "依申请"))
          let hidden = [walk.told["identityNumber"] ?? "", "13912346210", one.address]
          walk.desks = Desks(office, look: { page in try ProtectionTests.check(page, says: hidden) }, open)
          for step in Walk.Step.allCases.dropFirst() { try await walk.take(step) }
          walks.append(walk)
          persons.append(person)
        }
        return (walks, persons)
      }
      var asked: [ConsultationID] = []
      for (index, one) in ProtectionTests.people.enumerated() {
        for number in [walks[index].identityNumber, nil] {
          let who = Consulter(
            name: one.name, identityNumber: number, phone: "13912346210", address: one.address, companions: one.name
          )
          asked.append(
            try await office.run(
              "clerk",
              RecordConsultation(
                who,
                ConsultationTold(.visit, .labourPay, cause: "追索劳动报酬", content: "问怎样追讨。", township: "河东镇"), .later)))
        }
      }
      consultations = asked
    }
  }

  @Test(arguments: PageTests.people)
  func nobodyReadsThem(_ login: String) async throws {
    let seeded = try await Self.shared.value
    let office = seeded.office
    let principal = try await office.principal(login)
    let routes = try RouteTable(Capabilities.routes()).routes.filter {
      $0.method == .get && ![.file, .fragment].contains($0.kind) && $0.permission.map(principal.holds) ?? true
    }
    try await office.browse { open in
      let browser = open()
      try await browser.signIn(login)
      for (index, walk) in seeded.walks.enumerated() {
        let one = Self.people[index]
        let hidden = [walk.told["identityNumber"] ?? "", "13912346210", one.address]
        let all = principal.has(.undertaker) ? hidden : hidden + [one.name, String(one.name.dropFirst())]
        for route in routes {
          let path = route.pattern.description.replacing("/applications/{id}", with: walk.application)
            .replacing("/cases/{id}", with: walk.aidCase)
            .replacing("/persons/{id}", with: "/persons/\(seeded.persons[index])")
            .replacing("{year}", with: "2016").replacing("{key}", with: "K1")
          guard !path.contains("{") else { continue }
          try Self.check(try await browser.send("GET", path), says: all)
          guard route.pattern.places.isEmpty else { continue }
          try Self.checkSheet(try await browser.send("GET", path + "?format=xlsx"), says: all)
        }
        for consultation in seeded.consultations {
          let path = "/consultations/\(consultation)"
          for path in [path, path + "/handling", path + "/drafting", "/applications/new?from=\(consultation)"] {
            try Self.check(try await browser.send("GET", path), says: all)
          }
        }
        for query in ["/cases?text=\(one.name)", "/applications?q=\(one.name)"] {
          let address = query.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? query
          let page = try await browser.send("GET", address)
          guard page.status == 200 else { continue }
          let found = try page.links().contains { $0 == walk.aidCase || $0 == walk.application }
          #expect(found == principal.has(.undertaker), "\(login): a hit would tell the name")
        }
      }
    }
  }

  /// The paper the law addresses to the recipient keeps the whole name; so does the row, of course.
  @Test func papersKeepTheName() async throws {
    let seeded = try await Self.shared.value
    let walk = seeded.walks[0]
    let page = try await seeded.office.browse { open in
      let browser = open()
      try await browser.signIn("director")
      return try await browser.get(walk.application)
    }
    #expect(try page.words().contains("欧阳某某"))
    let names = try await seeded.office.services.database.read {
      try $0.rows("SELECT recipient_name FROM aid_case ORDER BY id").map {
        try $0.get("recipient_name", as: String.self)
      }
    }
    #expect(Set(names) == Set(Self.people.map(\.name)))
  }

  /// Every cell of a list as a workbook, and the file as it is.
  private static func checkSheet(_ page: Page, says hidden: [String]) throws {
    guard page.header("Content-Type")?.contains("spreadsheetml") == true else { return }
    let cells = try XLSXReader(page.bytes).records().flatMap(\.fields)
    #expect(!cells.isEmpty)
    for one in hidden {
      #expect(!cells.contains { $0.contains(one) }, "\(page.path) says \(one)")
    }
  }

  /// A typed search comes back in its own field; nothing else may say it.
  private static func check(_ page: Page, says hidden: [String]) throws {
    for one in hidden {
      #expect(!page.text.contains(one), "\(page.path) says \(one)")
    }
  }
}

extension Words {
  func of(_ name: String, at address: String) -> Words {
    Words(
      name: name, address: address, cause: cause, opposing: opposing, facts: facts, opinion: opinion,
      reason: reason, record: record, court: court, place: place, outcome: outcome, file: file)
  }
}
