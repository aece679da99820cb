import Kernel
import Web

/// 协作地址 · Where cooperation is registered, looked at and done.
enum CooperationPaths {
  static let list = "/cooperations"
  static let new = "/cooperations/new"

  static func page(_ id: CooperationID) -> String { "\(list)/\(id)" }
  static func request(_ aidCase: CaseID) -> String { "/cases/\(aidCase)/cooperation" }
  static func step(_ name: String, _ id: CooperationID) -> String { "\(page(id))/\(name)" }
}
