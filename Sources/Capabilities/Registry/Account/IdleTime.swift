package import Kernel
import Localization
package import Storage
import Web
import WorkCalendar

/// 空闲时间 · Idle time, in minutes: after so long without a request a session ends (等保2.0三级: 登录连接超时自动退出).
/// Fifteen until the office sets its own; never under five nor over sixty.
package struct IdleTime: Sendable, Hashable {
  package static let standard = IdleTime(minutes: SessionLimits().idle)
  package static let range = 5...60

  package let minutes: Int

  package init(minutes: Int) { self.minutes = minutes }

  private static let setting = "session.idleMinutes"

  package static func of(_ county: CountyID, _ reader: any Reader) throws -> IdleTime {
    let minutes = try OfficeSettingTable.value(setting, in: county, reader).flatMap { Int($0) }
    return minutes.map { IdleTime(minutes: $0) } ?? standard
  }

  /// Sessions seen before this have ended.
  func edge(_ now: Instant) -> Instant { now.adding(minutes: -minutes) }

  fileprivate func save(in context: ActionContext) throws {
    try OfficeSettingTable.set(Self.setting, String(minutes), in: context)
  }
}

/// 设定空闲时间 · Says after how many idle minutes people are signed out; open sessions follow at their next request.
/// Refuses less than five minutes and more than sixty.
package struct SetIdleTime: Action {
  package static let permission = Permission.manageSecurity
  private let time: IdleTime

  package init(_ time: IdleTime) { self.time = time }

  package func perform(in context: ActionContext) throws -> Done {
    guard IdleTime.range.contains(time.minutes) else { throw Self.outOfRange }
    let before = try IdleTime.of(context.county, context.tx)
    try time.save(in: context)
    context.record(
      "idleTime.set", .county(context.county),
      facts: ["minutes": .number(Int64(time.minutes)), "before": .number(Int64(before.minutes))])
    return Done()
  }

  package static let outOfRange = Refusal(
    "idleTime.range",
    Text(
      "空闲时间最短\(IdleTime.range.lowerBound)分钟，最长\(IdleTime.range.upperBound)分钟，请填写其间的整数。",
      "Type a whole number of minutes from \(IdleTime.range.lowerBound) to \(IdleTime.range.upperBound)."),
    field: "minutes")
}
