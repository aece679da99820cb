import Intake
import Kernel
package import Localization
import WorkCalendar

/// 首次约见告知事项 · Meeting duty: what the undertaker tells the recipient at the first meeting. Demanded since the rules of
/// 2023 (程序规定 2023, 33); before, told where the undertaker thinks fit. The codes are stable.
package enum MeetingDuty: String, Sendable, Hashable, CaseIterable, Codable {
  case rights, risks, relief

  package var name: Text {
    switch self {
    case .rights: Text("受援人的权利和义务", "Rights and duties of the recipient")
    case .risks: Text("案件的主要诉讼风险和法律后果", "The main risks and consequences of the proceedings")
    case .relief: Text("可以依法申请司法救助", "That judicial relief may be applied for")
    }
  }

  private static let ground = Grounds([.rs2023: .fromMemory(.p23("33"))])

  /// Says no where the first meeting left something untold.
  static func refusal(told: Set<MeetingDuty>, isFirst: Bool, rules: RuleSet) -> Refusal? {
    let untold = allCases.filter { !told.contains($0) }
    guard isFirst, ground[rules] != nil, !untold.isEmpty else { return nil }
    let (zh, en) = (untold.map(\.name.zh).joined(separator: "、"), untold.map(\.name.en).joined(separator: "; "))
    return Refusal(
      "record.told",
      Text("首次约见应当告知：\(zh)。请告知后勾选。", "The first meeting has to tell: \(en). Tick each once it is told."),
      field: "told",
      basis: ground.basis(rules))
  }

  static func joined(_ told: Set<MeetingDuty>) -> String {
    allCases.filter(told.contains).map(\.rawValue).joined(separator: ";")
  }

  static func split(_ stored: String) -> [MeetingDuty] {
    stored.split(separator: ";").compactMap { MeetingDuty(rawValue: String($0)) }
  }

  static let entries = allCases.flatMap { ground.entries("MD-\($0.rawValue)", .handling, $0.name) }
}
