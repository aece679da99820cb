package import Kernel
import Localization
import Storage
package import WorkCalendar

/// 登记开庭 · Writes down a hearing, ahead of it or after it. One case has one hearing a day.
package struct AddHearing: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  package let heldOn: Day
  package let startsAt: String?
  package let court: String
  package let place: String

  package init(aidCase: CaseID, heldOn: Day, startsAt: String? = nil, court: String, place: String = "") {
    self.aidCase = aidCase
    self.heldOn = heldOn
    self.startsAt = startsAt
    self.court = court
    self.place = place
  }

  package func perform(in context: ActionContext) throws -> HearingID {
    let (found, next) = try context.aidCase(aidCase, .addHearing)
    guard heldOn >= found.acceptedOn else {
      throw Refusal.hearingBeforeGrant
    }
    guard try !HearingTable.of(found.id, context.tx).contains(where: { $0.heldOn == heldOn }) else {
      throw Refusal.hearingTwice
    }
    let id = try HearingTable.insert(
      of: found.id, on: heldOn, at: startsAt, court: court, place: place, in: context)
    try CaseTable.update(found.id, set: "state = \(next)", in: context)
    context.record("case.hearingAdded", found.subject, facts: ["heldOn": .day(heldOn), "court": .text(court)])
    return id
  }
}

extension Refusal {
  static let hearingBeforeGrant = Refusal(
    "hearing.beforeGrant", Text("开庭日期不能早于批准之日。", "A hearing cannot be before the day of the grant."),
    field: "heldOn")
  static let hearingTwice = Refusal(
    "hearing.twice",
    Text("这一天已经登记过开庭，请核对日期。", "A hearing on this day is on record already: check the day."), field: "heldOn")
}
