package import Kernel
import Localization
import Registry
package import Storage
package import WorkCalendar

/// 派遣值班律师 · Sends a duty lawyer: who serves at the place today, or somebody on call. Refuses where nobody serves today
/// and nobody was chosen, and who is no lawyer.
package struct DispatchHelp: Action {
  package static let permission = Permission.dispatchHelp
  private let id: LegalHelpID
  /// Nil: who serves at the place now.
  private let lawyer: LegalAidPersonID?

  package init(_ id: LegalHelpID, to lawyer: LegalAidPersonID? = nil) {
    self.id = id
    self.lawyer = lawyer
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try context.legalHelp(id)
    let state = try LegalHelpLifecycle.table.next(.dispatch, from: found.state, by: context.principal)
    let serving = try DutyShiftTable.serving(at: found.place, context.now, in: context.county, context.tx)
    guard let chosen = lawyer ?? serving?.serving else { throw Self.nobodyServes(found.placeName) }
    try context.requireDutyLawyer(chosen, field: "lawyer")
    let unit = try LegalAidPersonTable.one(chosen, in: context.county, context.tx).unit
    let isOnCall = chosen != serving?.serving
    try LegalHelpTable.update(
      id,
      set: """
        state = \(state), undertaker = \(chosen), unit = \(unit), is_on_call = \(isOnCall),
        dispatched_at = \(context.now)
        """, in: context)
    context.record(
      "help.dispatched", .legalHelp(id), rules: found.rules, basis: HelpRules.basis(on: context.today),
      facts: ["onCall": .flag(isOnCall), "lawyer": .text(chosen.description)])
    return Done()
  }

  private static func nobodyServes(_ place: String) -> Refusal {
    Refusal(
      "help.nobodyServes",
      Text(
        "\(place)今天没有排班，请选择一名待命律师，或者先安排值班。",
        "Nobody serves at \(place) today: choose a lawyer on call, or make the roster first."), field: "lawyer")
  }
}

extension DutyShiftTable {
  /// 当班 · The shift of a place at an hour: after noon the afternoon's, and where a half day is not staffed, whatever
  /// shift of the day there is.
  package static func serving(
    at place: DutyPlaceID, _ now: Instant, in county: CountyID, _ reader: any Reader
  ) throws -> DutyShift? {
    let shifts = try all(from: now.day, to: now.day, at: place, in: county, reader)
    let half: Shift = now.hour < 12 ? .morning : .afternoon
    return shifts.first { $0.shift.meets(half) } ?? shifts.first
  }
}
