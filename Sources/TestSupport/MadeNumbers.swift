import Kernel
import Storage
import WorkCalendar

/// 测试证件号码 · Made numbers: resident identity numbers of people born on days of 1980 and 1981, with their check
/// characters (GB 11643).
package enum MadeNumbers {
  package static func identity(_ order: Int) -> String {
    let day = Day.literal(1980, 1, 1).adding(days: order * 7).description.filter { $0 != "-" }
    let body = "320999\(day)\(100 + order)"
    return body + (Normalise.checkCharacter(of: body).map(String.init) ?? "")
  }
}
