/// A time as ZIP writes it: local civil time, here always +08:00, from 1980 to 2107, to two seconds.
struct DOSTime: Equatable {
  let date: UInt16
  let time: UInt16

  init(_ secondsSince1970: Int64) {
    let earliest: Int64 = 315_532_800
    let latest: Int64 = 4_354_819_199
    let local = min(max(secondsSince1970 + 8 * 3600, earliest), latest)
    let day = CivilDay(daysSince1970: Int(local / 86400))
    let second = Int(local % 86400)
    date = UInt16((day.year - 1980) << 9 | day.month << 5 | day.day)
    time = UInt16((second / 3600) << 11 | (second / 60 % 60) << 5 | second % 60 / 2)
  }
}
