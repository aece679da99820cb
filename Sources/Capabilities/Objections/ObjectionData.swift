import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 异议中的个人信息 · What objections hold about a person.
enum ObjectionData {
  static let source = PersonalDataSource(key: "objections") { reader, _, county, id in
    let rows = try reader.rows(
      """
      SELECT o.* FROM \(ObjectionTable.joined) WHERE o.county = \(county) AND p.id = \(id)
      ORDER BY o.received_on, o.id
      """
    ).map(Objection.init).map { it -> [Text] in
      [
        .same(it.decisionNumber), .each { Format.day(it.receivedOn, $0) }, .same(it.grounds), it.state.name,
        .same(it.opinion ?? ""),
      ]
    }
    guard !rows.isEmpty else { return nil }
    return PersonalData(
      Text("异议", "Objections"),
      columns: [
        Text("原决定文号", "Decision"), Text("收到日期", "Received"), Text("异议理由", "Grounds"), Text("状态", "State"),
        Text("审查意见", "Reasons"),
      ], rows: rows)
  }
}
