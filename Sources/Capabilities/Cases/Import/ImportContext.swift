package import WorkCalendar

/// 导入的已知情况 · Import context: what a row is checked against beside itself.
package struct ImportContext: Sendable {
  package let townships: Set<String>
  package let today: Day

  package init(townships: Set<String>, today: Day) {
    self.townships = townships
    self.today = today
  }
}
