import Cases
import Intake
import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 通知待办 · What waits in notices: the organ to be asked, a refusal to be answered.
enum NoticeWork {
  static let all = [
    source(
      "incomplete", .noticeIncomplete, Text("向办案机关询问通知缺少的内容", "Ask the organ what its notice lacks"), .call),
    source(
      "refused", .refusedByPerson, Text("登记办案机关对拒绝辩护的答复", "Record the organ’s answer to a refusal"),
      .refusalAnswer),
    source(
      "handedBack", .handedBack, Text("等待办案机关另行通知，或者本人另行委托", "The organ’s new notice, or own counsel, is awaited"),
      .renewal),
  ]

  private static func source(
    _ key: String, _ state: DefenceNoticeState, _ title: Text, _ path: NoticePaths
  ) -> WorkItemSource {
    WorkItemSource(key: "defenceNotices.\(key)", permission: .registerNotices) { reader, principal, _ in
      try reader.rows(
        """
        SELECT aid_case.id, aid_case.number, aid_case.recipient_name, aid_case.cause, aid_case.organ, d.due_on,
          d.rule_key, recipient.protection
        FROM defence_notice n JOIN aid_case ON aid_case.id = n.aid_case
          JOIN person recipient ON recipient.id = aid_case.recipient
          LEFT JOIN deadline d ON d.subject_kind = 'case' AND d.subject_id = aid_case.id AND d.done_on IS NULL
            AND d.rule_key = \(CasesLimits.noticeAssignment.key)
        WHERE \(principal.sight("aid_case")) AND n.county = \(principal.county) AND n.state = \(state)
          AND aid_case.state IN \(list: CaseState.allCases.filter(\.isActive))
        ORDER BY d.due_on NULLS LAST, n.received_at, n.id LIMIT \(WorkItemSource.most)
        """
      ).map { row in
        let name = try Protection(row).name(row.get("recipient_name"), to: principal)
        return WorkItem(
          title: title, about: "\(Format.mask(name: name)) · \(try row.get("cause", as: String.self))",
          detail: .same(try row.get("organ", as: String?.self) ?? ""), number: try row.get("number"),
          dueOn: try row.get("due_on"), limitKey: try row.get("rule_key"), path: path.path(try row.get("id")))
      }
    }
  }
}
