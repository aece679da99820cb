package import Kernel
import Localization
import Paper
package import Storage
package import WorkCalendar

/// 电子印章 · Electronic seal: an agency's seal with its certificate and its keeper. Its private key lies in the keys
/// directory and nowhere else.
package struct SealRecord: Sendable {
  package let id: UUIDv7
  package let agency: AgencyID
  package let name: String
  package let keeper: UserID
  package let keeperName: String
  package let certificate: String
  package let validFrom: Day
  package let validTo: Day

  init(_ row: Row) throws {
    id = try row.get("id")
    agency = try row.get("agency")
    name = try row.get("name")
    keeper = try row.get("keeper")
    keeperName = try row.get("keeper_name")
    certificate = try row.get("certificate")
    validFrom = try row.get("valid_from")
    validTo = try row.get("valid_to")
  }
}

/// 用印授权 · Standing authorisation: the keeper opens a seal for named forms and a period, on the condition that the
/// paper is approved and numbered.
package struct SealAuthorisation: Sendable {
  package let id: UUIDv7
  package let seal: UUIDv7
  package let forms: [String]
  package let from: Day
  package let to: Day
  package let endedOn: Day?
  package let openedBy: String

  init(_ row: Row) throws {
    id = try row.get("id")
    seal = try row.get("seal")
    forms = try row.get("forms", as: String.self).split(separator: ";").map(String.init)
    from = try row.get("from_on")
    to = try row.get("to_on")
    endedOn = try row.get("ended_on")
    openedBy = try row.get("opened_by")
  }

  func isOpen(on day: Day) -> Bool { endedOn == nil && from <= day && day <= to }
}

/// 用印记录 · Seal use: one line of the seal register.
package struct SealUse: Sendable {
  package let number: Int
  package let sealName: String
  package let documentNumber: String?
  package let paper: PaperID
  package let approverName: String?
  package let keeperName: String
  package let at: Instant
  package let fileSHA256: String
  /// By hand, not under a standing authorisation.
  package let isByHand: Bool

  init(_ row: Row) throws {
    number = try row.get("number")
    sealName = try row.get("seal_name")
    documentNumber = try row.get("document_number")
    paper = try row.get("paper")
    approverName = try row.get("approver_name")
    keeperName = try row.get("keeper_name")
    at = try row.get("at")
    fileSHA256 = try row.get("file_sha256")
    isByHand = try row.get("one_paper", as: UUIDv7?.self) != nil
  }
}

package enum SealTable {
  private static let columns: SQL = "id, agency, name, keeper, keeper_name, certificate, valid_from, valid_to"

  package static func all(_ county: CountyID, _ reader: any Reader) throws -> [SealRecord] {
    try reader.rows("SELECT \(columns) FROM seal WHERE county = \(county) AND is_active = 1 ORDER BY name, id")
      .map(SealRecord.init)
  }

  package static func one(_ id: UUIDv7, in county: CountyID, _ reader: any Reader) throws -> SealRecord {
    guard let row = try reader.row("SELECT \(columns) FROM seal WHERE id = \(id) AND county = \(county)") else {
      throw Refusal.notFound
    }
    return try SealRecord(row)
  }

  static func of(_ agency: AgencyID, _ reader: any Reader) throws -> SealRecord? {
    try reader.row("SELECT \(columns) FROM seal WHERE agency = \(agency) AND is_active = 1 ORDER BY id LIMIT 1")
      .map(SealRecord.init)
  }

  /// The standing ones; with a paper, those for it alone too.
  package static func authorisations(
    _ seal: UUIDv7, for paper: PaperID? = nil, _ reader: any Reader
  ) throws -> [SealAuthorisation] {
    try reader.rows(
      """
      SELECT id, seal, forms, from_on, to_on, ended_on, opened_by FROM seal_authorisation
      WHERE seal = \(seal) AND (paper IS NULL OR paper = \(paper)) ORDER BY from_on DESC, id DESC
      """
    ).map(SealAuthorisation.init)
  }

  /// Whether any seal of the county sets itself on papers that day.
  package static func isAnyOpen(in county: CountyID, on day: Day, _ reader: any Reader) throws -> Bool {
    try reader.row(
      """
      SELECT 1 AS n FROM seal_authorisation a JOIN seal s ON s.id = a.seal
      WHERE s.county = \(county) AND s.is_active = 1 AND a.paper IS NULL AND a.ended_on IS NULL
        AND a.from_on <= \(day) AND a.to_on >= \(day) ORDER BY a.id LIMIT 1
      """) != nil
  }

  package static let pageSize = 50

  /// 用印登记 · The newest lines of the register of all seals, or those before a line.
  package static func uses(
    in county: CountyID, before: Int? = nil, limit: Int = pageSize, _ reader: any Reader
  ) throws -> [SealUse] {
    try reader.rows(
      """
      SELECT u.number, s.name AS seal_name, u.document_number, u.paper, u.approver_name, u.keeper_name, u.at,
        u.file_sha256, a.paper AS one_paper
      FROM seal_use u JOIN seal_authorisation a ON a.id = u.authorisation JOIN seal s ON s.id = u.seal
      WHERE u.county = \(county) AND u.number < \(before ?? Int.max) ORDER BY u.number DESC LIMIT \(limit)
      """
    ).map(SealUse.init)
  }
}
