import Intake
import Kernel
import Registry
import Storage
import WorkCalendar

/// 已有案件 · Known cases: which numbers of a ledger stand on record, and whether an import wrote the same there.
///
/// Compared are keyed digests of the rows as they were imported, so that a case that has lived on since then is still
/// known, and no personal data is kept twice.
struct KnownCases {
  enum Standing: Sendable, Hashable { case new, sameAgain, otherContent }

  static let chunk = 500
  let county: CountyID
  let keys: KeyRing

  func standings(of rows: [ImportRow], _ reader: any Reader) throws -> [Standing] {
    var standings: [Standing] = []
    standings.reserveCapacity(rows.count)
    for start in stride(from: 0, to: rows.count, by: Self.chunk) {
      let part = rows[start..<min(start + Self.chunk, rows.count)]
      let known = try digests(part.map(\.number), reader)
      standings += part.map { row in
        guard let digest = known[row.number] else { return .new }
        return digest == self.digest(of: row) ? .sameAgain : .otherContent
      }
    }
    return standings
  }

  func digest(of row: ImportRow) -> [UInt8] { keys.lookupHash("import|" + row.content) }

  /// Nil inside for a case that no import brought.
  private func digests(_ numbers: [String], _ reader: any Reader) throws -> [String: [UInt8]?] {
    var found: [String: [UInt8]?] = [:]
    try reader.each(
      "SELECT number, imported_digest FROM aid_case WHERE county = \(county) AND number IN \(list: numbers)"
    ) { row in
      found[try row.get("number")] = .some(try row.get("imported_digest", as: [UInt8]?.self))
    }
    return found
  }
}

extension ImportRow {
  /// Everything the row says, in one text that no other row has.
  fileprivate var content: String {
    let fields: [String?] = [
      number, track.rawValue, form.rawValue, stage?.rawValue, cause, recipient, recipientID?.description,
      GroupCode.joined(groups), township, acceptedOn.description, undertaker, undertakerKind?.rawValue, unit,
      assignedOn?.description, heardOn.map(\.description).joined(separator: ";"),
      observedOn.map(\.description).joined(separator: ";"), closedOn?.description, archivedOn?.description,
      ended.rawValue, grade?.rawValue, recoveredFen.map(String.init),
    ]
    // What a ledger could not say before is added only where it is said, so that what was imported then is still known.
    let later: [(name: String, value: String?)] = [("result", result?.rawValue), ("outcome", outcome)]
    let said = later.compactMap { one in one.value.map { "\(one.name)=\($0)" } }
    return (fields.map { $0 ?? "" } + said).joined(separator: "\u{1F}")
  }
}
