import Intake
import Localization
package import Registry
import WorkCalendar

extension ImportRow {
  /// 提醒 · What rarely goes together; it is imported all the same.
  package func warnings(line: Int) -> [ImportFault] {
    checks.filter(\.isOdd).map {
      ImportFault(line: line, column: $0.column.rawValue, value: "", key: $0.key, $0.reason)
    }
  }

  private struct Check {
    let isOdd: Bool
    let column: ImportColumn
    let key: String
    let reason: Text

    init(_ isOdd: Bool, _ column: ImportColumn, _ key: String, _ reason: Text) {
      self.isOdd = isOdd
      self.column = column
      self.key = key
      self.reason = reason
    }
  }

  private var checks: [Check] {
    [
      Check(
        track.isCriminal != form.isCriminal, .form, "track-form",
        Text("刑事案件类型与援助形式不一致。", "The track and the form do not agree on being criminal.")),
      Check(
        undertaker == nil && (undertakerKind != nil || closedOn != nil), .undertaker, "no-undertaker",
        Text("没有填写承办人员。", "No undertaker is named.")),
      Check(
        undertaker != nil && assignedOn == nil, .assignedOn, "no-assignment-day",
        Text("有承办人员，但没有指派日期。", "There is an undertaker but no assignment day.")),
      Check(
        closedOn == nil
          && (archivedOn != nil || result != nil || grade != nil || recoveredFen != nil || ended == .terminated),
        .closedOn,
        "no-closing-day", Text("没有结案日期。", "There is no closing day.")),
      Check(
        ended == .terminated && result != nil, .result, "result-of-terminated",
        Text("终止的案件填写了办理结果。", "A terminated case has a result.")),
      Check(
        closedOn.map { closed in heardOn.contains { $0 > closed } } ?? false, .heardOn, "hearing-after-closing",
        Text("结案以后还有开庭。", "A hearing is after the closing.")),
      Check(
        !heardOn.isEmpty && !form.isLitigation && form != .arbitrationAgency, .heardOn, "hearing-without-suit",
        Text("非诉讼案件填写了开庭日期。", "A non-litigation case has a hearing.")),
      Check(
        recipientID.map { $0.birthOn > acceptedOn } ?? false, .recipientID, "born-later",
        Text("受援人出生在受理以后，请核对身份证号码。", "The recipient was born after the acceptance: check the number.")),
      Check(
        undertakerKind == .grassrootsWorker && form == .criminalDefence, .undertakerKind, "not-a-lawyer",
        Text("基层法律服务工作者不能担任刑事辩护人。", "A grassroots legal service worker cannot defend in a criminal case.")),
    ]
  }
}
