import Cases
import Intake
import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 通知面板 · On a case's page: the notice it began with, what may be done to it, and whose notice is expected next.
enum NoticePanel {
  static let source = PanelSource(key: "defenceNotices", on: "case", permission: .viewCases) {
    reader, principal, subject in
    guard let notice = try DefenceNoticeTable.of(CaseID(subject.id), in: principal.county, reader) else {
      return nil
    }
    let found = try CaseTable.one(CaseID(subject.id), for: principal, reader)
    return Panel(
      Text("办案机关通知", "The organ’s notice"),
      facts(notice, found) + troubles(notice) + (try renewals(notice, reader)) + (try calls(notice, reader))
        + steps(notice, found, principal))
  }

  private static func facts(_ notice: DefenceNotice, _ found: AidCase) -> [Panel.Line] {
    let situations = NoticeSituation.allCases.filter(found.situations.contains).map(\.name)
    let custody = notice.isInCustody.map {
      $0 ? Text("在押", "In custody") : Text("未羁押", "Not in custody")
    }
    let lines: [(Text, Text?)] = [
      (Text("通知状态", "State of the notice"), notice.state.name),
      (Text("办案机关", "Handling organ"), found.organ.map(Text.same)),
      (Text("办案机关案号", "The organ’s number"), found.organCase.map(Text.same)),
      (
        Text("收到时间", "Received"),
        Text(Format.instant(notice.receivedAt, .zh), Format.instant(notice.receivedAt, .en))
      ),
      (Text("通知情形", "Situation"), situations.isEmpty ? nil : Text.list(situations)),
      (Text("羁押情况", "Custody"), custody), (Text("羁押场所", "Place of custody"), notice.place.map(Text.same)),
    ]
    return lines.compactMap { label, value in value.map { Panel.Line(label, $0) } }
  }

  private static func troubles(_ notice: DefenceNotice) -> [Panel.Line] {
    var lines: [Panel.Line] = []
    if !notice.missing.isEmpty {
      lines.append(Panel.Line(Text("通知缺少", "The notice lacks"), Text.list(notice.missing.map(\.name))))
    }
    if let days = notice.daysLate {
      lines.append(Panel.Line(Text("通知迟延", "Late"), .count(days, "天", "day", "days")))
    }
    return lines + refusal(notice.refusedOn, notice.refusal, notice.answeredOn, notice.answer)
  }

  private static func refusal(
    _ refusedOn: Day?, _ reason: String?, _ answeredOn: Day?, _ answer: String?
  ) -> [Panel.Line] {
    func line(_ label: Text, _ day: Day?, _ words: String?) -> Panel.Line? {
      guard let day, let words else { return nil }
      return Panel.Line(label, Text("\(Format.day(day, .zh))，\(words)", "\(Format.day(day, .en)), \(words)"))
    }
    return [
      line(Text("拒绝辩护", "Refusal"), refusedOn, reason),
      line(Text("办案机关答复", "The organ’s answer"), answeredOn, answer),
    ].compactMap(\.self)
  }

  private static func renewals(_ notice: DefenceNotice, _ reader: any Reader) throws -> [Panel.Line] {
    try DefenceNoticeTable.renewals(notice.id, reader).flatMap { one in
      let late = one.daysLate.map { Text("，迟\($0)天", ", \($0) d late") } ?? .same("")
      return refusal(one.refusedOn, one.refusal, one.answeredOn, one.answer) + [
        Panel.Line(
          Text("另行通知", "New notice"),
          Text(
            "\(Format.instant(one.receivedAt, .zh))\(late.zh)（\(one.recorder)）",
            "\(Format.instant(one.receivedAt, .en))\(late.en) (\(one.recorder))"))
      ]
    }
  }

  private static func calls(_ notice: DefenceNotice, _ reader: any Reader) throws -> [Panel.Line] {
    try DefenceNoticeTable.calls(notice.id, reader).map { call in
      Panel.Line(
        Text("询问办案机关", "Asked the organ"),
        Text(
          "\(Format.instant(call.askedAt, .zh))，\(call.spokeWith)：\(call.answer)（\(call.recorder)）",
          "\(Format.instant(call.askedAt, .en)), \(call.spokeWith): \(call.answer) (\(call.recorder))"))
    }
  }

  private static func steps(_ notice: DefenceNotice, _ found: AidCase, _ principal: Principal) -> [Panel.Line] {
    let allowed = DefenceNoticeLifecycle.table.allowed(from: notice.state, by: principal)
    var paths: [(Text, NoticePaths)] = []
    if allowed.contains(.ask) { paths.append((NoticeCallPage.title, .call)) }
    if allowed.contains(.reportRefusal) { paths.append((RefusalPages.title, .refusal)) }
    if allowed.contains(.renew) { paths.append((RefusalPages.renewalTitle, .renewal)) }
    if allowed.contains(.permit) { paths.append((RefusalPages.answerTitle, .refusalAnswer)) }
    return paths.map { Panel.Line(Text("可以办理", "Next"), $0.0, path: $0.1.path(found.id)) }
  }

  /// The end of one stage lets the notice of the next be expected.
  static let expected = PanelSource(key: "defenceNotices.next", on: "case", permission: .registerNotices) {
    reader, principal, subject in
    let found = try CaseTable.one(CaseID(subject.id), for: principal, reader)
    guard found.track == .criminalNotified, let next = found.stageExpected,
      try !CaseTable.of(found.matter, for: principal, reader).contains(where: { $0.stage == next })
    else { return nil }
    let organ = OrganKind.handling(next)?.name ?? next.name
    return Panel(
      Text("下一阶段", "Next stage"),
      [
        Panel.Line(
          Text("等待通知", "Notice expected"), Text("\(organ.zh)，\(next.name.zh)", "\(organ.en), \(next.name.en)")),
        Panel.Line(
          Text("收到后", "When it comes"), Text("登记下一阶段通知", "Register the notice of the next stage"),
          path: NoticePaths.new + "?after=\(found.id)"),
      ])
  }
}

extension AidCase {
  /// 下一阶段 · What follows a stage that ended by going on: the opinion for prosecution leads to the procuratorate, the
  /// indictment to the court.
  var stageExpected: Stage? {
    switch closingBasis {
    case .prosecutionOpinion: .prosecutionReview
    case .indictment: .firstInstance
    default: nil
    }
  }
}
