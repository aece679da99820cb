import Intake
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
    func actor(_ kind: String) throws -> String {
      try EventTable.lastActor(of: kind, on: aidCase.subject, in: aidCase.county, reader) ?? ""
    }
    filedBy = try actor("case.archived")
    checkedBy = try actor("case.dossierAccepted")
    assignmentNumber = documents.last { $0.item == "F11" }?.number ?? ""
    returns = try ReturnSlipTable.of(aidCase.id, reader).count
  }
}
