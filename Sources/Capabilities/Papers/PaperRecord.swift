package import Kernel
package import Storage
package import WorkCalendar

/// 文书状态 · Paper state: decided in its transaction, finished once its file is made, revoked when withdrawn.
package enum PaperState: String, Sendable, CaseIterable, SQLConvertible {
  case decided, finished, revoked
}

/// 文书 · Paper: one document the office issued: which form, which number, decided when and by whom. Its field values
/// are encrypted in the row; its file is found by hash.
package struct PaperRecord: Sendable {
  package let id: PaperID
  package let form: String
  package let formSet: Int
  package let number: String?
  package let subject: Subject
  package let rules: RuleSet
  package let agency: AgencyID
  package let decidedOn: Day
  package let shortCode: String
  package let state: PaperState
  package let digest: String
  package let approver: UserID?
  package let approverName: String?
  package let fileSHA256: String?
  package let finishedAt: Instant?
  package let revokedReason: String?
  package let sealID: UUIDv7?
  package let decideEvent: Int
  package let lastEvent: Int
  package let version: Int
  /// 屏幕签名 · How many signed it on the screen, and the file that shows them all.
  package let signatures: Int
  package let signedSHA256: String?
  let fieldsSealed: [UInt8]

  init(_ row: Row) throws {
    id = try row.get("id")
    form = try row.get("form")
    formSet = try row.get("form_set")
    number = try row.get("number")
    subject = Subject(try row.get("subject_kind"), try row.get("subject_id"))
    rules = try row.get("rule_set")
    agency = try row.get("agency")
    decidedOn = try row.get("decided_on")
    shortCode = try row.get("short_code")
    state = try row.get("state")
    digest = try row.get("digest")
    approver = try row.get("approver")
    approverName = try row.get("approver_name")
    fileSHA256 = try row.get("file_sha256")
    finishedAt = try row.get("finished_at")
    revokedReason = try row.get("revoked_reason")
    sealID = try row.get("seal")
    decideEvent = try row.get("decide_event")
    lastEvent = try row.get("last_event")
    version = try row.get("version")
    signatures = try row.get("signatures")
    signedSHA256 = try row.get("signed_sha256")
    fieldsSealed = try row.get("fields_sealed")
  }

  /// 文书内容 · What the paper says, by the key of the field.
  package func fields(_ keys: KeyRing) throws -> [String: String] { try facts(keys).fields }

  /// What was decided, as it was decided.
  func facts(_ keys: KeyRing) throws -> PaperFacts {
    try PaperFacts.read(keys.open(fieldsSealed, as: PaperFacts.place(id)))
  }
}

extension PaperRecord {
  /// 签名齐全 · Whether every line that its form has was signed on the screen.
  package func isSigned(_ forms: [PaperForm]) -> Bool {
    forms.contains {
      $0.form == form && $0.formSet == formSet && !$0.signers.isEmpty && signatures >= $0.signers.count
    }
  }

  /// 待签名 · Whether a line of it may still be signed on the screen.
  package func isOpenToSigning(_ forms: [PaperForm]) -> Bool {
    state == .finished && approver == nil
      && forms.contains {
        $0.form == form && $0.formSet == formSet && !$0.isSealed && signatures < $0.signers.count
      }
  }

  /// 签名页 · Where it is signed on the screen.
  package var signingPath: String { SigningPage.path(id) }
}

package enum PaperTable {
  static let columns: SQL =
    """
    id, form, form_set, number, subject_kind, subject_id, rule_set, agency, decided_on, short_code, state, digest,
    approver, approver_name, file_sha256, finished_at, revoked_reason, seal, decide_event, last_event, version,
    fields_sealed,
    (SELECT COUNT(*) FROM paper_signature s WHERE s.county = paper.county AND s.paper = paper.id) AS signatures,
    (SELECT s.file_sha256 FROM paper_signature s WHERE s.county = paper.county AND s.paper = paper.id
      ORDER BY s.number DESC, s.id LIMIT 1) AS signed_sha256
    """

  package static func one(_ id: PaperID, in county: CountyID, _ reader: any Reader) throws -> PaperRecord {
    guard let row = try reader.row("SELECT \(columns) FROM paper WHERE id = \(id) AND county = \(county)") else {
      throw Refusal.notFound
    }
    return try PaperRecord(row)
  }

  /// The papers of some records, oldest first.
  package static func of(_ subjects: [Subject], _ reader: any Reader) throws -> [PaperRecord] {
    try reader.rows(
      """
      SELECT \(columns) FROM paper WHERE subject_id IN \(list: subjects.map(\.id)) ORDER BY decide_event, id
      """
    ).map(PaperRecord.init)
  }

  package static func withCode(_ code: String, _ reader: any Reader) throws -> (PaperRecord, CountyID)? {
    guard let row = try reader.row("SELECT county, \(columns) FROM paper WHERE short_code = \(code)") else {
      return nil
    }
    return (try PaperRecord(row), try row.get("county"))
  }

  package static func withFile(_ sha256: String, _ reader: any Reader) throws -> (PaperRecord, CountyID)? {
    guard
      let row = try reader.row(
        """
        SELECT county, \(columns) FROM paper WHERE file_sha256 = \(sha256)
          OR id IN (SELECT paper FROM paper_signature WHERE file_sha256 = \(sha256)) ORDER BY id LIMIT 1
        """)
    else { return nil }
    return (try PaperRecord(row), try row.get("county"))
  }

  /// The valid paper that bears a number, if there is one.
  static func valid(bearing number: String, in county: CountyID, _ reader: any Reader) throws -> PaperRecord? {
    try reader.row(
      """
      SELECT \(columns) FROM paper WHERE county = \(county) AND number = \(number) AND state <> \(PaperState.revoked)
      ORDER BY decide_event DESC, id LIMIT 1
      """
    ).map(PaperRecord.init)
  }

  static func ids(in county: CountyID, since: Day?, _ reader: any Reader) throws -> [PaperID] {
    try reader.rows(
      """
      SELECT id FROM paper WHERE county = \(county) AND decided_on >= \(since ?? .earliest) ORDER BY decide_event, id
      """
    ).map { try $0.get("id") }
  }

  /// Papers that were decided and still have no file: the seal is closed, or the job is on its way.
  static func waiting(_ county: CountyID, _ reader: any Reader) throws -> [PaperRecord] {
    try reader.rows(
      """
      SELECT \(columns) FROM paper WHERE county = \(county) AND state = \(PaperState.decided)
      ORDER BY decide_event, id LIMIT \(WorkItemSource.most)
      """
    ).map(PaperRecord.init)
  }
}
