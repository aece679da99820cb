package import Kernel
package import Localization
package import Storage
package import WorkCalendar

/// 承办记录类别 · Handling kind: what the undertaker did for the recipient.
package enum HandlingKind: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case meeting, fileInspection, evidence, filing, mediation, opinion, progress, other
  /// Written by the product itself, with the step it belongs to.
  case dossierReturn

  package var name: Text {
    switch self {
    case .meeting: Text("会见（约见）", "Meeting")
    case .fileInspection: Text("阅卷", "File inspection")
    case .evidence: Text("调查取证", "Evidence collection")
    case .filing: Text("立案、提交材料", "Filing")
    case .mediation: Text("调解、协商", "Mediation, negotiation")
    case .opinion: Text("提交书面意见", "Written opinion")
    case .progress: Text("通报承办情况", "Progress told to the recipient")
    case .other: Text("其他", "Other")
    case .dossierReturn: Text("卷宗退回理由", "Why the dossier was returned")
    }
  }

  /// What the undertaker may choose from.
  static let offered = allCases.filter { $0 != .dossierReturn }

  /// Under which item of the dossier its file is kept.
  var dossierCode: String {
    switch self {
    case .meeting, .opinion, .progress: rawValue
    case .fileInspection: "fileNotes"
    case .evidence, .mediation, .other, .dossierReturn: "evidence"
    case .filing: "complaint"
    }
  }
}

/// 承办记录 · Handling record: one thing done in a case, by whom and when.
package struct HandlingRecord: Sendable {
  package let kind: HandlingKind
  package let doneOn: Day
  package let content: String
  package let recordedBy: String
  /// 已告知事项 · What a meeting told the recipient.
  package let told: [MeetingDuty]

  init(_ row: Row) throws {
    kind = try row.get("kind")
    doneOn = try row.get("done_on")
    content = try row.get("content")
    recordedBy = try row.get("recorded_by")
    told = MeetingDuty.split(try row.get("told"))
  }
}

package enum HandlingRecordTable {
  package static func of(_ aidCase: CaseID, _ reader: any Reader) throws -> [HandlingRecord] {
    try reader.rows(
      """
      SELECT kind, done_on, content, recorded_by, told FROM handling_record WHERE aid_case = \(aidCase)
      ORDER BY done_on, id
      """
    ).map(HandlingRecord.init)
  }

  static func insert(
    _ kind: HandlingKind, on day: Day, _ content: String, told: Set<MeetingDuty> = [], of aidCase: CaseID,
    in context: ActionContext
  ) throws {
    try context.tx.run(
      """
      INSERT INTO handling_record (id, county, aid_case, kind, done_on, content, told, recorded_by, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(aidCase), \(kind), \(day), \(content), \(MeetingDuty.joined(told)),
        \(context.principal.name), \(context.eventNumber))
      """)
  }
}
