import Intake
package import Kernel
package import Localization
import Registry
package import Storage
package import WorkCalendar

/// 覆盖情况 · Coverage: whom a year's aid reached, by township and by group, and who was refused and why; so that the places
/// and groups with none are seen (计划 2016, 1).
package struct Coverage: Sendable {
  package struct Line: Sendable, Hashable {
    package let name: Text
    /// 受援人次 · Whom its cases aid, once for each case.
    package var times = 0
    /// 受援人数 · Each person once.
    package var persons = 0
    package var refused = 0

    package var isReached: Bool { times > 0 }
  }

  package let townships: [Line]
  package let groups: [Line]
  /// By the test that was failed; under the last name those that failed none.
  package let refusals: [(name: Text, count: Int)]

  package static func of(
    _ days: ClosedRange<Day>, in county: CountyID, _ keys: KeyRing, _ reader: any Reader
  ) throws -> Coverage {
    let refused = try ApplicationTable.refused(days, in: county, reader)
    return Coverage(
      townships: try byTownship(days, refused, county, reader), groups: try byGroup(days, refused, county, reader),
      refusals: try reasons(refused, keys))
  }

  /// Every recipient of the cases accepted in those days: of a group case everybody on its list.
  private static func recipients(_ days: ClosedRange<Day>, _ county: CountyID) -> SQL {
    let accepted: SQL =
      "c.county = \(county) AND c.accepted_on BETWEEN \(days.lowerBound) AND \(days.upperBound)"
    return """
      (SELECT c.township, c.groups, c.recipient AS person FROM aid_case c WHERE \(accepted)
         AND NOT EXISTS (SELECT 1 FROM case_recipient r WHERE r.aid_case = c.id)
       UNION ALL
       SELECT c.township, p.groups, r.person FROM case_recipient r JOIN aid_case c ON c.id = r.aid_case
         JOIN person p ON p.id = r.person WHERE r.county = \(county) AND \(accepted)) reached
      """
  }

  /// Every township of the office, then any other that a record names, then those without one.
  private static func byTownship(
    _ days: ClosedRange<Day>, _ refused: [RefusedApplication], _ county: CountyID, _ reader: any Reader
  ) throws -> [Line] {
    let rows = try reader.rows(
      """
      SELECT township, COUNT(*) AS times, COUNT(DISTINCT person) AS persons FROM \(recipients(days, county))
      GROUP BY township ORDER BY township
      """)
    var found: [String?: Line] = [:]
    let known = try AgencyTable.townships(county, reader)
    for name in known { found[name] = Line(name: .same(name)) }
    func line(_ township: String?) -> Line {
      found[township] ?? Line(name: township.map { .same($0) } ?? Text("没有登记乡镇", "No township on record"))
    }
    for row in rows {
      let township: String? = try row.get("township")
      var one = line(township)
      (one.times, one.persons) = (try row.get("times"), try row.get("persons"))
      found[township] = one
    }
    for application in refused {
      var one = line(application.township)
      one.refused += 1
      found[application.township] = one
    }
    let others = found.keys.compactMap(\.self).filter { !known.contains($0) }.sorted()
    return (known + others).compactMap { found[$0] } + [found[nil]].compactMap(\.self)
  }

  private static func byGroup(
    _ days: ClosedRange<Day>, _ refused: [RefusedApplication], _ county: CountyID, _ reader: any Reader
  ) throws -> [Line] {
    try GroupCode.allCases.map { group in
      let row = try reader.row(
        """
        SELECT COUNT(*) AS times, COUNT(DISTINCT person) AS persons FROM \(recipients(days, county))
        WHERE REPLACE(';' || groups || ';', \(";\(group.rawValue);"), '') <> ';' || groups || ';'
        """)
      return Line(
        name: group.name, times: try row?.get("times") ?? 0, persons: try row?.get("persons") ?? 0,
        refused: refused.count { $0.groups.contains(group) })
    }
  }

  private static func reasons(_ refused: [RefusedApplication], _ keys: KeyRing) throws -> [(name: Text, count: Int)]
  {
    let failed = try refused.map { try $0.failed(keys) }
    let tests = Eligibility.Verdict.Aspect.allCases.map { aspect in
      (aspect.name, failed.count { $0.contains(aspect) })
    }
    return tests + [(Text("其他原因", "For another reason"), failed.count { $0.isEmpty })]
  }
}
