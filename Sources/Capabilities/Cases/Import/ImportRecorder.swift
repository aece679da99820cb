import Intake
import Kernel
import Registry
import Storage
import WorkCalendar

/// 逐案入库 · Import recorder: one row of a ledger becomes a person, a matter, a case and its hearings.
struct ImportRecorder {
  private let context: ActionContext
  private let known: KnownCases
  private let centre: AgencyID
  private let stations: [String: AgencyID]
  private var undertakers: ImportedUndertakers

  init(_ context: ActionContext) throws {
    self.context = context
    known = KnownCases(county: context.county, keys: context.keys)
    centre = try AgencyTable.only(.centre, in: context.county, context.tx).id
    let all = try AgencyTable.all(context.county, context.tx).filter { $0.kind == .station }
    stations = Dictionary(all.map { ($0.township ?? "", $0.id) }, uniquingKeysWith: min)
    undertakers = try ImportedUndertakers(context)
  }

  mutating func record(_ row: ImportRow) throws {
    let id = CaseID()
    let recipient = try PersonTable.save(
      PersonTold(
        name: row.recipient, identityNumber: row.recipientID?.description, sex: row.recipientID?.sex,
        birthOn: row.recipientID?.birthOn, township: row.township, groups: row.groups), in: context)
    let matter = try MatterTable.insert(
      recipient: recipient, cause: row.cause, openedOn: row.acceptedOn, in: context)
    try PartyTable.insert(.recipient, name: row.recipient, person: recipient, matter: matter, in: context)
    let (unit, undertaker) = try undertakers.resolve(row)
    let origin = row.township.flatMap { stations[$0] } ?? centre
    try context.tx.run(
      """
      INSERT INTO aid_case (id, county, number, origin, owner, unit, undertaker, undertaker_kind, matter, recipient,
        recipient_name, groups, township, track, form, stage, cause, rule_set, state, ended, accepted_on, assigned_on,
        closed_on, result, outcome, recovered_fen, archived_on, imported_grade, is_imported, imported_digest, version, last_event)
      VALUES (\(id), \(context.county), \(row.number), \(origin), \(centre), \(unit), \(undertaker),
        \(row.undertakerKind), \(matter), \(recipient), \(row.recipient), \(GroupCode.joined(row.groups)),
        \(row.township), \(row.track), \(row.form), \(row.stage), \(row.cause), \(RuleSet.inForce(on: row.acceptedOn)),
        \(row.state), \(row.closedOn == nil ? nil : row.ended), \(row.acceptedOn), \(row.assignedOn), \(row.closedOn),
        \(row.result), \(row.outcome), \(row.recoveredFen), \(row.archivedOn), \(row.grade), \(true), \(known.digest(of: row)), 1,
        \(context.eventNumber))
      """)
    try hearings(of: row, id)
    if let unit, let assignedOn = row.assignedOn { try assignment(id, unit, undertaker, assignedOn) }
    try context.reserveImportedNumber(row.number, for: .aidCase(id))
    context.touched.append(.aidCase(id))
  }

  private func hearings(of row: ImportRow, _ id: CaseID) throws {
    for day in row.heardOn {
      try context.tx.run(
        """
        INSERT INTO hearing (id, county, aid_case, held_on, court, place, is_held, is_observed, last_event)
        VALUES (\(HearingID()), \(context.county), \(id), \(day), '', '', \(true),
          \(row.observedOn.contains(day)), \(context.eventNumber))
        """)
    }
  }

  private func assignment(_ id: CaseID, _ unit: AgencyID, _ person: LegalAidPersonID?, _ day: Day) throws {
    try context.tx.run(
      """
      INSERT INTO assignment (id, county, aid_case, unit, person, assigned_on, named_on, reason, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(id), \(unit), \(person), \(day), \(person == nil ? nil : day),
        '历史案件导入', \(context.eventNumber))
      """)
  }
}
