package import Localization

extension DueStep {
  /// `5月2日 劳动节，放假，不计` and `2 May: Labour Day, holiday, not counted`.
  package var reason: Text {
    let (when, what) = said
    return Text("\(when.zh) \(what.zh)", "\(when.en): \(what.en)")
  }

  private var said: (when: Text, what: Text) {
    switch kind {
    case .begins(.day(let day)):
      (Text(day), Text("起算，当日不计", "the period begins, this day is not counted"))
    case .begins(.instant(let instant)):
      (Text(instant), Text("起算", "the period begins"))
    case .beginsAtMidnight:
      (dates, Text("只知日期，从严自零时起算", "only the day is known, so the hours run from its first minute"))
    case .counted(let ordinals):
      (dates, Text("计\(ordinals.zh)", "counted as day\(ordinals.en)"))
    case .countedWorking(let day, let ordinals):
      (dates, day.text + Text("，计\(ordinals.zh)", ", counted as day\(ordinals.en)"))
    case .skipped(let day):
      (dates, day.text + Text("，不计", ", not counted"))
    case .paused:
      (dates, Text("暂停，不计", "paused, not counted"))
    case .suspended:
      (dates, Text("起暂停，尚未恢复，期限待定", "paused from here and not yet resumed, the end is open"))
    case .rolledOver(let day):
      (dates, day.text + Text("，期限顺延", ", the end moves on"))
    case .notExtendedInCustody(let day):
      (dates, day.text + Text("，在押期间的期限不因此延长", ", which does not extend a period of custody"))
    case .countedBack(let days):
      (dates, Text("向前推算\(days)日，不因休息日移动", "\(days) days counted back, not moved by rest days"))
    case .provisional:
      (dates, Text("尚无放假安排，仅按周末推算，结果暂定", "no holiday notice yet, weekends only, provisional"))
    case .ends(let moment):
      (moment.text, Text("期限届满", "the period ends"))
    }
  }

  private var dates: Text {
    .each { Format.days(days, $0) }
  }
}

extension ClosedRange<Int> {
  fileprivate var zh: String {
    lowerBound == upperBound ? "第\(lowerBound)日" : "第\(lowerBound)日至第\(upperBound)日"
  }

  fileprivate var en: String {
    lowerBound == upperBound ? " \(lowerBound)" : "s \(lowerBound) to \(upperBound)"
  }
}
