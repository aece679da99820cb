package import Registry

/// 导入列 · Import column: the columns of an old ledger, by their names in the first line, in any order.
package enum ImportColumn: String, Sendable, Hashable, CaseIterable {
  case number, track, form, stage, cause, recipient
  case recipientID = "recipient_id"
  case groups, township
  case acceptedOn = "accepted_on"
  case undertaker
  case undertakerKind = "undertaker_kind"
  case unit
  case assignedOn = "assigned_on"
  case heardOn = "heard_on"
  case observedOn = "observed_on"
  case closedOn = "closed_on"
  case archivedOn = "archived_on"
  case ended, result, outcome, grade, recovered

  package static let needed: [ImportColumn] = [.number, .track, .form, .cause, .recipient, .acceptedOn]

  /// What is wrong with the first line: unknown names, names that stand twice, needed columns that are not there.
  package static func faults(inHeader names: [String]) -> [ImportFault] {
    ImportTable.faults(inHeader: names, needed: needed.map(\.rawValue)) { ImportColumn(rawValue: $0)?.rawValue }
  }
}

extension ImportTable {
  var headerFaults: [ImportFault] { ImportColumn.faults(inHeader: columns.filter { $0 != Self.reasonColumn }) }
}
