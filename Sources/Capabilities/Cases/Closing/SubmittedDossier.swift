import Kernel
import Registry
import Storage
import Web
import WorkCalendar

/// 待接收的卷宗 · Submitted dossier: one that waits to be examined, as the quality supervisor accepts several at once; what
/// stands against it is said beforehand.
struct SubmittedDossier: Sendable {
  let aidCase: AidCase
  let dueOn: Day?
  let standing: DossierStanding
  /// Why it cannot be accepted with the others; nil where it can.
  let obstacle: Refusal?

  var choice: ChosenRow<Spine.Case> { ChosenRow(aidCase.id, aidCase.version) }

  /// The most urgent first, then those that cannot be accepted; six queries, whatever their number.
  static func load(
    for principal: Principal, _ services: Services, _ reader: any Reader
  ) throws -> [SubmittedDossier] {
    let waiting = try CaseTable.waiting([.dossierSubmitted], for: principal, reader).prefix(50)
    let standings = try DossierStanding.of(waiting.map(\.aidCase), in: principal.county, services, reader)
    let all = waiting.compactMap { found, clock in
      standings[found.id].map { standing in
        SubmittedDossier(
          aidCase: found, dueOn: clock?.dueOn, standing: standing,
          obstacle: principal.isIndependent(of: found) ? standing.lacking : .notIndependent)
      }
    }
    return all.filter { $0.obstacle == nil } + all.filter { $0.obstacle != nil }
  }

  /// 已接收 · The numbers of those chosen that this person has accepted.
  static func accepted(_ chosen: [CaseID], by principal: Principal, _ reader: any Reader) throws -> [String] {
    guard !chosen.isEmpty else { return [] }
    return try reader.rows(
      """
      SELECT aid_case.number FROM aid_case WHERE \(principal.sight("aid_case")) AND aid_case.id IN \(list: chosen)
        AND aid_case.state = \(CaseState.dossierAccepted)
        AND EXISTS (SELECT 1 FROM event WHERE event.county = aid_case.county AND event.number = aid_case.last_event
          AND event.actor = \(principal.user))
      ORDER BY aid_case.number, aid_case.id
      """
    ).map { try $0.get("number") }
  }
}
