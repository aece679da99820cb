package import Kernel
package import Localization
import Registry
import Storage
package import WorkCalendar

/// 轮值律师 · One of the lawyers who take turns, and how he is reached.
package struct DutyTurn: Sendable {
  package let lawyer: LegalAidPersonID
  package let phone: String?

  package init(_ lawyer: LegalAidPersonID, phone: String? = nil) {
    self.lawyer = lawyer
    self.phone = phone
  }
}

/// 轮换方式 · Whether the turn passes on each working day or each week.
package enum DutyRhythm: String, Sendable, Hashable, CaseIterable, Codable {
  case daily, weekly

  package var name: Text {
    switch self {
    case .daily: Text("每个工作日轮换", "Each working day")
    case .weekly: Text("每周轮换", "Each week")
    }
  }
}

/// 排班 · Makes the shifts of a place from day to day, working days only, from lawyers who take turns in the order given.
/// Refuses a span of more than two months, days on which the place has that shift already, who is no lawyer or no longer
/// serves, and a lawyer who would be at two places at the same hour.
package struct PlanShifts: Action {
  package static let permission = Permission.arrangeDuty
  private static let mostDays = 62
  private let place: DutyPlaceID
  private let days: ClosedRange<Day>
  private let shift: Shift
  private let turns: [DutyTurn]
  private let rhythm: DutyRhythm

  /// Days in the wrong order are taken the other way round.
  package init(
    _ place: DutyPlaceID, from: Day, to: Day, _ shift: Shift, _ turns: [DutyTurn], _ rhythm: DutyRhythm = .daily
  ) {
    self.place = place
    days = min(from, to)...max(from, to)
    self.shift = shift
    self.turns = turns
    self.rhythm = rhythm
  }

  package func perform(in context: ActionContext) throws -> Int {
    let found = try DutyPlaceTable.one(place, in: context.county, context.tx)
    guard !turns.isEmpty else { throw Self.nobody }
    guard days.lowerBound.days(until: days.upperBound) < Self.mostDays else { throw Self.tooLong }
    for turn in turns { try context.requireDutyLawyer(turn.lawyer, field: "lawyer1") }
    let planned = plan(context.calendar)
    guard !planned.isEmpty else { throw Self.noWorkingDay }
    let known = try DutyShiftTable.all(
      from: days.lowerBound, to: days.upperBound, in: context.county, context.tx)
    for (day, turn) in planned {
      let sameDay = known.filter { $0.day == day && $0.shift.meets(shift) }
      if sameDay.contains(where: { $0.place == place }) { throw Self.taken(day, found.name) }
      if let other = sameDay.first(where: { $0.serving == turn.lawyer }) { throw Refusal.twiceOnDuty(other) }
    }
    for (day, turn) in planned {
      try DutyShiftTable.insert(at: place, on: day, shift, turn.lawyer, phone: turn.phone, in: context)
    }
    context.record(
      "duty.planned", .dutyPlace(place),
      facts: [
        "from": .day(days.lowerBound), "to": .day(days.upperBound), "shift": .text(shift.rawValue),
        "count": .number(Int64(planned.count)),
      ])
    return planned.count
  }

  /// Whose day each working day is.
  func plan(_ calendar: WorkCalendar) -> [(Day, DutyTurn)] {
    let working = (0...days.lowerBound.days(until: days.upperBound)).map { days.lowerBound.adding(days: $0) }
      .filter(calendar.isWorkingDay)
    let monday = days.lowerBound.adding(days: 1 - days.lowerBound.weekday)
    return working.enumerated().map { index, day in
      let turn = rhythm == .daily ? index : monday.days(until: day) / 7
      return (day, turns[turn % turns.count])
    }
  }

  private static let nobody = Refusal(
    "duty.nobody", Text("请至少选择一名律师。", "Choose at least one lawyer."), field: "lawyer1")
  private static let tooLong = Refusal(
    "duty.tooLong", Text("一次最多安排两个月，请缩短起止日期。", "At most two months are planned at once: choose fewer days."),
    field: "to")
  private static let noWorkingDay = Refusal(
    "duty.noWorkingDay",
    Text("这些日期都是休息日，没有可安排的班次，请改起止日期。", "All these are rest days, so there is nothing to plan: choose other days."),
    field: "from")

  private static func taken(_ day: Day, _ place: String) -> Refusal {
    Refusal(
      "duty.taken",
      Text(
        "\(place)\(Format.day(day, .zh))已经有这个班次，请改日期，或者在值班表中替换律师。",
        "\(place) has that shift on \(Format.day(day, .en)) already: choose other days, or substitute the lawyer."),
      field: "from")
  }
}

extension Refusal {
  static func twiceOnDuty(_ other: DutyShift) -> Refusal {
    Refusal(
      "duty.twice",
      Text(
        "\(other.servingName)\(Format.day(other.day, .zh))\(other.shift.name.zh)已在\(other.placeName)值班，请换一名律师或者换日期。",
        "\(other.servingName) serves at \(other.placeName) on \(Format.day(other.day, .en)) (\(other.shift.name.en)): choose another lawyer or another day."
      ), field: "lawyer1")
  }
}

extension ActionContext {
  /// Refuses who is no lawyer, or no longer works here (刑事诉讼法 2018, 36: 值班律师).
  func requireDutyLawyer(_ id: LegalAidPersonID, field: String) throws {
    let person = try LegalAidPersonTable.one(id, in: county, tx)
    guard person.isDutyLawyer else {
      throw Refusal(
        "duty.notLawyer",
        Text(
          "\(person.name)不是律师或者已停止执业，不能值班，请另选。",
          "\(person.name) is no lawyer or has left: choose somebody else."), field: field, basis: [.cpl18("36")])
    }
  }
}

extension LegalAidPerson {
  /// 可以值班 · Who may serve as a duty lawyer.
  var isDutyLawyer: Bool {
    let isLawyer =
      switch kind {
      case .lawFirmLawyer, .centreLawyer, .publicLawyer: true
      case .grassrootsWorker, .volunteer: false
      }
    return isLawyer && isActive && isUnitActive
  }
}
