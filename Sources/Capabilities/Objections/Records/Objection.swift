package import Kernel
package import Localization
import Storage
package import WorkCalendar

package enum ObjectionRecord {}
package typealias ObjectionID = ID<ObjectionRecord>

/// 异议所针对的决定 · What is objected to: the refusal of an application, or the termination of a case.
package enum ObjectionSubject: Sendable, Hashable {
  case application(ApplicationID)
  case aidCase(CaseID)

  package var subject: Subject {
    switch self {
    case .application(let id): .application(id)
    case .aidCase(let id): .aidCase(id)
    }
  }

  var path: String {
    switch self {
    case .application(let id): "/applications/\(id)"
    case .aidCase(let id): "/cases/\(id)"
    }
  }

  /// What the decision is called.
  package var decision: Text {
    switch self {
    case .application: Text("不予法律援助决定", "Refusal of legal aid")
    case .aidCase: Text("终止法律援助决定", "Termination of the aid")
    }
  }
}

/// 异议 · Objection to a refusal or a termination, from its receipt to the bureau's decision (条例 19; 法律援助法 49).
package struct Objection: Sendable {
  package let id: ObjectionID
  package let about: ObjectionSubject
  package let state: ObjectionState
  /// 原决定文号、日期 · Of the decision objected to.
  package let decisionNumber: String
  package let decidedAgainstOn: Day
  package let receivedOn: Day
  package let grounds: String
  package let recorder: String
  package let deciderName: String?
  package let opinion: String?
  package let decidedOn: Day?
  package let number: String?
  /// 复议、诉讼 · The last time the objector went on against the bureau's decision.
  package let contest: Contest?
  package let version: Int

  /// 处理结果 · What the bureau decided last: an objection that went further or came back had been upheld.
  var outcome: ObjectionOutcome { state == .corrected ? .correct : .uphold }

  /// 撤销后重新审查 · The bureau's decision was annulled, and the objection waits for it once more.
  var wasAnnulled: Bool { state == .received && decidedOn != nil }

  init(_ row: Row) throws {
    id = try row.get("id")
    if let application = try row.get("application", as: ApplicationID?.self) {
      about = .application(application)
    } else {
      about = .aidCase(try row.get("aid_case"))
    }
    state = try row.get("state")
    decisionNumber = try row.get("decision_number")
    decidedAgainstOn = try row.get("decided_against_on")
    receivedOn = try row.get("received_on")
    grounds = try row.get("grounds")
    recorder = try row.get("recorder")
    deciderName = try row.get("decider_name")
    opinion = try row.get("opinion")
    decidedOn = try row.get("decided_on")
    number = try row.get("number")
    contest = try Contest(row)
    version = try row.get("version")
  }
}
