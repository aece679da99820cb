import Foundation
import Indicators
import Kernel
import Localization
import Storage
import TestSupport

/// 办公室用语 · What is Chinese in every language: names, numbers and what people typed.
struct OfficeNames: Sendable {
  private let names: [String]

  init(_ office: TestOffice, typed: [String] = []) async throws {
    let county = office.county
    let stored = try await office.services.database.read { reader in
      try reader.rows(
        """
        SELECT name FROM county WHERE id = \(county) UNION SELECT name FROM agency WHERE county = \(county)
        UNION SELECT township FROM agency WHERE county = \(county) AND township IS NOT NULL
        UNION SELECT name FROM user_account WHERE county = \(county)
        UNION SELECT specialties FROM legal_aid_person WHERE county = \(county)
        UNION SELECT name FROM seal WHERE county = \(county)
        UNION SELECT organ FROM aid_case WHERE county = \(county) AND organ IS NOT NULL
        UNION SELECT source FROM hardship_line WHERE county = \(county) AND source IS NOT NULL
        UNION SELECT reason FROM assignment WHERE county = \(county)
        """
      ).map { try $0.get("name", as: String.self) }
    }
    let packs = try await office.services.database.read { reader in
      try reader.rows("SELECT content FROM rule_pack WHERE county = \(county) ORDER BY id").map {
        try $0.get("content", as: String.self)
      }
    }
    // What a local pack says it says in the words of its document.
    let written = packs.flatMap { $0.matches(of: /"([^"]*\p{Han}[^"]*)"/).map { String($0.1) } }
    let clauses = written.flatMap { $0.split(separator: "、").map(String.init) }
    let parts = stored.flatMap { $0.split(whereSeparator: { ";,\n".contains($0) }).map(String.init) }
    let plan = try YearPlan.of(2016).items.flatMap { [$0.title, $0.owner] } + [YearPlan.source]
    names = (parts + plan + written + clauses + typed).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  /// Of an office that is not there yet: what was typed, and a seal's lettering, character by character.
  init(typed: [String]) {
    let lines = typed.flatMap { $0.split(whereSeparator: { " \n".contains($0) }).map(String.init) }
    names = (lines + lines.flatMap { $0.map(String.init) }).sorted { $0.count > $1.count }
  }

  /// What is left of a text once these are taken out of it.
  func removed(from text: String) -> String {
    let unnumbered = text.replacing(/\p{Han}*援\p{Han}+字〔\d{4}〕第\d+号/, with: "")
    return names.reduce(unnumbered) { $0.replacing($1, with: "") }.replacing(/\p{Han}\*+/, with: "")
  }
}
