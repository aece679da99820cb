import App
import Foundation
import Kernel
import Sheets
import Storage
import TestSupport
import Testing
import Web
import WorkCalendar

/// 表单和查询里的他人记录 · Ids and words of another station's or firm's records, in the fields of one's own forms and in what
/// lists, searches, exports and addresses for programs are asked: nothing of theirs is changed, nothing of theirs is shown.
@Suite(.timeLimit(.minutes(10))) struct StrangerFieldTests {
  private static let shared = Task { try await Neighbours() }

  /// Every form of every page that the stranger's links lead to; every field of it that takes an id is sent with one of each of
  /// the others' records, and so is every field that takes an id in any form of the house, whether this form has it or not.
  @Test func anothersIdInAFieldChangesNothing() async throws {
    let neighbours = try await Self.shared.value
    let office = neighbours.office
    let everywhere = try await Self.idFields(of: ["director", "clerk", "assigner"], neighbours)
    #expect(everywhere.count > 5, "\(everywhere.sorted())")
    let before = try await neighbours.mentions()
    var tried = 0
    for stranger in Neighbours.strangers {
      tried += try await office.browse { open in
        var hand = Hand(open(), stranger, neighbours, everywhere, before)
        try await hand.signIn()
        let starts = try await neighbours.starts(stranger)
        for page in try await neighbours.pages(hand.browser, starts) {
          for action in try Set(page.posts().compactMap { $0["action"] }).sorted() {
            try await hand.tryForm(action, on: page.path)
          }
        }
        return hand.tried
      }
    }
    #expect(tried > 200, "\(tried) forms sent")
    #expect(try await neighbours.mentions() == before)
  }

  /// Every page, list, workbook and address for programs, asked for the others' records by every parameter there is.
  @Test(arguments: Neighbours.strangers)
  func whatIsAskedShowsNothingOfTheOthers(_ stranger: String) async throws {
    let neighbours = try await Self.shared.value
    let shown = try await Self.ask(stranger, neighbours)
    #expect(shown.found == [])
    #expect(shown.asked > 100, "\(shown.asked) asked")
  }

  /// The same questions, asked by somebody who may see it all, do show it: the test looks in the right place.
  @Test func whoMaySeeThemDoes() async throws {
    let neighbours = try await Self.shared.value
    let found = Set(try await Self.ask("director", neighbours).found.map { $0.split(separator: " ")[0] })
    #expect(found.isSuperset(of: ["page", "workbook", "program"]), "\(found)")
  }

  private static func idFields(of people: [String], _ neighbours: Neighbours) async throws -> Set<String> {
    try await neighbours.office.browse { open in
      var names: Set<String> = []
      for login in people {
        let browser = open()
        try await browser.signIn(login)
        for page in try await neighbours.pages(browser, neighbours.starts(login)) {
          for form in try page.posts() { names.formUnion(form.idFields.keys) }
        }
      }
      return names
    }
  }

  private static func ask(_ login: String, _ neighbours: Neighbours) async throws -> (asked: Int, found: [String]) {
    let office = neighbours.office
    let principal = try await office.principal(login)
    let token = try await neighbours.shelf.token(of: principal)
    let routes = try RouteTable(Capabilities.routes()).routes.filter {
      $0.method == .get && $0.pattern.places.isEmpty && ($0.permission.map(principal.holds) ?? true)
    }
    let number = try await office.value("SELECT number FROM aid_case ORDER BY id LIMIT 1", as: String.self) ?? ""
    let values = neighbours.asked + [Words.others.name, Words.others.cause, number, "张静", "河东镇", "禾城律师事务所"]
    return try await office.browse { open in
      let browser = open()
      try await browser.signIn(login)
      var (asked, found) = (0, [String]())
      for route in routes where !["/sign-in", "/language"].contains(route.pattern.description) {
        let path = route.pattern.description
        let headers = route.kind == .api ? ["Authorization": "Bearer \(token)"] : [:]
        let plain = try await browser.send("GET", path, headers: headers)
        var names: Set = [
          "q", "after", "before", "page", "lawyer", "agency", "unit", "person", "of", "township", "user",
        ]
        if plain.header("Content-Type")?.hasPrefix("text/html") == true { names.formUnion(try plain.parameters()) }
        names.remove("format")
        var queries = [""]
        for value in values {
          let escaped = URLEncoded.escape(value)
          queries.append(names.sorted().map { "\($0)=\(escaped)" }.joined(separator: "&"))
          if [number, Words.others.name].contains(value) { queries += names.sorted().map { "\($0)=\(escaped)" } }
        }
        for query in queries + (route.isList ? queries.prefix(values.count + 1).map { $0 + "&format=xlsx" } : []) {
          let answer = try await browser.send("GET", "\(path)?\(query)", headers: headers)
          asked += 1
          #expect(answer.status < 500, "\(login) \(path)?\(query): \(answer.status)")
          if let kind = try Self.shows(answer, neighbours, asked: query) {
            found.append("\(kind) \(path)?\(query.removingPercentEncoding ?? query)")
          }
        }
      }
      return (asked, found)
    }
  }

  /// What kind of answer shows something of the others; nil where none of it stands there but what was asked itself.
  private static func shows(_ answer: Page, _ neighbours: Neighbours, asked: String) throws -> String? {
    let marks = [Words.othersMark, Words.others.name, "司徒某"]
    let ids = Set(neighbours.theirs.filter { !["user_account", "agency"].contains($0.key) }.values.joined())
    let type = answer.header("Content-Type") ?? ""
    if type.contains("spreadsheet") {
      let cells = try XLSXReader(answer.bytes).records().flatMap(\.fields)
      return cells.contains { cell in marks.contains { cell.contains($0) } } ? "workbook" : nil
    }
    guard type.hasPrefix("text/html") else {
      let text = answer.text
      return marks.contains { text.contains($0) } ? "program" : nil
    }
    let root = try answer.root()
    let links = root.all("a").compactMap { $0["href"]?.split(separator: "?").first.map(String.init) }
    if links.contains(where: { $0.firstID.map(ids.contains) ?? false }) { return "page" }
    let words = asked.removingPercentEncoding ?? asked
    let isAsked = marks.contains { words.contains($0) }
    return !isAsked && marks.contains { root.text.contains($0) } ? "page" : nil
  }

  /// One person's hand at the keyboard.
  private struct Hand {
    let browser: Browser
    let login: String
    let neighbours: Neighbours
    let everywhere: Set<String>
    let before: Set<String>
    var tried = 0
    /// Forms that were tried: on another record they are the same.
    private var known: Set<String> = []

    init(
      _ browser: Browser, _ login: String, _ neighbours: Neighbours, _ everywhere: Set<String>,
      _ before: Set<String>
    ) {
      (self.browser, self.login, self.neighbours) = (browser, login, neighbours)
      (self.everywhere, self.before) = (everywhere, before)
    }

    func signIn() async throws { try await browser.signIn(login) }

    /// Every field of a form that takes an id, with each of the others' ids; the form is opened anew each time.
    mutating func tryForm(_ action: String, on path: String) async throws {
      let office = neighbours.office
      guard let node = try await open(path).posts().first(where: { $0["action"] == action }) else { return }
      let own = node.idFields
      guard known.insert("\(action.firstID == nil ? action : action.about("id")) \(own.keys.sorted())").inserted
      else { return }
      for id in own.isEmpty ? Array(neighbours.asked.prefix(3)) : neighbours.sample {
        let names = own.isEmpty ? [nil] : own.keys.sorted().map(Optional.some)
        for name in names {
          let page = try await open(path)
          guard let form = try page.posts().first(where: { $0["action"] == action }) else { return }
          var values = name == nil ? [:] : form.filling(today: office.clock.now.day.description)
          for other in everywhere where own[other] == nil { values[other] = [id] }
          if let name {
            let offered = form.idFields[name] ?? []
            let value = (offered.first { $0.firstID != nil } ?? "").about(id)
            guard !offered.contains(value) else { continue }
            values[name] = [value]
          }
          try await send(page.form(action: action).send(values), id, name ?? "-", node)
        }
      }
    }

    private func open(_ path: String) async throws -> Page {
      let page = try await browser.get(path)
      guard page.path.hasPrefix("/sign-in") else { return page }
      try await signIn()
      return try await browser.get(path)
    }

    private mutating func send(_ form: PageForm, _ id: String, _ name: String, _ node: MarkupNode) async throws {
      var form = form
      for file in node.controls where file["type"] == "file" && file["required"] != nil {
        form = form.attach(PageForm.File(file["name"] ?? "", "核对.pdf", Scan.pdf("核对")))
      }
      let deeds = try await neighbours.shelf.deeds()
      let page = try await form.submit()
      tried += 1
      let table = neighbours.theirs.first { $0.value.contains(id) }?.key ?? ""
      let what = "\(login) \(form.action) \(name)=\(table) \(id)"
      #expect([200, 403, 404, 409, 422].contains(page.status), "\(what): \(page.status)")
      let isHTML = page.header("Content-Type")?.hasPrefix("text/html") == true
      let text = isHTML ? try page.words() : page.text
      #expect(!text.contains(Words.others.name) && !text.contains(Words.othersMark), "\(what) shows theirs")
      guard try await neighbours.shelf.deeds() != deeds else { return }
      let added = try await neighbours.mentions().symmetricDifference(before)
      #expect(added.isEmpty, "\(what) changes \(added.map { $0.prefix(300) })")
    }
  }
}

extension Neighbours {
  /// The pages of the table that a person may open, and the records that are theirs.
  func starts(_ login: String) async throws -> [String] {
    let principal = try await office.principal(login)
    let pages = try RouteTable(Capabilities.routes()).routes.filter {
      $0.method == .get && $0.kind == .page && $0.pattern.places.isEmpty
        && ($0.permission.map(principal.holds) ?? true)
    }.map(\.pattern.description)
    return pages + own.flatMap { [$0.application, $0.aidCase] }.filter { !$0.isEmpty }
  }
}
