import Storage
import WorkCalendar

/// 事实文本 · Fact text: what a record counts for, as it stands beside the totals until the record is read again.
enum FactText {
  private static let (field, line): (Character, Character) = ("\u{1F}", "\u{1E}")

  static func of(_ facts: [CountedFact]) -> String {
    facts.map { fact in
      [
        fact.name, fact.day.description, fact.by?.description ?? "", fact.since?.description ?? "",
        fact.township ?? "", fact.unit?.description ?? "",
      ].joined(separator: String(field))
    }.sorted().joined(separator: String(line))
  }

  static func facts(_ text: String) -> [CountedFact] {
    text.split(separator: line).compactMap { line in
      let parts = line.split(separator: field, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 6, let day = Day(parts[1]) else { return nil }
      return CountedFact(
        parts[0], on: day, by: Day(parts[2]), since: Day(parts[3]), township: parts[4].isEmpty ? nil : parts[4],
        unit: AgencyID(parts[5]))
    }
  }
}

extension CountedFact {
  var latest: Day { max(day, by ?? day) }

  /// The rows of the totals it belongs to.
  var keys: [TotalsTable.Key] {
    let places = [TotalPlace.county] + (township.map { [.township($0)] } ?? []) + (unit.map { [.unit($0)] } ?? [])
    return places.map { place in
      TotalsTable.Key(
        fact: name, place: place.key, month: day.monthKey, byMonth: by?.monthKey ?? "",
        sinceMonth: since?.monthKey ?? "")
    }
  }
}
