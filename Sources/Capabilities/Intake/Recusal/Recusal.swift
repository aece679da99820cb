package import Kernel
package import Localization
package import Storage
package import WorkCalendar

/// 回避 · Recusal: somebody who reviews or decides says that he has an interest, or the applicant asks that he take no
/// part; another head decides it (rule of separation S2; 杭州市法律援助条例 39 as the default).
package struct Recusal: Sendable, Hashable {
  /// 提出方式 · Who raised it.
  package enum Source: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
    case own, applicant

    package var name: Text {
      switch self {
      case .own: Text("自行回避", "Own recusal")
      case .applicant: Text("申请人申请回避", "Recusal asked for by the applicant")
      }
    }
  }

  package let id: UUIDv7
  package let person: UserID
  package let name: String
  package let source: Source
  package let reason: String
  package let raisedOn: Day
  /// Nil until somebody decides.
  package let isGranted: Bool?
  package let decidedBy: String?
  package let words: String?
}

package enum RecusalTable {
  package static func of(_ application: ApplicationID, _ reader: any Reader) throws -> [Recusal] {
    try reader.rows(
      """
      SELECT id, person, person_name, source, reason, raised_on, is_granted, decided_by, words FROM recusal
      WHERE application = \(application) ORDER BY raised_on, id
      """
    ).map {
      Recusal(
        id: try $0.get("id"), person: try $0.get("person"), name: try $0.get("person_name"),
        source: try $0.get("source"), reason: try $0.get("reason"), raisedOn: try $0.get("raised_on"),
        isGranted: try $0.get("is_granted"), decidedBy: try $0.get("decided_by"), words: try $0.get("words"))
    }
  }

  /// 应当回避 · Takes no part: the recusal is granted, or he declared it himself and nobody has decided yet.
  static func binds(_ user: UserID?, _ recusals: [Recusal]) -> Bool {
    recusals.contains { $0.person == user && ($0.isGranted ?? ($0.source == .own)) }
  }

  /// The same as a condition over applications `a`.
  static func binds(_ principal: Principal) -> SQL {
    """
    EXISTS (SELECT 1 FROM recusal r WHERE r.application = a.id AND r.person = \(principal.user)
      AND (r.is_granted = 1 OR (r.is_granted IS NULL AND r.source = \(Recusal.Source.own))))
    """
  }

  /// 审查、审批人员 · Whoever reviews or decides in the county today, for whom an applicant may ask it.
  static func people(
    in county: CountyID, on day: Day, _ reader: any Reader
  ) throws -> [(id: UserID, name: String)] {
    try reader.rows(
      """
      SELECT DISTINCT u.id, u.name FROM user_account u JOIN role_grant g ON g.user_account = u.id
      WHERE u.county = \(county) AND u.is_active = 1 AND g.role IN \(list: [Role.reviewer, .director])
        AND g.from_on <= \(day) AND (g.to_on IS NULL OR g.to_on >= \(day)) ORDER BY u.name, u.id
      """
    ).map { (try $0.get("id"), try $0.get("name")) }
  }
}
