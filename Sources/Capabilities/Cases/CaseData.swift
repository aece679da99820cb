import Intake
import Kernel
import Localization
import WorkCalendar

/// 案件中的个人信息 · What cases hold about their recipient.
enum CaseData {
  static let source = PersonalDataSource(key: "cases.cases") { reader, _, county, person in
    let found = try CaseTable.of(person, for: .system(county), reader)
    guard !found.isEmpty else { return nil }
    return PersonalData(
      Text("案件", "Cases"),
      columns: [
        Text("案件编号", "Case number"), Text("受理日期", "Accepted on"), Text("案由", "Cause"),
        Text("承办单位", "Undertaking unit"), Text("承办人员", "Undertaker"), Text("结案日期", "Closed on"),
        Text("结果", "Result"), Text("归档日期", "Archived on"), Text("状态", "State"),
      ],
      rows: found.map { it in
        [
          .same(it.number), .same(it.acceptedOn.description), .same(it.cause), .same(it.unitName ?? ""),
          .same(it.undertakerName ?? ""), .same(it.closedOn?.description ?? ""),
          .each { language in it.resultText(language) },
          .same(it.archivedOn?.description ?? ""), it.state.name,
        ]
      }, subjects: found.map { .aidCase($0.id) })
  }
}
