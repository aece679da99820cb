import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 法律帮助中的个人信息 · What legal help holds about a person.
enum HelpData {
  static let source = PersonalDataSource(key: "dutyLawyers") { reader, _, county, id in
    let found = try LegalHelpTable.of(id, in: county, reader)
    guard !found.isEmpty else { return nil }
    return PersonalData(
      Text("值班律师法律帮助", "Legal help by duty lawyers"),
      columns: [
        Text("编号", "Number"), Text("收到时间", "Received"), Text("罪名", "Charge"), Text("简要情况", "In short"),
        Text("法律帮助内容", "Kind of legal help"), Text("具体情况", "What was done"), Text("结果", "Result"),
        Text("状态", "State"),
      ],
      rows: found.map { it in
        [
          .same(it.number), Text(Format.instant(it.receivedAt, .zh), Format.instant(it.receivedAt, .en)),
          .same(it.charge ?? ""), .same(it.brief ?? ""), Text.list(it.kinds.map(\.name)), .same(it.content ?? ""),
          .same(it.result ?? ""), it.state.name,
        ]
      }, subjects: found.map { .legalHelp($0.id) })
  }
}

/// 法律帮助检索 · What legal help is found by: its number, the person, the lawyer, the charge, the organ's number.
enum HelpSearch {
  static let source = SearchSource(
    kind: "legalHelp", name: Text("法律帮助", "Legal help"), permission: .viewHelp,
    path: { HelpPaths.page.path(LegalHelpID($0)) },
    ids: { "SELECT id FROM legal_help WHERE county = \($0)" },
    entries: { reader, _, _, ids in try LegalHelpTable.all(ids, reader).map(entry) })

  private static func entry(_ it: LegalHelp) -> SearchEntry {
    SearchEntry(
      id: it.id.uuid, number: it.number, name: it.nameOnPapers, about: it.about, person: it.person, matter: nil,
      names: [it.lawyerName].compactMap(\.self),
      words: [it.charge, it.organ, it.organCase, it.placeName].compactMap(\.self), state: it.state.name,
      isOpen: it.state != .recorded, recordedOn: it.receivedAt.day, origin: it.origin, owner: it.owner,
      unit: it.unit,
      undertaker: it.lawyer)
  }
}
