/// 数据点 · Datum: one value of a chart, with its label, its wording and, where there is one, the link to its records.
///
/// A value is a count or an amount in one unit for the whole chart; below nought or not a number is drawn as nought.
package struct Datum: Sendable, Hashable {
  package let label: String
  package let value: Double
  package let shown: String
  package let link: String?
  package let isForecast: Bool

  package init(_ label: String, _ value: Double, shown: String, link: String? = nil, isForecast: Bool = false) {
    self.label = label
    self.value = value
    self.shown = shown
    self.link = link
    self.isForecast = isForecast
  }

  package init(_ label: String, _ count: Int, link: String? = nil, isForecast: Bool = false) {
    self.init(label, Double(count), shown: String(count), link: link, isForecast: isForecast)
  }

  var drawn: Double { value.isFinite ? max(0, value) : 0 }
}
