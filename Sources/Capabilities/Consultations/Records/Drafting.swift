package import Kernel
package import Localization
import Storage
package import WorkCalendar

/// 文书种类 · Draft kind: which document was drafted.
package enum DraftKind: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case complaint, defence, arbitration, reconsideration, enforcement, letter, agreement, other

  package var name: Text {
    switch self {
    case .complaint: Text("起诉状", "Statement of claim")
    case .defence: Text("答辩状", "Statement of defence")
    case .arbitration: Text("仲裁申请书", "Application for arbitration")
    case .reconsideration: Text("行政复议申请书", "Application for reconsideration")
    case .enforcement: Text("强制执行申请书", "Application for enforcement")
    case .letter: Text("律师函、催告函", "Lawyer’s letter or demand")
    case .agreement: Text("协议书", "Agreement")
    case .other: Text("其他文书", "Another document")
    }
  }
}

/// 代拟法律文书 · Drafting: a document written for somebody who asked; counted on its own, and no case.
package struct Drafting: Sendable {
  package let kind: DraftKind
  package let title: String
  package let drafter: String
  package let draftedOn: Day
  package let attachment: AttachmentID?

  init(_ row: Row) throws {
    kind = try row.get("kind")
    title = try row.get("title")
    drafter = try row.get("drafter")
    draftedOn = try row.get("drafted_on")
    attachment = try row.get("attachment")
  }
}

package enum DraftingTable {
  static func of(_ consultation: ConsultationID, _ reader: any Reader) throws -> [Drafting] {
    try reader.rows(
      """
      SELECT kind, title, drafter, drafted_on, attachment FROM drafting WHERE consultation = \(consultation)
      ORDER BY drafted_on, id
      """
    ).map(Drafting.init)
  }

  /// How many documents were drafted for the consultations that fit.
  static func count(_ conditions: SQL, _ reader: any Reader) throws -> Int {
    try reader.value(
      """
      SELECT COUNT(*) FROM drafting f JOIN consultation c ON c.id = f.consultation WHERE \(conditions)
      """) ?? 0
  }
}
