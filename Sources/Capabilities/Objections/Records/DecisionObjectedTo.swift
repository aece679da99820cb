import Cases
import Intake
import Kernel
import Localization
import Papers
import Registry
import Storage
import WorkCalendar

/// 原决定 · The decision objected to: its number, its day, who it concerns and who had a part in it.
struct DecisionObjectedTo {
  let owner: AgencyID
  let person: PersonID
  let name: String
  let cause: String
  let number: String
  let decidedOn: Day
  /// Who proposed, reviewed or decided.
  let tookPart: Set<UserID>

  /// Nil where nothing stands that could be objected to.
  static func load(
    _ about: ObjectionSubject, for principal: Principal, _ reader: any Reader
  ) throws -> DecisionObjectedTo? {
    switch about {
    case .application(let id): try refusal(ApplicationTable.one(id, for: principal, reader), reader)
    case .aidCase(let id): try termination(CaseTable.one(id, for: principal, reader), reader)
    }
  }

  private static func refusal(_ it: Application, _ reader: any Reader) throws -> DecisionObjectedTo? {
    guard it.state == .refused, let approval = it.approval else { return nil }
    let paper = try PaperTable.of([.application(it.id)], reader).last { $0.form == "F10" && $0.state != .revoked }
    return DecisionObjectedTo(
      owner: it.owner, person: it.applicant, name: it.nameOnPapers, cause: it.cause,
      number: paper?.number ?? it.number ?? it.receiptNumber, decidedOn: approval.on,
      tookPart: Set([approval.by, it.review?.by].compactMap(\.self)))
  }

  private static func termination(_ it: AidCase, _ reader: any Reader) throws -> DecisionObjectedTo? {
    guard it.ended == .terminated,
      let found = try TerminationTable.of(it.id, reader).last(where: { [.decided, .received].contains($0.state) }),
      let decidedOn = found.decidedOn
    else { return nil }
    return DecisionObjectedTo(
      owner: it.owner, person: it.recipient, name: it.nameOnPapers, cause: it.cause,
      number: found.number ?? it.number, decidedOn: decidedOn,
      tookPart: Set([found.proposer, found.approver].compactMap(\.self)))
  }
}
