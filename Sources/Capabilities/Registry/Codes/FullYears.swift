package import WorkCalendar

extension Day {
  /// 周年 · Whole years from this day to another, counted by anniversaries: ages, years of practice. Who was born on
  /// 29 February is a year older on 1 March of a common year. Negative when the other day is earlier.
  package func fullYears(until other: Day) -> Int {
    let isBeforeAnniversary = (other.month, other.day) < (month, day)
    return other.year - year - (isBeforeAnniversary ? 1 : 0)
  }
}
