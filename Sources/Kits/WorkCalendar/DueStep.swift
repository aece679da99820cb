/// 计算步骤 · Due step: some days in a row, and what the reckoning made of them.
package struct DueStep: Sendable, Hashable {
  package let days: ClosedRange<Day>
  package let kind: Kind

  package var from: Day { days.lowerBound }
  package var to: Day { days.upperBound }

  package enum Kind: Sendable, Hashable {
    /// The day (or instant) of the event, which is not counted.
    case begins(Moment)
    /// Hours are wanted and only the day is known: they run from its first minute.
    case beginsAtMidnight
    case counted(ordinals: ClosedRange<Int>)
    case countedWorking(DayKind, ordinals: ClosedRange<Int>)
    case skipped(DayKind)
    case paused
    case suspended
    case rolledOver(DayKind)
    case notExtendedInCustody(DayKind)
    case countedBack(Int)
    case provisional
    case ends(Moment)
  }
}

extension DueStep: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Field.self)
    try fields.encode(from, forKey: .from)
    try fields.encode(to, forKey: .to)
    try fields.encode(reason, forKey: .reason)
  }

  private enum Field: String, CodingKey {
    case from, to, reason
  }
}
