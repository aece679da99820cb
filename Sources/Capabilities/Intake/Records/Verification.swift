package import Kernel
package import Localization
package import Storage
package import WorkCalendar

/// 核查对象 · Verification kind: whom the centre asks about what an applicant said.
package enum VerificationKind: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case department, committee, person, otherCentre

  package var name: Text {
    switch self {
    case .department: Text("有关部门、单位", "Department or organisation")
    case .committee: Text("村民委员会、居民委员会", "Village or residents' committee")
    case .person: Text("个人", "Person")
    case .otherCentre: Text("其他法律援助机构", "Another legal aid centre")
    }
  }
}

/// 核查 · Verification: one query about an application: to whom, what, when, and the answer (程序规定 2012, 14, 28;
/// 法律援助法 41).
package struct Verification: Sendable, Hashable {
  package let id: UUIDv7
  package let kind: VerificationKind
  package let addressee: String
  package let question: String
  package let sentOn: Day
  package let answer: String?
  package let answeredOn: Day?
  /// Its time does not count for the decision.
  package let isExcluded: Bool
}

package enum VerificationTable {
  package static func of(_ application: ApplicationID, _ reader: any Reader) throws -> [Verification] {
    try reader.rows(
      """
      SELECT id, kind, addressee, question, sent_on, answer, answered_on, is_excluded FROM verification
      WHERE application = \(application) ORDER BY sent_on, id
      """
    ).map {
      Verification(
        id: try $0.get("id"), kind: try $0.get("kind"), addressee: try $0.get("addressee"),
        question: try $0.get("question"), sentOn: try $0.get("sent_on"), answer: try $0.get("answer"),
        answeredOn: try $0.get("answered_on"), isExcluded: try $0.get("is_excluded"))
    }
  }

  /// Those that are not answered yet.
  static func open(_ application: ApplicationID, _ reader: any Reader) throws -> [Verification] {
    try of(application, reader).filter { $0.answeredOn == nil }
  }

  static func insert(
    _ kind: VerificationKind, _ addressee: String, _ question: String, of application: ApplicationID,
    isExcluded: Bool, in context: ActionContext
  ) throws -> UUIDv7 {
    let id = UUIDv7()
    try context.tx.run(
      """
      INSERT INTO verification (id, county, application, kind, addressee, question, sent_on, is_excluded, last_event)
      VALUES (\(id), \(context.county), \(application), \(kind), \(addressee), \(question), \(context.today),
        \(isExcluded), \(context.eventNumber))
      """)
    return id
  }
}
