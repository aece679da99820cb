import DutyLawyers
import Intake
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import WorkCalendar

/// 值班 · A roster, and one person's legal help stopped before each step. In 2016 no law knew duty lawyers: the place has a
/// pilot document.
struct ShelfDuty: Sendable {
  let shift: String
  private let helps: [String: String]

  init(_ office: TestOffice, _ words: Words) async throws {
    // Whoever looks at legal helps chooses among all places, so that a place is nobody's secret.
    let named = words.reason.contains(Words.othersMark) ? "青禾县看守所" : words.reason
    let place = try await office.run(
      "receptionist", AddDutyPlace(.detentionHouse, name: named, document: words.reason))
    let lawyer = try #require(try await office.principal("lawyer").undertaker)
    let today = office.clock.now.day
    try await office.run(
      "receptionist", PlanShifts(place, from: today, to: today.adding(days: 6), .wholeDay, [DutyTurn(lawyer)]))
    shift = try await office.text("SELECT id FROM duty_shift ORDER BY on_day DESC LIMIT 1")
    var helps: [String: String] = [:]
    for path in ["dispatch", "meeting", "given", "application", "forwarding", "ledger"] {
      let id = try await office.run(
        "receptionist",
        RegisterHelp(
          PersonTold(name: words.name),
          HelpTold(.application, at: place, stage: .investigation, charge: words.cause, brief: words.facts)))
      try await Self.go(id, to: path, office, words)
      helps[path] = id.description
    }
    self.helps = helps
  }

  private static func go(_ id: LegalHelpID, to path: String, _ office: TestOffice, _ words: Words) async throws {
    if path == "dispatch" { return }
    try await office.run("receptionist", DispatchHelp(id))
    if path == "meeting" { return }
    try await office.run("lawyer", MeetPerson(id))
    if path == "forwarding" { try await office.run("lawyer", TakeApplication(id)) }
    if path == "ledger" {
      try await office.run("lawyer", RecordHelp(id, HelpGiven([.consultation], content: words.facts)))
    }
  }

  /// Where the page of a step has something to show; else one that is done.
  func help(for path: String) -> String {
    path.split(separator: "/").last.flatMap { helps[String($0)] } ?? helps["ledger"] ?? ""
  }
}
