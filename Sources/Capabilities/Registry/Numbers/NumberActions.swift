import Kernel
import Localization
import Storage

extension Permission {
  static let viewNumbers = Permission(
    "registry.numbers.view", Text("查看文号登记簿", "View the register of numbers"),
    [.director, .sysAdmin, .auditAdmin, .archivist, .qualitySupervisor])
  static let manageNumbers = Permission(
    "registry.numbers", Text("管理文号", "Manage numbers"), [.director, .sysAdmin])
}

/// 文号作废 · Cancels a number with its reason: it stays in the register, struck out, and is never used again (留号; AT-X.6).
/// Refuses a number that was never given out; Papers refuses one that a valid paper bears.
struct CancelNumber: Action {
  static let permission = Permission.manageNumbers
  let number: String
  let reason: String

  func perform(in context: ActionContext) throws -> Done {
    try context.cancelNumber(number, reason: reason)
    context.record("number.cancelled", .county(context.county), facts: ["number": .text(number)])
    return Done()
  }
}

/// 修改编号规则 · Gives one series of numbers the office's own template, from the next number on; what is given out stays as
/// it is. Refuses a template that could give the same number twice.
struct SetNumberTemplate: Action {
  static let permission = Permission.manageNumbers
  let kind: NumberKind
  let template: String

  func perform(in context: ActionContext) throws -> Done {
    try context.setTemplate(template, of: kind)
    context.record(
      "number.templateSet", .county(context.county), facts: ["kind": .text(kind.key), "template": .text(template)])
    return Done()
  }
}
