package import Kernel
package import Storage

/// 人员的数据范围 · Person scope: one may see a person of whom one can find an application or a case, his own or one in
/// which he applied along with others.
package enum PersonScope {
  package static func require(_ id: PersonID, _ principal: Principal, _ reader: any Reader) throws {
    let county = principal.county
    let seen = try reader.row(
      """
      SELECT 1 AS seen FROM person WHERE id = \(id) AND county = \(county) AND (
        EXISTS (
          SELECT 1 FROM aid_application a
          WHERE a.county = \(county) AND a.applicant = \(id) AND \(principal.sight("a")))
        OR EXISTS (
          SELECT 1 FROM party JOIN aid_application a ON a.matter = party.matter
          WHERE party.county = \(county) AND party.person = \(id) AND party.role = 'recipient' AND \(principal.sight("a")))
        OR EXISTS (
          SELECT 1 FROM aid_case WHERE \(principal.sight("aid_case"))
            AND aid_case.matter IN (SELECT id FROM matter WHERE county = \(county) AND recipient = \(id))))
      """)
    if seen == nil { throw Refusal.notFound }
  }

  /// The person an application or a case is about; nil for other subjects.
  static func person(of subject: Subject, _ reader: any Reader) throws -> PersonID? {
    switch subject.kind {
    case "application": try reader.value("SELECT applicant FROM aid_application WHERE id = \(subject.id)")
    case "case": try reader.value("SELECT recipient FROM aid_case WHERE id = \(subject.id)")
    default: nil
    }
  }
}
