import Kernel
import Web

/// 咨询的网址 · Where everything about consultations stands.
enum ConsultationPaths {
  static let list = "/consultations"
  static let new = "/consultations/new"
  static let known = "/consultations/new/known"

  static func page(_ id: ConsultationID) -> String { "\(list)/\(id)" }
  static func handling(_ id: ConsultationID) -> String { "\(page(id))/handling" }
  static func drafting(_ id: ConsultationID) -> String { "\(page(id))/drafting" }
  static func closing(_ id: ConsultationID) -> String { "\(page(id))/closing" }
}
