import Kernel
import Localization
import Registry
import WorkCalendar

/// 申请中的个人信息 · What applications hold about the person who applied, household and income among it.
enum ApplicationData {
  static let source = PersonalDataSource(key: "intake.applications") { reader, keys, county, person in
    let found = try ApplicationTable.of(person, for: .system(county), reader)
    guard !found.isEmpty else { return nil }
    return PersonalData(
      Text("申请", "Applications"),
      columns: [
        Text("编号", "Number"), Text("收到日期", "Received on"), Text("案由", "Cause"), Text("对方当事人", "Opposing party"),
        Text("事实", "Facts"), Text("人群", "Groups"), RecipientLanguage.label, Text("家庭人口", "Household"),
        Text("家庭收入", "Household income"), Text("家庭情况明细", "Details of the household"),
        Text("状态", "State"),
      ],
      rows: try found.map { try row($0, $0.telling(keys)) }, subjects: found.map { .application($0.id) })
  }

  /// 参加的群体申请 · Those in which the person applied along; what others told there is not his.
  static let along = PersonalDataSource(key: "intake.group") { reader, _, county, person in
    let found = try ApplicationTable.of(person, along: true, for: .system(county), reader)
      .filter { $0.applicant != person }
    guard !found.isEmpty else { return nil }
    return PersonalData(
      Text("参加的群体申请", "Group applications"),
      columns: [
        Text("编号", "Number"), Text("收到日期", "Received on"), Text("案由", "Cause"), Text("状态", "State"),
      ],
      rows: found.map {
        [.same($0.number ?? $0.receiptNumber), .same($0.receivedOn.description), .same($0.cause), $0.state.name]
      })
  }

  private static func row(_ it: Application, _ told: Telling) -> [Text] {
    let income = told.household.map { home in
      let months = Text.count(home.months, "个月", "month", "months")
      return Text(
        "\(Format.money(fen: home.netIncomeFen, .zh))（\(months.zh)）",
        "\(Format.money(fen: home.netIncomeFen, .en)) (\(months.en))")
    }
    return [
      .same(it.number ?? it.receiptNumber), .same(it.receivedOn.description), .same(it.cause), .same(it.opposing),
      .same(it.facts), .list(told.groups.map(\.name)), it.language?.name ?? .same(""),
      .same(told.household.map { String($0.members) } ?? ""),
      income ?? .same(""), details(told), it.state.name,
    ]
  }

  private static func details(_ told: Telling) -> Text {
    .each { language in
      (told.household?.details() ?? []).map { $0[language] }.joined(separator: language == .zh ? "；" : "; ")
    }
  }
}
