import Cases
import Intake
import Kernel
import Papers
import Registry
import Storage
import WorkCalendar

/// 对账查询 · What was received and what was told, month by month.
enum ReconciliationTable {
  /// All organs with anything in a month, by name; the month is given by its first day.
  static func of(
    _ month: Day, for principal: Principal, _ keys: KeyRing, on today: Day, _ reader: any Reader
  ) throws -> [Reconciliation] {
    let received = try received(
      "got.received_at >= \(Instant(month)) AND got.received_at < \(Instant(month.lastOfMonth.next))", principal,
      today,
      reader)
    let sent = try SentNoticesTable.of(month, in: principal.county, keys, reader)
    let before = try SentNoticesTable.of(
      month.adding(days: -1).firstOfMonth, in: principal.county, keys, reader)
    let byOrgan = Dictionary(grouping: received, by: \.organ)
    return try Set(byOrgan.keys).union(sent.keys).sorted().map { organ in
      let (own, told) = (byOrgan[organ] ?? [], sent[organ])
      let keys = Set(own.map(\.key))
      let missing = (told?.lines ?? []).filter { !keys.contains($0.key) }
      let others = try missing.isEmpty ? [] : self.received("aid_case.organ = \(organ)", principal, today, reader)
      return Reconciliation(organ, received: own, sent: told, before: before[organ], others: others)
    }
  }

  private static func received(
    _ condition: SQL, _ principal: Principal, _ today: Day, _ reader: any Reader
  ) throws -> [Reconciliation.Received] {
    let rows = try reader.rows(
      """
      SELECT got.received_at, got.late_discovery, got.late_hearing, got.late_renewal, got.is_renewal, n.stage, aid_case.id,
        aid_case.number, aid_case.organ, aid_case.organ_case, aid_case.recipient_name, recipient.protection,
        CASE WHEN \(principal.sight("aid_case")) THEN 1 ELSE 0 END AS is_seen
      FROM (
          SELECT id AS notice, received_at, late_discovery, late_hearing, NULL AS late_renewal, 0 AS is_renewal
          FROM defence_notice WHERE county = \(principal.county)
          UNION ALL
          SELECT notice, received_at, NULL, NULL, days_late, 1 FROM notice_renewal WHERE county = \(principal.county)
        ) got JOIN defence_notice n ON n.id = got.notice JOIN aid_case ON aid_case.id = n.aid_case
        JOIN person recipient ON recipient.id = aid_case.recipient
      WHERE \(condition) ORDER BY got.received_at, got.notice, got.is_renewal
      """)
    let cases: [CaseID] = try rows.map { try $0.get("id") }
    let told = try letters(of: cases, reader)
    let clocks = try clocks(of: cases, reader)
    return try rows.map { row in
      let (id, at): (CaseID, Instant) = (try row.get("id"), try row.get("received_at"))
      let late: [Int?] = [
        try row.get("late_discovery"), try row.get("late_hearing"), try row.get("late_renewal"),
      ]
      let toldOn = told[id]?.first { $0 >= at.day }
      let due = clocks[id]?.first { $0.started == at.day }?.due
      let name: String = try row.get("recipient_name")
      return Reconciliation.Received(
        aidCase: id, number: try row.get("number"), organ: try row.get("organ", as: String?.self) ?? "",
        organCase: try row.get("organ_case", as: String?.self) ?? "",
        recipient: try Protection(row).name(name, to: principal), name: name, stage: try row.get("stage"),
        receivedAt: at, daysLate: late.compactMap(\.self).max(), toldOn: toldOn,
        ownDaysLate: due.flatMap { $0 < toldOn ?? today ? $0.days(until: toldOn ?? today) : nil },
        isSeen: try row.get("is_seen"), isRenewal: try row.get("is_renewal"))
    }
  }

  /// The days on which letters told the organ of a case whom the person has, the earliest first.
  private static func letters(of cases: [CaseID], _ reader: any Reader) throws -> [CaseID: [Day]] {
    var days: [CaseID: [Day]] = [:]
    for row in try reader.rows(
      """
      SELECT subject_id, decided_on FROM paper WHERE form = 'F13' AND subject_kind = 'case'
        AND subject_id IN \(list: cases) ORDER BY decided_on, id
      """)
    {
      days[try row.get("subject_id"), default: []].append(try row.get("decided_on"))
    }
    return days
  }

  private static func clocks(
    of cases: [CaseID], _ reader: any Reader
  ) throws -> [CaseID: [(started: Day, due: Day?)]] {
    var clocks: [CaseID: [(started: Day, due: Day?)]] = [:]
    for row in try reader.rows(
      """
      SELECT subject_id, started_on, due_on FROM deadline WHERE subject_kind = 'case'
        AND rule_key = \(CasesLimits.noticeAssignment.key) AND subject_id IN \(list: cases) ORDER BY started_on, id
      """)
    {
      clocks[try row.get("subject_id"), default: []].append((try row.get("started_on"), try row.get("due_on")))
    }
    return clocks
  }
}
