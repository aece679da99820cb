import Intake
import Kernel
package import Localization
import Storage
package import WorkCalendar

/// 复议或者诉讼 · Remedy: what is left to whom the bureau's decision upholds the refusal or the termination (法律援助法 49).
package enum Remedy: String, Sendable, Hashable, CaseIterable, SQLConvertible {
  case reconsideration, suit

  package var name: Text {
    switch self {
    case .reconsideration: Text("行政复议", "Administrative reconsideration")
    case .suit: Text("行政诉讼", "Administrative suit")
    }
  }
}

/// 复议、诉讼 · Contest: that the objector went on against the bureau's decision, where, since when, and what came of it.
package struct Contest: Sendable, Hashable {
  package let remedy: Remedy
  /// 复议机关、人民法院 · The organ of reconsideration, or the court.
  package let body: String
  package let filedOn: Day
  /// 结果文书文号 · Number of what ended it, and the day it was received.
  package let result: String?
  package let endedOn: Day?

  /// No national text before the law of 2021 was read for it.
  static func basis(_ rules: RuleSet) -> [LegalBasis] { rules < .rs2022 ? [] : [.lal("49")] }

  init?(_ row: Row) throws {
    guard let remedy: Remedy = try row.get("contest") else { return nil }
    self.remedy = remedy
    body = try row.get("contest_body")
    filedOn = try row.get("contested_on")
    result = try row.get("contest_result")
    endedOn = try row.get("contest_ended_on")
  }
}
