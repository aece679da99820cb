import Cases
package import Intake
import Kernel
import Localization
package import WorkCalendar

/// 再次拒绝辩护 · Second refusal: what a court may do when whom it notified anew about refuses that defender too. Whom the law
/// gives a defender in any case keeps this one; others then defend themselves, and nobody else is sent (刑诉法解释 2012, 254;
/// 2021, 311). What police and procuratorate do then, no text that was read says: it is theirs to decide.
package struct SecondRefusal: Sendable {
  private let isInCourt: Bool
  private let isMandatory: Bool
  private let day: Day

  package init(by organ: OrganKind, _ situations: Set<NoticeSituation>, on day: Day) {
    isInCourt = organ == .court
    isMandatory = SituationRules.isMandatory(situations, on: day)
    self.day = day
  }

  package var mayBePermitted: Bool { !isInCourt || !isMandatory }
  /// Whether the organ may notify once more after it permitted that one.
  package var mayNotifyOnce: Bool { !isInCourt }

  var notPermitted: Refusal {
    Refusal(
      "notice.secondRefusal",
      Text(
        "应当提供法律援助的被告人重新开庭后再次拒绝辩护的，不予准许，请向法院核实；不准许的，继续辩护。",
        "Where the court must notify, a second refusal is not permitted: ask the court; if it is not, the defence goes on."
      ), field: "permitted", basis: basis)
  }

  var notAgain: Refusal {
    Refusal(
      "notice.thirdNotice",
      Text(
        "被告人再次拒绝辩护获准后自行辩护，不再另行指派，请向法院核实，或者办理终止。",
        "Whose second refusal was permitted defends himself and nobody else is sent: ask the court, or terminate the aid."
      ),
      basis: basis)
  }

  private var basis: [LegalBasis] { Self.basis.filter { $0.law.isInForce(on: day) } }

  static let basis = [LegalBasis(.interpretation2012, "254"), LegalBasis(.interpretation2021, "311")]
}
