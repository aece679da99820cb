import Kernel
import Localization
import Registry
import Sheets
import Web
import WorkCalendar

/// 成员名单 · Group list: people who apply along, read from an Excel or CSV file. Every line is read as if it had been typed
/// into the form; what is wrong with any of them is said with its line, all at once.
enum GroupList {
  static func read(
    _ file: Upload, _ form: inout FieldReader, _ rules: RuleSet, _ packs: [LocalRulePack], _ today: Day
  ) -> [GroupMemberTold] {
    let table: ImportTable
    do {
      table = try ImportFile(try file.bytes()).table()
    } catch {
      form.refuse(
        "import.unreadable", at: GroupFields.list.name, (error as? Refusal)?.message ?? GroupFields.unreadable)
      return []
    }
    let columns = GroupFields.columns(rules, packs)
    var faults = ImportTable.faults(
      inHeader: table.columns, needed: [GroupFields.name, GroupFields.identityNumber].map(\.label.zh)
    ) { name in columns.first { $0.isCalled(name) }?.label.zh }
    var told: [GroupMemberTold] = []
    for record in faults.isEmpty ? table.records : [] {
      if let surplus = table.surplus(of: record) { faults.append(surplus) }
      var cells = ListCells(table.values(of: record), record.line, columns)
      if var one = cells.read({ GroupFields.read(&$0, rules, packs, today) }) {
        one.line = record.line
        told.append(one)
      }
      faults += cells.faults
    }
    if !faults.isEmpty {
      form.refuse("group.lines", at: GroupFields.list.name, .faults(faults))
    } else if told.isEmpty {
      form.refuse("group.empty", at: GroupFields.list.name, GroupFields.empty)
    }
    return told
  }
}

extension Text {
  /// 逐条 · What is wrong, each with its line and column, as far as a message may be long.
  fileprivate static func faults(_ all: [ImportFault]) -> Text {
    let shown = all.prefix(20).map { fault in
      Text(
        "第\(fault.line)行\(fault.column)：\(fault.reason.zh)",
        "Line \(fault.line), \(fault.column): \(fault.reason.en)")
    }
    let rest = all.count - 20
    let more = rest > 0 ? [Text("还有\(rest)处。", "\(rest) more.")] : []
    return .each { language in (shown + more).map { $0[language] }.joined(separator: " ") }
  }
}
