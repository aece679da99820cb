import Kernel
import Localization
import Registry
import Sheets
import Web
import WorkCalendar

/// 成员名单 · Group list: people who apply along, read from an Excel or CSV file. Every line is read as if it had been typed
/// into the form; what is wrong with any of them is said with its line, all at once.
enum GroupList {
  /// 列 · The field a column stands for, by the name its form gives it.
  private static let columns: [(field: String, name: String)] = [
    ("name", GroupFields.name.label.zh), ("identityNumber", GroupFields.identityNumber.label.zh),
    ("phone", GroupFields.phone.label.zh), ("claimed", GroupFields.claimed.label.zh),
    ("groups", CounterFields.groups([]).label.zh), ("claims", CounterFields.claims(.rs2012, []).label.zh),
    ("members", CounterFields.members.label.zh), ("netIncome", CounterFields.netIncome.label.zh),
    ("months", CounterFields.months(nil).label.zh),
  ]
  static var names: [String] { columns.map(\.name) }

  static func read(
    _ file: Upload, _ form: inout FieldReader, _ rules: RuleSet, _ packs: [LocalRulePack], _ today: Day
  ) -> [GroupMemberTold] {
    let records: [Record]
    do {
      records = try TableInput.records(try file.bytes())
    } catch let error as SheetError {
      form.refuse("group.unreadable", at: GroupFields.list.name, error.message)
      return []
    } catch {
      form.refuse("group.unreadable", at: GroupFields.list.name, unreadable)
      return []
    }
    guard let fields = fields(records.first, &form) else { return [] }
    let rows = records.dropFirst().filter { $0.fields.contains { !$0.bare.isEmpty } }
    var (told, faults): ([GroupMemberTold], [Text]) = ([], [])
    for record in rows {
      var line = FieldReader(row(zip(fields, record.fields), rules, packs))
      var one = GroupFields.read(&line, rules, packs, today)
      one.line = record.line
      told.append(one)
      faults += line.refusals.map {
        Text("第\(record.line)行：\($0.message.zh)", "Line \(record.line): \($0.message.en)")
      }
    }
    if rows.isEmpty { form.refuse("group.empty", at: GroupFields.list.name, empty) }
    if !faults.isEmpty { form.refuse("group.lines", at: GroupFields.list.name, .lines(faults)) }
    return told
  }

  /// What each column is; nil where the first line is no such list, which is then said.
  private static func fields(_ header: Record?, _ form: inout FieldReader) -> [String]? {
    let names = (header?.fields ?? []).map(\.bare)
    let known = Dictionary(uniqueKeysWithValues: columns.map { ($0.name, $0.field) })
    let unknown = names.filter { known[$0] == nil && !$0.isEmpty }
    let missing = columns.prefix(2).map(\.name).filter { !names.contains($0) }
    guard unknown.isEmpty, missing.isEmpty, Set(names).count == names.count else {
      form.refuse(
        "group.header", at: GroupFields.list.name,
        Text(
          "第一行应当是列名：\(Self.names.joined(separator: "、"))；其中姓名和证件号码必须有，每个列名只能有一列。",
          "The first line names the columns in Chinese: \(Self.names.joined(separator: ", ")); the first two are needed, and each stands once."
        ))
      return nil
    }
    return names.map { known[$0] ?? "" }
  }

  /// The row as a form would have sent it; several words in one cell are several ticks.
  private static func row(
    _ cells: some Sequence<(String, String)>, _ rules: RuleSet, _ packs: [LocalRulePack]
  ) -> Fields {
    let groups = Dictionary(
      GroupCode.allCases.map { ($0.name.zh, $0.rawValue) }, uniquingKeysWith: { first, _ in first })
    let claims = Dictionary(
      ExemptionCode.offered(rules, packs).map { ($0.name.zh, $0.rawValue) }, uniquingKeysWith: { first, _ in first })
    return Fields(
      cells.filter { !$0.0.isEmpty }.flatMap { field, text -> [(name: String, value: String)] in
        guard let codes = field == "groups" ? groups : field == "claims" ? claims : nil else {
          return [(field, text)]
        }
        return text.split(whereSeparator: { "；;/\n".contains($0) || field == "groups" && $0 == "、" }).map {
          let word = String($0).bare
          return (field, codes[word] ?? word)
        }
      })
  }

  private static let unreadable = Text(
    "文件不能读取，请另存为Excel（.xlsx）或者CSV后再上传。", "The file cannot be read: save it as Excel (.xlsx) or CSV and send it again.")
  private static let empty = Text("名单里没有人，请在列名下面填写。", "Nobody is on the list: fill it in below the names of the columns.")
}

extension String {
  /// Without white space at either end.
  fileprivate var bare: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension Text {
  /// 逐条 · One below the other, as far as a message may be long.
  fileprivate static func lines(_ all: [Text]) -> Text {
    let (shown, rest) = (all.prefix(20), all.count - 20)
    let more = rest > 0 ? [Text("还有\(rest)处。", "\(rest) more.")] : []
    return .each { language in (shown + more).map { $0[language] }.joined(separator: " ") }
  }
}
