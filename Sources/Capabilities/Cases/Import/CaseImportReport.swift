package import Registry

/// 导入结果 · Import report: what became of the rows of a ledger.
package struct CaseImportReport: Sendable, Hashable {
  /// Rows read, the header not among them.
  package let rows: Int
  /// Rows recorded now; none in a trial run or when anything was refused.
  package let imported: Int
  /// Rows that say again what is on record, or what an earlier row of the file says.
  package let known: Int
  /// Rows that could be recorded.
  package let good: Int
  /// Rows refused; each has one fault or several.
  package let refused: Int
  package let faults: [ImportFault]
  package let warnings: [ImportFault]

  init(
    rows: Int = 0, imported: Int = 0, known: Int = 0, good: Int = 0, refused: Int = 0, faults: [ImportFault],
    warnings: [ImportFault] = []
  ) {
    self.rows = rows
    self.imported = imported
    self.known = known
    self.good = good
    self.refused = refused
    self.faults = faults
    self.warnings = warnings
  }
}
