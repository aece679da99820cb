package import Kernel
package import Storage
package import WorkCalendar

/// 文书措辞 · Paper wording: one version of an office's own sentences for a form, and from which day on it is printed.
package struct PaperWording: Sendable {
  /// The software's own wording.
  package static let defaultVersion = 1

  package let form: String
  package let formSet: Int
  package let version: Int
  /// Nil: the software's own again.
  package let paragraphs: [String]?
  package let from: Day
  package let reason: String
  package let changedBy: String
  package let changedAt: Instant

  init(_ row: Row) throws {
    form = try row.get("form")
    formSet = try row.get("form_set")
    version = try row.get("version")
    paragraphs = try row.get("wording", as: String?.self).map(Self.paragraphs)
    from = try row.get("from_on")
    reason = try row.get("reason")
    changedBy = try row.get("changed_by")
    changedAt = try row.get("changed_at")
  }

  /// A line is a paragraph; empty ones count for nothing.
  static func paragraphs(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { line in
      var words = line.drop(while: \.isWhitespace)
      while words.last?.isWhitespace == true { words.removeLast() }
      return String(words)
    }.filter { !$0.isEmpty }
  }
}

package enum WordingTable {
  private static let columns: SQL =
    "form, form_set, version, wording, from_on, reason, changed_by, changed_at"

  /// Every version of a county, the newest first.
  package static func all(_ county: CountyID, _ reader: any Reader) throws -> [PaperWording] {
    try reader.rows(
      "SELECT \(columns) FROM paper_wording WHERE county = \(county) ORDER BY version DESC, form, form_set, id"
    ).map(PaperWording.init)
  }

  package static func versions(
    _ form: PaperForm, in county: CountyID, _ reader: any Reader
  ) throws -> [PaperWording] {
    try reader.rows(
      """
      SELECT \(columns) FROM paper_wording
      WHERE county = \(county) AND form = \(form.form) AND form_set = \(form.formSet) ORDER BY version DESC, id
      """
    ).map(PaperWording.init)
  }

  static func inForce(
    _ form: PaperForm, on day: Day, in county: CountyID, _ reader: any Reader
  ) throws -> PaperWording? {
    inForce(try versions(form, in: county, reader), on: day)
  }

  /// Of one form's versions: the one that began last, and of several that began on one day the newest.
  static func inForce(_ versions: [PaperWording], on day: Day) -> PaperWording? {
    versions.filter { $0.from <= day }.max { ($0.from, $0.version) < ($1.from, $1.version) }
  }
}

extension PaperForm {
  /// What is printed on a day: the office's own sentences where it has some that fit the form, else the software's.
  func worded(by own: PaperWording?) -> (paragraphs: [String], version: Int) {
    guard let own, let paragraphs = own.paragraphs, WordingCheck(form: self).faults(paragraphs).isEmpty else {
      return (wording, PaperWording.defaultVersion)
    }
    return (paragraphs, own.version)
  }
}
