import Kernel
import Registry
import Storage

/// 数据范围 · Whether a file's record lies in what somebody may see: the same predicate as the record's own page.
enum SubjectScope {
  static func require(_ subject: Subject, _ principal: Principal, _ reader: any Reader) throws {
    if let table = Self.withoutMatter[subject.kind] { return try require(subject, table, principal, reader) }
    let table: SQL
    let name: String
    switch subject.kind {
    case "application": (table, name) = ("aid_application", "aid_application")
    case "case": (table, name) = ("aid_case", "aid_case")
    default: throw Refusal.notFound
    }
    let isSeen =
      try reader.row("SELECT 1 AS seen FROM \(table) WHERE id = \(subject.id) AND \(principal.sight(name))") != nil
    // A firm sees its case's application papers through the case that came of it.
    guard try isSeen || (subject.kind == "application" && seesCase(of: subject, principal, reader)) else {
      throw Refusal.notFound
    }
  }

  /// A paper lies in what somebody may see when its record does. The note of a forwarded application stays with the office
  /// that forwarded it, too, though the record has gone.
  static func require(_ paper: PaperRecord, _ principal: Principal, _ reader: any Reader) throws {
    if paper.subject.kind == "application", try keepsNote(paper.id, principal, reader) { return }
    try require(paper.subject, principal, reader)
  }

  private static func keepsNote(_ paper: PaperID, _ principal: Principal, _ reader: any Reader) throws -> Bool {
    try reader.row(
      """
      SELECT 1 AS kept FROM forwarding f JOIN aid_application a ON a.id = f.application
      WHERE f.note = \(paper) AND f.county = \(principal.county) AND f.sender IN \(list: principal.agencies)
        AND \(principal.unconcealed("a"))
      """) != nil
  }

  /// 签名范围 · Whoever serves at the counter takes signatures for all he sees; an undertaker and the second one for the
  /// papers of their case, and the manager of their firm for those of its cases.
  static func requireSigning(_ subject: Subject, _ principal: Principal, _ reader: any Reader) throws {
    try require(subject, principal, reader)
    if principal.isSystem || principal.has(.stationClerk) || principal.has(.receptionist) { return }
    guard subject.kind == "case" else { throw Refusal.notFound }
    let isOwn: SQL =
      "undertaker = \(principal.undertaker) OR id IN \(CoUndertakerTable.records(of: principal.undertaker))"
    guard
      try principal.has(.firmManager)
        || reader.row("SELECT 1 AS own FROM aid_case WHERE id = \(subject.id) AND (\(isOwn))") != nil
    else { throw Refusal.notFound }
  }

  /// What belongs to no matter, so that none of it can be concealed.
  private static let withoutMatter = ["consultation": "consultation", "personalRequest": "personal_request"]

  private static func require(
    _ subject: Subject, _ table: String, _ principal: Principal, _ reader: any Reader
  ) throws {
    let scope = principal.scope(table)
    guard try reader.row("SELECT 1 AS seen FROM \(raw: table) WHERE id = \(subject.id) AND \(scope)") != nil else {
      throw Refusal.notFound
    }
  }

  private static func seesCase(of subject: Subject, _ principal: Principal, _ reader: any Reader) throws -> Bool {
    try reader.row(
      "SELECT 1 AS seen FROM aid_case WHERE application = \(subject.id) AND \(principal.sight("aid_case"))") != nil
  }
}
