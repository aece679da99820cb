package import Kernel
import Localization
import Storage
import WorkCalendar

/// 受理指标 · Intake measures: what is entered at the stations on the day of service (即办即录, PLAN16 10), consultations and
/// applications alike (AT-10.1).
package enum IntakeMeasures {
  package static let all = [sameDayEntry]

  private static let sameDayEntry = Measure(
    key: "K11", name: Text("工作站即办即录率", "Same-day entry at stations"),
    countingRule: Text(
      "期内工作站接待的咨询和申请中，在接待当日录入的；录入时间为系统时间。",
      "Of the consultations and applications that stations served in the period, those entered on the same day by the server’s clock."
    ),
    numerator: CountedSet(.facts(StationFacts.sameDay), day: served, places: stations) {
      records($0, and: " AND \(day("r.served_at")) = \(day("r.entered_at"))")
    },
    denominator: CountedSet(.facts(StationFacts.served), day: served, places: stations) { records($0) },
    recordPath: nil)

  /// The totals know where a record was taken in; which of these are stations, and of which township, is asked at once.
  private static func stations(_ scope: MeasureScope, _ reader: any Reader) throws -> [TotalPlace] {
    var condition: SQL = "county = \(scope.county) AND kind = \(AgencyKind.station)"
    if let township = scope.township { condition += " AND township = \(township)" }
    if let unit = scope.unit { condition += " AND id = \(unit)" }
    return try reader.rows("SELECT id FROM agency WHERE \(condition) ORDER BY id").map { .unit(try $0.get("id")) }
  }

  private static func served(_ row: Row) throws -> Day { try row.get("day", as: Instant.self).day }

  /// The number of the day in +08:00.
  private static func day(_ column: SQL) -> SQL { "(\(column) + 28800000) / 86400000" }

  /// Where an application was taken in, though it was forwarded to another office since.
  static let servedAt: SQL =
    """
    COALESCE((SELECT f.sender FROM forwarding f WHERE f.application = aid_application.id
      ORDER BY f.last_event, f.id LIMIT 1), origin) AS origin
    """

  private static func records(_ scope: MeasureScope, and condition: SQL = .empty) -> SQL {
    let (from, to) = (Instant(scope.from), Instant(scope.to.next))
    var place: SQL = .empty
    if let township = scope.township { place = " AND s.township = \(township)" }
    if let unit = scope.unit { place = place + " AND r.origin = \(unit)" }
    return """
      SELECT r.id, r.number, r.served_at AS day FROM (
        SELECT id, county, origin, number, served_at, entered_at FROM consultation
        UNION ALL
        SELECT id, county, \(servedAt),
          CASE WHEN matter IN (SELECT matter FROM concealment WHERE county = \(scope.county)) THEN NULL
            ELSE COALESCE(number, receipt_number) END, served_at, entered_at
        FROM aid_application
      ) r JOIN agency s ON s.id = r.origin AND s.kind = \(AgencyKind.station)
      WHERE r.county = \(scope.county) AND r.served_at >= \(from) AND r.served_at < \(to)\(place)\(condition)
      """
  }
}
