package import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 替班 · Puts another lawyer in for the one who was to serve. Refuses a day that is over, who serves elsewhere at that hour,
/// and who is no lawyer.
package struct SubstituteLawyer: Action {
  package static let permission = Permission.arrangeDuty
  private let shift: DutyShiftID
  private let lawyer: LegalAidPersonID
  private let phone: String?
  private let reason: String

  package init(_ shift: DutyShiftID, by lawyer: LegalAidPersonID, phone: String? = nil, reason: String) {
    self.shift = shift
    self.lawyer = lawyer
    self.phone = phone
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try DutyShiftTable.one(shift, in: context.county, context.tx)
    try context.requireVersion(found.version)
    guard found.day >= context.today else { throw Self.over }
    try context.requireDutyLawyer(lawyer, field: "lawyer")
    guard lawyer != found.serving else { throw Self.same }
    let known = try DutyShiftTable.all(from: found.day, to: found.day, in: context.county, context.tx)
    if let other = known.first(where: { $0.serving == lawyer && $0.shift.meets(found.shift) }) {
      throw Refusal.twiceOnDuty(other)
    }
    try DutyShiftTable.substitute(shift, by: lawyer, phone: phone, reason: reason, in: context)
    context.record(
      "duty.substituted", .dutyPlace(found.place),
      facts: ["on": .day(found.day), "shift": .text(found.shift.rawValue)])
    return Done()
  }

  private static let over = Refusal(
    "duty.over", Text("这一天已经过去，不能再替班；请选以后的班次。", "That day is over: choose a shift that is still to come."))
  private static let same = Refusal(
    "duty.same", Text("这名律师本来就值这个班，请另选。", "This lawyer serves that shift already: choose another."), field: "lawyer"
  )
}
