package import Kernel
package import Storage

/// 查到的文书 · Paper found: which one, of which form, and what stands on it.
package struct FoundPaper: Sendable {
  package let id: PaperID
  package let form: String
  package let number: String?
  package let shortCode: String
  let subject: UUIDv7
  /// Its file is made, so that it can be opened.
  let isMade: Bool

  init(_ row: Row) throws {
    id = try row.get("id")
    form = try row.get("form")
    number = try row.get("number")
    shortCode = try row.get("short_code")
    subject = try row.get("subject_id")
    isMade = try row.get("is_made")
  }

  var codes: [String] { [number, shortCode].compactMap(\.self) }
}

/// 文书检索 · Search for papers: a paper is found with the record it belongs to, by the number or the verification code that
/// stands on it; who may find the record may find its papers.
extension PaperTable {
  /// The numbers and verification codes on the papers of some records, each once.
  package static func codes(of subjects: [UUIDv7], _ reader: any Reader) throws -> [UUIDv7: [String]] {
    try found(subjects, reader).reduce(into: [:]) { codes, paper in
      let known = codes[paper.subject, default: []]
      codes[paper.subject] = known + paper.codes.filter { !known.contains($0) }
    }
  }

  /// The papers of some records that bear what was typed and can be opened.
  package static func bearing(
    _ text: String, of subjects: [UUIDv7], _ reader: any Reader
  ) throws -> [UUIDv7: [FoundPaper]] {
    let papers = try found(subjects, reader).filter { paper in
      paper.isMade && paper.codes.contains { SearchTerms.confirms(text, in: $0) }
    }
    return Dictionary(grouping: papers, by: \.subject)
  }

  private static func found(_ subjects: [UUIDv7], _ reader: any Reader) throws -> [FoundPaper] {
    try reader.rows(
      """
      SELECT id, form, number, short_code, subject_id, CASE WHEN file_sha256 IS NULL THEN 0 ELSE 1 END AS is_made
      FROM paper WHERE subject_id IN \(list: subjects)
      ORDER BY subject_id, decide_event, id
      """
    ).map(FoundPaper.init)
  }
}
