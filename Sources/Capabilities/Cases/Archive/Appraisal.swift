package import Kernel
package import Localization
package import Storage
package import WorkCalendar

/// 鉴定状态 · Appraisal state: two different people approve before anything is destroyed.
package enum AppraisalState: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case proposed, approvedOnce, approved, rejected, carriedOut

  package var name: Text {
    switch self {
    case .proposed: Text("待审批", "To be approved")
    case .approvedOnce: Text("已有一人批准", "Approved by one")
    case .approved: Text("已批准，待执行", "Approved, to be carried out")
    case .rejected: Text("退回", "Rejected")
    case .carriedOut: Text("已执行", "Carried out")
    }
  }

  package var isOpen: Bool { self == .proposed || self == .approvedOnce || self == .approved }
}

package enum AppraisalStep: String, Sendable, Hashable, CaseIterable {
  case approve, reject, carryOut

  package var name: Text {
    switch self {
    case .approve: Text("批准鉴定意见", "Approve the appraisal")
    case .reject: Text("退回鉴定意见", "Reject the appraisal")
    case .carryOut: Text("登记销毁", "Record the destruction")
    }
  }
}

/// 鉴定销毁流程 · Appraisal lifecycle (档案法实施条例 2024, 24: expired files are appraised with a report).
package enum AppraisalLifecycle {
  package static let table = Lifecycle<AppraisalState, AppraisalStep>(
    "appraisal", Text("档案鉴定销毁流程", "Appraisal lifecycle"), state: \.name, step: \.name,
    [
      .init([.proposed], .approve, .approvedOnce, .approveDestruction),
      .init([.approvedOnce], .approve, .approved, .approveDestruction),
      .init([.proposed, .approvedOnce], .reject, .rejected, .approveDestruction),
      .init([.approved], .carryOut, .carriedOut, .archiveCases),
    ])
}

/// 档案鉴定 · Appraisal: which expired dossiers are destroyed and which kept on, who said so, and who approved it.
package struct Appraisal: Sendable {
  package let id: UUIDv7
  package let state: AppraisalState
  package let opinion: String
  package let madeBy: UserID?
  package let madeByName: String
  package let madeOn: Day
  package let firstBy: UserID?
  package let firstByName: String?
  package let secondByName: String?
  package let carriedOutOn: Day?
  package let witness: String?
  package let version: Int

  init(_ row: Row) throws {
    id = try row.get("id")
    state = try row.get("state")
    opinion = try row.get("opinion")
    madeBy = try row.get("made_by")
    madeByName = try row.get("made_by_name")
    madeOn = try row.get("made_on")
    firstBy = try row.get("first_by")
    firstByName = try row.get("first_by_name")
    secondByName = try row.get("second_by_name")
    carriedOutOn = try row.get("carried_out_on")
    witness = try row.get("witness")
    version = try row.get("version")
  }

  var subject: Subject { Subject("appraisal", id) }
}

/// 鉴定档案 · One dossier in an appraisal, or one that may be.
package struct AppraisedFile: Sendable {
  package let aidCase: CaseID
  package let archiveNumber: String
  package let archivedOn: Day?
  package let retention: RetentionClass?
  /// Nil while it is only expired.
  package let isDestroyed: Bool?

  init(_ row: Row) throws {
    aidCase = try row.get("id")
    archiveNumber = try row.get("archive_number", as: String?.self) ?? ""
    archivedOn = try row.get("archived_on")
    retention = try row.get("retention")
    isDestroyed = try row.get("is_destroyed", as: Int?.self).map { $0 == 1 }
  }
}
