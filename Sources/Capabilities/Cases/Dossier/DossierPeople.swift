import Kernel
import Storage

/// 立卷检查 · Who filed and who checked a volume, and by which notice the case was assigned: for its cover and its
/// remark sheet, read from what is recorded.
struct DossierPeople: Sendable {
  let filedBy: String
  let checkedBy: String
  let assignmentNumber: String
  let returns: Int

  init(_ aidCase: AidCase, _ documents: [Dossier.Document], _ reader: any Reader) throws {
    filedBy = try Self.actor("case.archived", aidCase, reader)
    checkedBy = try Self.actor("case.dossierAccepted", aidCase, reader)
    assignmentNumber = documents.last { $0.item == "F11" }?.number ?? ""
    returns = try ReturnSlipTable.of(aidCase.id, reader).count
  }

  private static func actor(_ kind: String, _ aidCase: AidCase, _ reader: any Reader) throws -> String {
    try reader.value(
      """
      SELECT actor_name FROM event WHERE county = \(aidCase.county) AND subject_kind = \(aidCase.subject.kind)
        AND subject_id = \(aidCase.subject.id) AND kind = \(kind) ORDER BY number DESC LIMIT 1
      """) ?? ""
  }
}
