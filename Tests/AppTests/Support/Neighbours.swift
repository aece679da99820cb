import App
import Foundation
import Kernel
import Storage
import TestSupport
import Testing

/// 邻居的记录 · Neighbours: an office in which one station, firm and lawyer have records that another station, firm and lawyer
/// may know nothing of, and these have one matter of their own, under way.
struct Neighbours: Sendable {
  /// Whose the one matter is.
  static let strangers = ["clerk2", "firm2", "lawyer3"]

  let shelf: Shelf
  let own: [Walk]
  /// What the others have, by table, oldest first; with their accounts, agencies and lawyers.
  let theirs: [String: [String]]
  var office: TestOffice { shelf.office }

  init() async throws {
    let shelf = try await Shelf([.register, .approve, .hear, .archive], .others)
    var theirs = try await Self.records(shelf.office).filter { !Self.everybodys.contains($0.key) }
    for (table, column) in [("user_account", "login"), ("legal_aid_person", "name"), ("agency", "name")] {
      for word in ["clerk", "firm", "lawyer", "张静", "禾城律师事务所"] {
        let id = try await shelf.office.text("SELECT id FROM \(raw: table) WHERE \(raw: column) = \(word)")
        if !id.isEmpty { theirs[table, default: []].append(id) }
      }
    }
    own = try await shelf.office.browse { open in
      let desks = Desks(shelf.office, open)
      var walks: [Walk] = []
      for (serial, step) in [Walk.Step.register, .assign, .hear].enumerated() {
        var walk = Walk(desks, serial: 30 + serial)
        walk.way = .other
        try await walk.go(to: step)
        walks.append(walk)
      }
      return walks
    }
    self.shelf = shelf
    self.theirs = theirs
  }

  /// What every agency may know or choose.
  private static let everybodys: Set = [
    "agency", "user_account", "legal_aid_person", "role_grant", "county", "seal", "seal_authorisation",
    "seal_impression", "seal_certificate", "announcement", "rule_pack", "plan", "hardship_line", "paper_wording",
  ]

  /// The ids of every table that has any.
  static func records(_ office: TestOffice) async throws -> [String: [String]] {
    try await office.rows().reduce(into: [:]) { found, row in
      guard let index = row.columns.firstIndex(of: "id"), case .blob(let bytes) = row.values[index],
        let id = UUIDv7(bytes: bytes)
      else { return }
      found[row.table, default: []].append(id.description)
    }
  }

  /// The newest record of each table: what a stranger sends.
  var sample: [String] { theirs.sorted { $0.key < $1.key }.compactMap { $0.value.max() } }

  /// Of them, what most is asked by.
  var asked: [String] {
    ["aid_application", "aid_case", "person", "matter", "paper", "legal_aid_person", "agency", "user_account"]
      .compactMap { theirs[$0]?.max() }
  }

  /// Every row that mentions a record of theirs, wherever: what no form of a stranger may change or add to.
  func mentions() async throws -> Set<String> {
    let ids = Set(theirs.values.joined())
    return try await Set(
      office.rows().filter { row in
        row.values.contains { value in
          switch value {
          case .blob(let bytes): UUIDv7(bytes: bytes).map { ids.contains($0.description) } ?? false
          case .text(let text): text.firstID.map(ids.contains) ?? false
          default: false
          }
        }
      }.map { "\($0.table) \(zip($0.columns, $0.values).map { "\($0)=\($1)" })" })
  }

  /// Every page that links lead to from the pages a person may open, addresses of records of others left out.
  func pages(_ browser: Browser, _ starts: [String]) async throws -> [Page] {
    var (waiting, seen, pages) = (starts, Set(starts), [Page]())
    while let path = waiting.popLast(), pages.count < 120 {
      let page = try await browser.send("GET", path)
      guard page.status == 200, page.header("Content-Type")?.hasPrefix("text/html") == true else { continue }
      pages.append(page)
      for link in try page.links() where link.hasPrefix("/") && !link.contains("format=") {
        let bare = link.split(separator: "#").first.map(String.init) ?? link
        guard !bare.hasPrefix("/language"), seen.insert(bare).inserted else { continue }
        waiting.append(bare)
      }
    }
    return pages
  }
}

extension TestOffice {
  struct StoredRow: Sendable {
    let table: String
    let columns: [String]
    let values: [SQLValue]
  }

  /// Every row of every table.
  func rows() async throws -> [StoredRow] {
    try await services.database.read { reader in
      try Self.tables(reader).flatMap { table in
        try reader.rows("SELECT * FROM \(raw: table)").map {
          StoredRow(table: table, columns: $0.columns, values: $0.values)
        }
      }
    }
  }
}
