import App
package import Kernel
import Registry
package import Storage

/// 查看与改动 · Looking and meddling: what a test sees, and does, behind the pages.
extension TestOffice {
  /// The events of a kind, oldest first.
  package func events(_ kind: String) async throws -> [Event] {
    let county = county
    return try await services.database.read {
      try $0.rows("SELECT \(Event.columns) FROM event WHERE county = \(county) AND kind = \(kind) ORDER BY number")
        .map(Event.init)
    }
  }

  /// How many events the county's chain has.
  package func eventCount() async throws -> Int {
    try await value("SELECT COUNT(*) FROM event WHERE county = \(county)") ?? 0
  }

  package func row(_ sql: SQL) async throws -> Row? { try await services.database.read { try $0.row(sql) } }

  /// What `verify` would print; nil when all is whole.
  package func firstFault() async throws -> String? {
    let county = county
    return try await Integrity.firstFault(
      services.database.read { try CountyTable.of(county, $0) }, services)
  }

  /// A statement past every action, as somebody with the database's password would run it.
  package func meddle(_ sql: SQL) async throws {
    _ = try await services.database.write(serial: nil) { try $0.run(sql) }
  }

  /// Takes away the triggers that make a table append-only.
  package func disarm(_ table: String) async throws {
    switch services.database.dialect {
    case .sqlite:
      try await meddle("DROP TRIGGER \(raw: table)_no_update")
      try await meddle("DROP TRIGGER \(raw: table)_no_delete")
    case .postgres: try await meddle("DROP TRIGGER \(raw: table)_no_change ON \(raw: table)")
    }
  }

  /// The time limit of a key, as the product has it.
  package static func limit(_ key: String) throws -> LimitRule {
    guard let limit = Capabilities.all.flatMap(\.limits).first(where: { $0.key == key }) else {
      throw Refusal.notFound
    }
    return limit
  }

  /// A paper's form, as the product has it.
  package static func form(_ key: String, _ formSet: Int) throws -> PaperForm {
    guard let form = Capabilities.forms.first(where: { $0.form == key && $0.formSet == formSet }) else {
      throw Refusal.notFound
    }
    return form
  }
}
