import Charts

enum Sample {
  static let words = ChartWords(
    title: "各月案件数", description: "一月至十二月每月批准的案件数", label: "月份", value: "案件", target: "目标", forecast: "预计",
    dataTable: "数据表", empty: "还没有数据")

  static func months(_ counts: [Int], forecast: [Int] = []) -> [Datum] {
    let known = counts.enumerated().map {
      Datum("\($0.offset + 1)月", $0.element, link: "/cases?month=\($0.offset + 1)")
    }
    let expected = forecast.enumerated().map {
      Datum("\(counts.count + $0.offset + 1)月", $0.element, isForecast: true)
    }
    return known + expected
  }
}
