import App
import Foundation
import Kernel
import Storage

/// 核对 · Verdict: what the records say against what was acknowledged; empty where everything holds.
struct SoakVerdict {
  private(set) var findings: [String] = []
  private(set) var papers = 0
  private(set) var sealed = 0

  init(_ ledger: SoakLedger.Entries, _ reader: any Reader) throws {
    findings += ledger.surprises
    try compareConsultations(ledger, reader)
    try compareApplications(ledger, reader)
    for (table, column) in [
      ("consultation", "number"), ("aid_application", "number"), ("aid_application", "receipt_number"),
      ("aid_case", "number"), ("paper", "short_code"),
    ] {
      let twice = try reader.rows(
        """
        SELECT \(raw: column) AS number FROM \(raw: table) WHERE \(raw: column) IS NOT NULL
        GROUP BY \(raw: column) HAVING COUNT(*) > 1 ORDER BY 1
        """)
      findings += try twice.map { "\(table): \(try $0.get("number", as: String.self)) was given twice" }
    }
    papers = try reader.value("SELECT COUNT(*) FROM paper WHERE state = 'finished'") ?? 0
    sealed = try reader.value("SELECT COUNT(*) FROM seal_use") ?? 0
    let waiting = try Self.waiting(reader)
    if waiting > 0 { findings.append("\(waiting) papers were decided and not made") }
    let dead = try reader.value("SELECT COUNT(*) FROM job WHERE state = 'dead'", as: Int.self) ?? 0
    if dead > 0 { findings.append("\(dead) jobs have failed") }
  }

  static func waiting(_ reader: any Reader) throws -> Int {
    try reader.value("SELECT COUNT(*) FROM paper WHERE state = 'decided'") ?? 0
  }

  private mutating func compareConsultations(_ ledger: SoakLedger.Entries, _ reader: any Reader) throws {
    let rows = try reader.rows(
      """
      SELECT cause, (SELECT COUNT(*) FROM paper p WHERE p.subject_id = c.id) AS papers FROM consultation c ORDER BY id
      """)
    var known: [String: [Int]] = [:]
    for row in rows { known[try row.get("cause"), default: []].append(try row.get("papers")) }
    for mark in ledger.consultations where known[mark, default: []] != [1] {
      findings.append(
        "consultation \(mark): \(known[mark, default: []].count) times, papers \(known[mark, default: []])")
    }
  }

  private mutating func compareApplications(_ ledger: SoakLedger.Entries, _ reader: any Reader) throws {
    let rows = try reader.rows(
      """
      SELECT cause, state,
        (SELECT COUNT(*) FROM paper p WHERE p.subject_id = a.id AND p.form = 'F09' AND p.seal IS NOT NULL) AS decisions,
        (SELECT COUNT(*) FROM aid_case c WHERE c.application = a.id) AS cases
      FROM aid_application a ORDER BY id
      """)
    var known: [String: [Row]] = [:]
    for row in rows { known[try row.get("cause"), default: []].append(row) }
    for (mark, step) in ledger.applications.sorted(by: { $0.key < $1.key }) {
      guard let row = known[mark]?.first, known[mark]?.count == 1 else {
        findings.append("application \(mark): \(known[mark, default: []].count) times")
        continue
      }
      let states = ["received", "accepted", "pendingApproval", "granted"]
      let state: String = try row.get("state")
      if (states.firstIndex(of: state) ?? -1) < step.rawValue {
        findings.append("application \(mark): \(state), acknowledged as \(step)")
      }
      let counts = (try row.get("decisions", as: Int.self), try row.get("cases", as: Int.self))
      if counts != (state == "granted" ? (1, 1) : (0, 0)) {
        findings.append("application \(mark): \(state), decisions and cases \(counts)")
      }
    }
  }
}
