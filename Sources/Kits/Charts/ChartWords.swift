/// 图的用语 · Chart words: the words around a chart, in the reader's language.
package struct ChartWords: Sendable {
  package let title: String
  /// One sentence that says what the chart shows, for those who cannot see it.
  package let description: String
  package let label: String
  package let value: String
  package let target: String
  package let forecast: String
  package let dataTable: String
  package let empty: String

  package init(
    title: String, description: String, label: String, value: String, target: String = "", forecast: String = "",
    dataTable: String, empty: String
  ) {
    self.title = title
    self.description = description
    self.label = label
    self.value = value
    self.target = target
    self.forecast = forecast
    self.dataTable = dataTable
    self.empty = empty
  }
}
