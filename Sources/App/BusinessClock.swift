package import WorkCalendar

extension WallClock {
  /// The real time of day on a fixed day: how a demo of a past year lives.
  package static func on(_ day: Day) -> WallClock {
    WallClock(
      now: {
        let now = WallClock.system.now()
        return Instant(day, hour: now.hour, minute: now.minute, second: now.second)
      }, real: WallClock.system.now)
  }
}
