package import Localization

/// 日的性质 · Day kind: whether and why a day is worked.
package enum DayKind: Sendable, Hashable {
  case workday
  case weekend
  case holiday(Text)
  /// 调休上班日: a Saturday or Sunday worked in exchange for a holiday.
  case workingWeekend

  package var isRest: Bool {
    switch self {
    case .weekend, .holiday: true
    case .workday, .workingWeekend: false
    }
  }

  package var text: Text {
    switch self {
    case .workday: Text("工作日", "working day")
    case .weekend: Text("周末", "weekend")
    case .holiday(let name): name + Text("，放假", ", holiday")
    case .workingWeekend: Text("周末调休上班", "weekend worked in exchange")
    }
  }
}
