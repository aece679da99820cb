import Kernel
import Registry
import Storage

/// 数据范围 · Whether a file's record lies in what somebody may see: the same predicate as the record's own page.
enum SubjectScope {
  static func require(_ subject: Subject, _ principal: Principal, _ reader: any Reader) throws {
    guard let kind = Kind(rawValue: subject.kind),
      try reader.row("SELECT 1 AS seen WHERE \(kind.isSeen("\(subject.id)", by: principal))") != nil
    else { throw Refusal.notFound }
  }

  /// The same as a condition on a table whose rows are about records.
  static func seen(_ table: String, by principal: Principal) -> SQL {
    let kinds = Kind.allCases.map { kind -> SQL in
      "\(raw: table).subject_kind = \(kind.rawValue) AND \(kind.isSeen("\(raw: table).subject_id", by: principal))"
    }
    return "(\(kinds.joined(" OR ")))"
  }

  /// A paper lies in what somebody may see when its record does. The note of a forwarded application stays with the office
  /// that forwarded it, too, though the record has gone.
  static func require(_ paper: PaperRecord, _ principal: Principal, _ reader: any Reader) throws {
    if paper.subject.kind == "application", try keepsNote(paper.id, principal, reader) { return }
    try require(paper.subject, principal, reader)
  }

  private static func keepsNote(_ paper: PaperID, _ principal: Principal, _ reader: any Reader) throws -> Bool {
    try reader.row(
      """
      SELECT 1 AS kept FROM forwarding f JOIN aid_application a ON a.id = f.application
      WHERE f.note = \(paper) AND f.county = \(principal.county) AND f.sender IN \(list: principal.agencies)
        AND \(principal.unconcealed("a"))
      """) != nil
  }

  /// 签名范围 · Whoever serves at the counter takes signatures for all he sees; an undertaker and the second one for the
  /// papers of their case, and the manager of their firm for those of its cases.
  static func requireSigning(_ subject: Subject, _ principal: Principal, _ reader: any Reader) throws {
    try require(subject, principal, reader)
    if principal.isSystem || principal.has(.stationClerk) || principal.has(.receptionist) { return }
    guard subject.kind == "case" else { throw Refusal.notFound }
    let isOwn: SQL =
      "undertaker = \(principal.undertaker) OR id IN \(CoUndertakerTable.records(of: principal.undertaker))"
    guard
      try principal.has(.firmManager)
        || reader.row("SELECT 1 AS own FROM aid_case WHERE id = \(subject.id) AND (\(isOwn))") != nil
    else { throw Refusal.notFound }
  }

  private enum Kind: String, CaseIterable {
    case application, aidCase = "case", consultation, personalRequest, cooperation, legalHelp, governmentDocument
    case implementationTask

    func isSeen(_ id: SQL, by principal: Principal) -> SQL {
      switch self {
      case .aidCase: exists("aid_case", "aid_case.id = \(id) AND \(principal.sight("aid_case"))")
      // A firm sees its case's application papers through the case that came of it.
      case .application:
        "(" + exists("aid_application", "aid_application.id = \(id) AND \(principal.sight("aid_application"))")
          + " OR " + exists("aid_case", "aid_case.application = \(id) AND \(principal.sight("aid_case"))") + ")"
      // What belongs to no matter, so that none of it can be concealed.
      case .consultation: exists("consultation", "consultation.id = \(id) AND \(principal.scope("consultation"))")
      // The centre's own correspondence; its case, where it has one, was asked about already.
      case .cooperation:
        exists(
          "cooperation",
          "cooperation.id = \(id) AND cooperation.county = \(principal.county) AND cooperation.owner IN \(list: principal.agencies)"
        )
      case .personalRequest:
        exists("personal_request", "personal_request.id = \(id) AND \(principal.scope("personal_request"))")
      case .legalHelp: exists("legal_help", "legal_help.id = \(id) AND \(principal.scope("legal_help"))")
      // A document is seen with its tasks, but by bureau and centre, which lead the work and see all.
      case .governmentDocument:
        "("
          + exists(
            "government_document d", "d.id = \(id) AND d.county = \(principal.county) AND \(leads(principal))")
          + " OR " + exists("implementation_task t", "t.document = \(id) AND \(isTaskSeen(principal))") + ")"
      case .implementationTask: exists("implementation_task t", "t.id = \(id) AND \(isTaskSeen(principal))")
      }
    }

    private func isTaskSeen(_ principal: Principal) -> SQL {
      """
      t.county = \(principal.county) AND (\(leads(principal)) OR t.agency IN \(list: principal.agencies)
        OR t.person = \(principal.user))
      """
    }

    private func leads(_ principal: Principal) -> SQL {
      principal.agencyKind == .bureau || principal.agencyKind == .centre ? "1 = 1" : "1 = 0"
    }

    private func exists(_ table: SQL, _ condition: SQL) -> SQL {
      "EXISTS (SELECT 1 FROM \(table) WHERE \(condition))"
    }
  }
}
