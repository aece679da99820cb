import Cases
import Intake
import Kernel
import Localization
import Registry
import WorkCalendar

/// 通知中的个人信息 · What organs' notices hold about a person.
enum NoticeData {
  static let source = PersonalDataSource(key: "defenceNotices") { reader, _, county, id in
    let cases = try CaseTable.of(id, for: .system(county), reader).filter { $0.track.isNotified }
    let rows = try cases.compactMap { found -> [Text]? in
      guard let notice = try DefenceNoticeTable.of(found.id, in: county, reader) else { return nil }
      let refusals = try DefenceNoticeTable.renewals(notice.id, reader).map(\.refusal) + [notice.refusal]
      return [
        .same(found.number), .same(found.organ ?? ""),
        Text(Format.instant(notice.receivedAt, .zh), Format.instant(notice.receivedAt, .en)),
        .same(notice.place ?? ""), .same(refusals.compactMap(\.self).joined(separator: "；")), notice.state.name,
      ]
    }
    guard !rows.isEmpty else { return nil }
    return PersonalData(
      Text("办案机关通知", "Organs’ notices"),
      columns: [
        Text("案件编号", "Case number"), Text("办案机关", "Handling organ"), Text("收到时间", "Received"),
        Text("羁押场所", "Place of custody"), Text("拒绝理由", "Reason of refusal"), Text("状态", "State"),
      ], rows: rows)
  }
}
