import Kernel
import Web

/// 异议地址 · Where objections are registered, looked at and decided.
enum ObjectionPaths {
  static let list = "/objections"

  static func page(_ id: ObjectionID) -> String { "\(list)/\(id)" }
  static func decision(_ id: ObjectionID) -> String { "\(page(id))/decision" }
  static func contest(_ id: ObjectionID) -> String { "\(page(id))/contest" }
  static func contestResult(_ id: ObjectionID) -> String { "\(page(id))/contest-result" }
  static func withdrawal(_ id: ObjectionID) -> String { "\(page(id))/withdrawal" }
  static func new(_ about: ObjectionSubject) -> String { "\(about.path)/objection" }
}
