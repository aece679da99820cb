package import Localization

/// 起算时点 · Trigger: the event a limit runs from, known to the day or to the minute.
package typealias Trigger = Moment

/// 时点 · Moment: a day, or an instant where the hour matters.
package enum Moment: TextCoded, Sendable, Hashable {
  case day(Day)
  case instant(Instant)

  package init?(_ text: String) {
    if let day = Day(text) {
      self = .day(day)
    } else if let instant = Instant(text) {
      self = .instant(instant)
    } else {
      return nil
    }
  }

  package var day: Day {
    switch self {
    case .day(let day): day
    case .instant(let instant): instant.day
    }
  }

  package var description: String {
    switch self {
    case .day(let day): day.description
    case .instant(let instant): instant.description
    }
  }

  package var text: Text {
    switch self {
    case .day(let day): Text(day)
    case .instant(let instant): Text(instant)
    }
  }
}
