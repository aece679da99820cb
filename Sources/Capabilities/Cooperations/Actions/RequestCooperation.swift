import Cases
import Intake
package import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 报告需要协作 · Whoever undertakes a case reports to the own centre that something has to be done elsewhere (程序规定 2012,
/// 28). Refuses a case that nobody works on, and nothing said.
package struct RequestCooperation: Action {
  package static let permission = Permission.requestCooperation
  private let aidCase: CaseID
  private let other: String
  private let item: CooperationItem
  private let content: String

  package init(_ aidCase: CaseID, other: String, item: CooperationItem, content: String) {
    self.aidCase = aidCase
    self.other = other
    self.item = item
    self.content = content
  }

  package func perform(in context: ActionContext) throws -> CooperationID {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    guard found.state.isActive else { throw Self.notActive }
    guard !other.isEmpty, !content.isEmpty else { throw Refusal.cooperationContent }
    let id = try CooperationTable.insert(
      CooperationTold(other: other, item: item, cause: found.cause, content: content, begunOn: context.today),
      of: found.id, owner: found.owner, .drafted, in: context)
    try CaseTable.touch(found.id, in: context)
    context.record(
      "cooperation.requested", .cooperation(id), also: [found.subject], rules: .inForce(on: context.today),
      basis: [.p12("28")], facts: ["item": .text(item.rawValue)])
    return id
  }

  private static let notActive = Refusal(
    "cooperation.case", Text("案件没有在办理，不能报告协作。", "Nobody is working on the case: nothing can be asked for it."))
}

/// 登记来函 · Registers what another centre asks for; the time to answer begins with the receipt.
package struct RegisterCooperation: Action {
  package static let permission = Permission.manageCooperation
  private let told: CooperationTold

  package init(_ told: CooperationTold) { self.told = told }

  package func perform(in context: ActionContext) throws -> CooperationID {
    guard !told.other.isEmpty, !told.content.isEmpty else { throw Refusal.cooperationContent }
    guard told.begunOn <= context.today else {
      throw Refusal(
        "cooperation.begunOn", Text("收函日期不能晚于今天，请核对。", "The day of receipt is not after today: check it."),
        field: "begunOn")
    }
    let centre = try AgencyTable.only(.centre, in: context.county, context.tx).id
    let id = try CooperationTable.insert(told, of: nil, owner: centre, .acknowledged, in: context)
    try context.start(CooperationRules.answer, on: .cooperation(id), owner: centre, from: told.begunOn)
    context.record(
      "cooperation.received", .cooperation(id), rules: .inForce(on: told.begunOn), basis: [.p12("28")],
      facts: ["item": .text(told.item.rawValue), "receivedOn": .day(told.begunOn)])
    return id
  }
}

extension Refusal {
  static let cooperationContent = Refusal(
    "cooperation.content", Text("请写明对方机构和协作的具体要求。", "Name the other centre and say what is to be done."),
    field: "content")
}
