import Foundation
import Localization
package import Storage
package import WorkCalendar

/// 办理环境 · Action context: the transaction, who acts, when, and the few things an action may do besides writing its
/// own rows: record its event, take a number, start or stop a clock, decide a job.
package final class ActionContext {
  package let tx: any Writer
  package let principal: Principal
  package let now: Instant
  package let services: Services
  /// The working days of this county: the embedded years and the office's own.
  package let calendar: WorkCalendar
  package let submission: Submission
  /// The place of this action's event in the county's chain; changed rows name it.
  package let eventNumber: Int
  package let eventID: UUIDv7
  package private(set) var draft: EventDraft?
  /// Records that changed though the event does not name them one by one, as in an import: they are searched anew.
  package var touched: [Subject] = []

  init(
    tx: any Writer, principal: Principal, now: Instant, services: Services, calendar: WorkCalendar,
    submission: Submission,
    eventNumber: Int
  ) {
    self.tx = tx
    self.principal = principal
    self.now = now
    self.services = services
    self.calendar = calendar
    self.submission = submission
    self.eventNumber = eventNumber
    self.eventID = UUIDv7()
  }

  package var county: CountyID { principal.county }
  package var today: Day { now.day }
  package var keys: KeyRing { services.keys }

  /// Records the action's one event. Facts never hold personal data in clear: ids, codes, days and amounts.
  package func record(
    _ kind: String, _ subject: Subject, also others: [Subject] = [], rules: RuleSet? = nil,
    basis: [LegalBasis] = [], facts: [String: EventValue] = [:]
  ) {
    precondition(draft == nil, "an action records one event")
    draft = EventDraft(
      kind: kind, subject: subject, others: others, rules: rules, basis: basis, facts: facts)
  }

  /// Refuses when the record is not the one that was shown.
  package func requireVersion(_ version: Int) throws(Refusal) {
    guard submission.version == nil || submission.version == version else { throw .changedMeanwhile }
  }

  /// Asks the gates that other capabilities hang on a lifecycle step.
  package func passGates(_ step: String, _ subject: Subject) throws {
    try Refusals.check(services.refusals(at: step, subject, on: today, tx))
  }

  /// Enqueues a job in this transaction; the same key twice is one job.
  package func enqueue(_ kind: String, key: String, payload: [String: String], runAfter: Instant? = nil) throws {
    try tx.run(
      """
      INSERT INTO job (id, county, kind, job_key, payload, state, attempts, run_after, event_number)
      VALUES (\(JobID()), \(county), \(kind), \(key), \(CanonicalJSON.encode(payload)), 'queued', 0,
        \((runAfter ?? now).milliseconds), \(eventNumber))
      ON CONFLICT (county, job_key) DO NOTHING
      """)
  }

  /// Queues again what failed or waits: whatever stood in its way was just removed.
  package func retryJobs(_ kind: String) throws {
    try tx.run(
      """
      UPDATE job SET state = 'queued', attempts = 0, run_after = \(now)
      WHERE county = \(county) AND kind = \(kind) AND state <> 'done'
      """)
  }
}

/// 对象 · Subject: the record an event, a clock or a work item is about.
package struct Subject: Sendable, Hashable {
  package let kind: String
  package let id: UUIDv7

  package init(_ kind: String, _ id: UUIDv7) {
    self.kind = kind
    self.id = id
  }

  package static func application(_ id: ApplicationID) -> Subject { Subject("application", id.uuid) }
  package static func aidCase(_ id: CaseID) -> Subject { Subject("case", id.uuid) }
  package static func person(_ id: PersonID) -> Subject { Subject("person", id.uuid) }
  package static func matter(_ id: MatterID) -> Subject { Subject("matter", id.uuid) }
  package static func paper(_ id: PaperID) -> Subject { Subject("paper", id.uuid) }
  package static func attachment(_ id: AttachmentID) -> Subject { Subject("attachment", id.uuid) }
  package static func agency(_ id: AgencyID) -> Subject { Subject("agency", id.uuid) }
  package static func user(_ id: UserID) -> Subject { Subject("user", id.uuid) }
  package static func county(_ id: CountyID) -> Subject { Subject("county", id.uuid) }
}
