import Cases
import Consultations
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import WorkCalendar

/// 测试咨询 · The consultations of these tests: 赵春兰 asks about wages.
enum Fixture {
  static let identityNumber = "320999197002182184"
  static let who = Consulter(
    name: "赵春兰", identityNumber: identityNumber, phone: "13912346210", address: "河东镇柳湾村三组", groups: [.woman])
  static let answer = ConsultationAnswer("可以申请劳动仲裁。")

  static func told(
    _ channel: ServiceChannel = .visit, _ topic: ConsultationTopic = .labourPay, servedAt: Instant? = nil
  ) -> ConsultationTold {
    ConsultationTold(
      channel, topic, cause: "追索劳动报酬", content: "被拖欠九个月工资。", opposing: "宏达公司", township: "河东镇", servedAt: servedAt)
  }

  static func at(_ day: String, _ hour: Int, _ minute: Int = 0) -> Instant {
    Instant(Day(day) ?? .earliest, hour: hour, minute: minute)
  }
}

extension TestOffice {
  func consultation(_ id: ConsultationID) async throws -> Consultation {
    let principal = Principal.system(county)
    return try await services.database.read { try ConsultationTable.one(id, for: principal, $0) }
  }

  func papers(_ id: ConsultationID) async throws -> [String] {
    try await services.database.read { try PaperTable.of([.consultation(id)], $0).map(\.form) }
  }

  /// When the clocks on it are due.
  func due(_ id: ConsultationID) async throws -> [String] {
    try await services.database.read {
      try Deadline.open(.consultation(id), $0).compactMap { $0.dueOn?.description }
    }
  }

  func measured(_ key: String, in month: Int = 3) async throws -> [Int] {
    let scope = MeasureScope(
      county: county, from: .literal(2016, month, 1), to: .literal(2016, month, 31), township: nil)
    guard let measure = Measures.all[key] else { return [] }
    let parts = [measure.numerator(scope)] + (measure.denominator.map { [$0(scope)] } ?? [])
    var counts: [Int] = []
    for part in parts {
      counts.append(try await value("SELECT COUNT(*) FROM (\(part)) counted", as: Int.self) ?? 0)
    }
    return counts
  }
}

/// The measures that consultations might touch.
enum Measures {
  static let all = Dictionary(
    uniqueKeysWithValues: (IntakeMeasures.all + CaseMeasures.all).map { ($0.key, $0) })
}
