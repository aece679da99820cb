import Intake
import Kernel
import Storage

/// 对方查询 · Other sides: who is on the other side of cases, or is accused in the same case of an organ, and who acts for
/// him here or did; for any number of cases at once.
enum OtherSides {
  static func of(_ cases: [AidCase], _ reader: any Reader) throws -> [CaseID: [Conflicts.OtherSide]] {
    let ids = cases.map(\.id)
    let acting: SQL =
      """
      SELECT mine.id AS of_case, ours.name, other.id AS other, COALESCE(assignment.person, other.undertaker) AS undertaker,
        COALESCE(assignment.unit, other.unit) AS unit, 0 AS is_second FROM \(sides)
        LEFT JOIN assignment ON assignment.aid_case = other.id
      WHERE mine.id IN \(list: ids) ORDER BY mine.id, ours.name, other.id NULLS LAST, assignment.id NULLS LAST
      """
    let beside: SQL =
      """
      SELECT mine.id AS of_case, ours.name, other.id AS other, beside.person AS undertaker, other.unit, 1 AS is_second
      FROM \(sides) JOIN co_undertaking beside ON beside.aid_case = other.id
      WHERE mine.id IN \(list: ids) ORDER BY mine.id, ours.name, beside.id
      """
    return try read([acting, beside], reader)
  }

  /// The opposing parties of a case, and the cases here in which they are aided in the same dispute. An imported case has
  /// no parties on record, only its recipient.
  private static let sides: SQL =
    """
    aid_case mine JOIN party ours ON ours.matter = mine.matter AND ours.role = \(PartyRole.opposing)
      LEFT JOIN party theirs ON theirs.county = ours.county AND theirs.name = ours.name
        AND theirs.role = \(PartyRole.recipient) AND theirs.matter IN (
          SELECT mirror.matter FROM party mirror WHERE mirror.county = ours.county
            AND mirror.role = \(PartyRole.opposing) AND mirror.name IN (
              SELECT mine.recipient_name UNION SELECT own.name FROM party own
              WHERE own.matter = mine.matter AND own.role = \(PartyRole.recipient)))
      LEFT JOIN aid_case other ON other.matter = theirs.matter
    """

  static func coDefenders(
    of cases: [AidCase], _ reader: any Reader
  ) throws -> [CaseID: [Conflicts.OtherSide]] {
    let ids = cases.filter { $0.organCase != nil && $0.isCriminal }.map(\.id)
    guard !ids.isEmpty else { return [:] }
    return try read(
      [
        """
        SELECT mine.id AS of_case, other.recipient_name AS name, other.id AS other, assignment.person AS undertaker,
          assignment.unit, 0 AS is_second
        FROM aid_case mine JOIN aid_case other ON other.county = mine.county AND other.organ_case = mine.organ_case
            AND other.recipient <> mine.recipient
          LEFT JOIN assignment ON assignment.aid_case = other.id
        WHERE mine.id IN \(list: ids) ORDER BY mine.id, other.id, assignment.id NULLS LAST
        """
      ], reader)
  }

  private static func read(
    _ queries: [SQL], _ reader: any Reader
  ) throws -> [CaseID: [Conflicts.OtherSide]] {
    try queries.flatMap { try reader.rows($0) }.reduce(into: [:]) { found, row in
      found[try row.get("of_case"), default: []].append(
        Conflicts.OtherSide(
          name: try row.get("name"), aidCase: try row.get("other"), undertaker: try row.get("undertaker"),
          unit: try row.get("unit"), isSecond: try row.get("is_second")))
    }
  }
}
