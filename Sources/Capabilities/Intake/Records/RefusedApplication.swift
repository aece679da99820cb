package import Kernel
package import Registry
package import Storage
package import WorkCalendar

/// 不予援助的申请 · Refused application: what a count of refusals looks at.
package struct RefusedApplication: Sendable {
  package let township: String?
  /// As the person's record has them.
  package let groups: [GroupCode]
  private let id: ApplicationID
  private let verdictSealed: [UInt8]

  init(_ row: Row) throws {
    id = try row.get("id")
    township = try row.get("township")
    groups = GroupCode.split(try row.get("groups"))
    verdictSealed = try row.get("verdict_sealed")
  }

  /// Which of the three tests it failed when it was decided.
  package func failed(_ keys: KeyRing) throws -> Set<Eligibility.Verdict.Aspect> {
    let verdict = try Sealed.open(VerdictRecord.self, verdictSealed, as: Sealed.verdict(id), keys)
    return Set(verdict.failures.map(\.aspect))
  }
}

extension ApplicationTable {
  /// Those decided in some days whose refusal stands.
  package static func refused(
    _ days: ClosedRange<Day>, in county: CountyID, _ reader: any Reader
  ) throws -> [RefusedApplication] {
    try reader.rows(
      """
      SELECT a.id, a.township, p.groups, a.verdict_sealed FROM aid_application a JOIN person p ON p.id = a.applicant
      WHERE a.county = \(county) AND a.state = \(ApplicationState.refused)
        AND a.decided_on BETWEEN \(days.lowerBound) AND \(days.upperBound) ORDER BY a.id
      """
    ).map(RefusedApplication.init)
  }
}
