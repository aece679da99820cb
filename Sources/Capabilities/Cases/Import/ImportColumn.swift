import Localization

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
    var faults: [ImportFault] = []
    var seen: Set<String> = []
    for name in names {
      if ImportColumn(rawValue: name) == nil {
        faults.append(
          ImportFault(
            line: 1, column: name, value: name, key: "unknown-column",
            Text("没有这个列名，请改正或者删除这一列。", "There is no such column: correct its name or delete it.")))
      } else if !seen.insert(name).inserted {
        faults.append(
          ImportFault(
            line: 1, column: name, value: name, key: "repeated-column",
            Text("这个列名出现了两次。", "The column stands twice.")))
      }
    }
    for column in needed where !names.contains(column.rawValue) {
      faults.append(
        ImportFault(
          line: 1, column: column.rawValue, value: "", key: "missing-column",
          Text("缺少这一列。", "The column is missing.")))
    }
    return faults
  }
}
