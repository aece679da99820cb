/// One reckoning of a limit: walks the days and notes what it makes of each.
struct Reckoning {
  let calendar: WorkCalendar
  let pauses: [Pause]
  let inCustody: Bool
  private var steps: [DueStep] = []
  /// Days whose kind decided something although their year's holidays are not known.
  private var guessed: ClosedRange<Day>?

  init(calendar: WorkCalendar, pauses: [Pause], inCustody: Bool) {
    self.calendar = calendar
    self.pauses = pauses.sorted { ($0.after, $0.through ?? .latest) < ($1.after, $1.through ?? .latest) }
    self.inCustody = inCustody
  }

  mutating func days(_ number: Int, after start: Day, workingOnly: Bool) -> Due {
    note(start, .begins(.day(start)))
    var day = start
    var counted = 0
    while counted < number, day < .latest {
      day = day.next
      if let pause = pause(on: day) {
        if pause.through == nil { return suspended(from: day) }
        note(day, .paused)
      } else if !workingOnly {
        counted += 1
        note(day, .counted(ordinals: counted...counted))
      } else {
        let kind = consult(day)
        counted += kind.isRest ? 0 : 1
        note(day, kind.isRest ? .skipped(kind) : .countedWorking(kind, ordinals: counted...counted))
      }
    }
    return number > 0 ? endOfDays(on: day) : ended(.day(day))
  }

  /// Moves the end past rest days and pauses.
  private mutating func endOfDays(on last: Day) -> Due {
    if inCustody {
      let kind = calendar.kind(of: last)
      if kind.isRest { note(last, .notExtendedInCustody(kind)) }
      return ended(.day(last))
    }
    var day = last
    while day < .latest {
      if let pause = pause(on: day) {
        if pause.through == nil { return suspended(from: day) }
        note(day, .paused)
      } else {
        let kind = consult(day)
        guard kind.isRest else { break }
        note(day, .rolledOver(kind))
      }
      day = day.next
    }
    return ended(.day(day))
  }

  mutating func hours(_ number: Int, from trigger: Moment) -> Due {
    let start: Instant
    switch trigger {
    case .instant(let instant):
      start = instant
      note(instant.day, .begins(trigger))
    case .day(let day):
      start = Instant(day)
      note(day, .beginsAtMidnight)
    }
    var reached = start
    var end = start.adding(hours: max(0, number))
    for pause in pauses {
      let from = max(reached, Instant(pause.after, hour: 24))
      guard from < end else { break }
      guard let through = pause.through else { return suspended(from: from.day) }
      let resumed = Instant(through, hour: 24)
      guard resumed > from else { continue }
      end = end.adding(milliseconds: from.milliseconds(until: resumed))
      reached = resumed
      for day in from.day...through { note(day, .paused) }
    }
    return ended(.instant(end))
  }

  mutating func daysBefore(_ number: Int, _ event: Day) -> Due {
    let last = event.adding(days: -max(0, number))
    note(event, .begins(.day(event)))
    note(last, .countedBack(last.days(until: event)))
    return ended(.day(last))
  }

  private func pause(on day: Day) -> Pause? {
    pauses.first { $0.covers(day) }
  }

  private mutating func consult(_ day: Day) -> DayKind {
    if !calendar.isKnown(year: day.year) {
      guessed = min(guessed?.lowerBound ?? day, day)...max(guessed?.upperBound ?? day, day)
    }
    return calendar.kind(of: day)
  }

  private mutating func suspended(from day: Day) -> Due {
    note(day, .suspended)
    return Due(value: nil, steps: steps, isProvisional: guessed != nil)
  }

  private mutating func ended(_ moment: Moment) -> Due {
    note(moment.day, .ends(moment))
    if let guessed { steps.append(DueStep(days: guessed, kind: .provisional)) }
    return Due(value: moment, steps: steps, isProvisional: guessed != nil)
  }

  /// Adds a day to the last step when it goes on in the same way, else begins a step.
  private mutating func note(_ day: Day, _ kind: DueStep.Kind) {
    if let last = steps.last, last.days.upperBound.next == day, let joined = last.kind.joined(with: kind) {
      steps[steps.count - 1] = DueStep(days: last.days.lowerBound...day, kind: joined)
    } else {
      steps.append(DueStep(days: day...day, kind: kind))
    }
  }
}

extension DueStep.Kind {
  /// The kind of two neighbouring days taken together; nil when they differ.
  fileprivate func joined(with next: Self) -> Self? {
    switch (self, next) {
    case (.counted(let some), .counted(let more)):
      .counted(ordinals: some.lowerBound...more.upperBound)
    case (.countedWorking(let kind, let some), .countedWorking(let other, let more)) where kind == other:
      .countedWorking(kind, ordinals: some.lowerBound...more.upperBound)
    default: self == next ? self : nil
    }
  }
}
