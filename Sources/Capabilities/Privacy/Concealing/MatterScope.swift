import Kernel
import Registry
import Storage

/// 事项的数据范围 · Matter scope: one may conceal a matter of which one can find an application or a case.
enum MatterScope {
  static func require(_ matter: MatterID, _ principal: Principal, _ reader: any Reader) throws {
    try require(
      matter, "a.county = \(principal.county) AND \(principal.sight("a"))", principal.sight("aid_case"), reader)
  }

  /// The same for whoever opens or lifts: data scope alone.
  static func requireConcealed(_ matter: MatterID, _ principal: Principal, _ reader: any Reader) throws {
    try require(matter, principal.scope("a"), principal.scope("aid_case"), reader)
    if try ConcealmentTable.of(matter, in: principal.county, reader).isEmpty { throw Refusal.notFound }
  }

  private static func require(
    _ matter: MatterID, _ applications: SQL, _ cases: SQL, _ reader: any Reader
  ) throws {
    let seen = try reader.row(
      """
      SELECT 1 AS seen FROM matter WHERE id = \(matter) AND (
        EXISTS (SELECT 1 FROM aid_application a WHERE a.matter = matter.id AND \(applications))
        OR EXISTS (SELECT 1 FROM aid_case WHERE aid_case.matter = matter.id AND \(cases)))
      """)
    if seen == nil { throw Refusal.notFound }
  }

  /// The matter an application or a case is about.
  static func matter(of subject: Subject, _ reader: any Reader) throws -> MatterID? {
    switch subject.kind {
    case "application": try reader.value("SELECT matter FROM aid_application WHERE id = \(subject.id)")
    case "case": try reader.value("SELECT matter FROM aid_case WHERE id = \(subject.id)")
    default: nil
    }
  }
}
