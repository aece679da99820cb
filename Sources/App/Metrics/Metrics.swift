import Foundation
import Kernel
import Storage
import WorkCalendar

/// 运行指标 · Metrics: how the office's server stands, in the text format of Prometheus. Numbers alone: no name, no
/// id, no path.
struct Metrics: Sendable {
  let services: Services
  private let began: Instant

  init(_ services: Services) {
    self.services = services
    began = services.clock.real()
  }

  func text() async -> String {
    var page = MetricsPage()
    process(&page)
    requests(&page)
    let load = services.database.load
    page.add(
      "legalaid_database_transactions", "gauge", "Transactions at the database just now.", by: "state",
      [("running", Double(load.running)), ("waiting", Double(load.waiting))])
    let now = services.clock.now()
    let records = try? await services.database.read { try MetricsTable($0, now) }
    page.add("legalaid_database_up", "gauge", "Whether the database answers.", records == nil ? 0 : 1)
    if let records { self.records(records, now, &page) }
    return page.text
  }

  private func process(_ page: inout MetricsPage) {
    page.add("process_start_time_seconds", "gauge", "When the program started.", Double(began.milliseconds) / 1000)
    page.add("process_resident_memory_bytes", "gauge", "Memory in use.", Double(Self.residentBytes))
    let free = try? FileManager.default.attributesOfFileSystem(forPath: services.directory.root)[.systemFreeSize]
    if let free = free as? NSNumber {
      page.add("legalaid_disk_free_bytes", "gauge", "Room left where the files lie.", free.doubleValue)
    }
  }

  private func requests(_ page: inout MetricsPage) {
    let counts = services.tally.all
    page.add(
      "legalaid_requests_total", "counter", "Answers by the class of their status.", by: "class",
      (1...5).map { ("\($0)xx", Double(counts.answers[$0, default: 0])) })
    page.add(
      "legalaid_actions_total", "counter", "What was done, refused by a rule, or failed.", by: "outcome",
      [
        ("done", Double(counts.actionsDone)), ("refused", Double(counts.actionsRefused)),
        ("failed", Double(counts.actionsFailed)),
      ])
    page.addHistogram("legalaid_request_seconds", "How long answers took.", counts)
  }

  private func records(_ records: MetricsTable, _ now: Instant, _ page: inout MetricsPage) {
    page.add("legalaid_events", "gauge", "Events in the chains.", Double(records.events))
    page.add(
      "legalaid_papers", "gauge", "Papers by state.", by: "state",
      records.papers.map { ($0.state, Double($0.count)) })
    page.add("legalaid_papers_sealed", "gauge", "Papers that bear a seal.", Double(records.seals))
    page.add(
      "legalaid_jobs", "gauge", "Background jobs by state; a dead one waits for the administrator.", by: "state",
      ["queued", "done", "dead"].map { state in
        (state, Double(records.jobs.first { $0.state == state }?.count ?? 0))
      })
    let waits = records.oldest.map { Double(now.milliseconds - $0.milliseconds) / 1000 } ?? 0
    page.add("legalaid_job_oldest_seconds", "gauge", "How long the job due longest has waited.", waits)
    let behind = records.newestEvent.map { max(0, Double($0.milliseconds - now.milliseconds) / 1000) } ?? 0
    page.add("legalaid_clock_behind_seconds", "gauge", "How far the clock stands before the newest event.", behind)
  }

  private static var residentBytes: Int {
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
      .dropFirst()
      .first.flatMap { Int($0) }
    return (pages ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}

/// 文本格式 · One page of the text format.
struct MetricsPage {
  private(set) var text = ""

  mutating func add(_ name: String, _ kind: String, _ help: String, _ value: Double) {
    head(name, kind, help)
    text += "\(name) \(Self.number(value))\n"
  }

  mutating func add(
    _ name: String, _ kind: String, _ help: String, by label: String, _ values: [(String, Double)]
  ) {
    head(name, kind, help)
    for (key, value) in values { text += "\(name){\(label)=\"\(key)\"} \(Self.number(value))\n" }
  }

  mutating func addHistogram(_ name: String, _ help: String, _ counts: Tally.Counts) {
    head(name, "histogram", help)
    let limits = Tally.limits.map(Self.number) + ["+Inf"]
    for (limit, count) in zip(limits, counts.withinLimit) { text += "\(name)_bucket{le=\"\(limit)\"} \(count)\n" }
    text += "\(name)_sum \(counts.seconds)\n\(name)_count \(counts.withinLimit.last ?? 0)\n"
  }

  private mutating func head(_ name: String, _ kind: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int64(value)) : String(value)
  }
}
