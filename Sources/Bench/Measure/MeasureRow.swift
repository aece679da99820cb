/// 一行结果 · A row of the result: many clients at once, beside one alone; times in milliseconds.
enum MeasureRow {
  static func head(_ what: String) {
    say("| \(what) | a second | p50 | p95 | p99 | bytes | alone p50 | failed |")
    say("|---|---:|---:|---:|---:|---:|---:|---:|")
  }

  static func show(_ name: String, _ all: Load.Measured, _ alone: Load.Measured) {
    let times = [0.5, 0.95, 0.99].map { ms(all.percentile($0)) }
    let cells =
      [name, String(Int(all.perSecond))] + times
      + [String(all.bytes), ms(alone.percentile(0.5)), String(all.failures + alone.failures)]
    say("| " + cells.joined(separator: " | ") + " |")
  }

  static func ms(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
