import Intake
package import Kernel
import Localization
import Registry
import Storage

/// 报告重大疑难案件 · Reports a major or difficult case to the centre at once, with F14 (程序规定 2012, 29). Refuses a case that
/// is not being handled, and a second report while the first is unanswered.
package struct ReportMajorCase: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  package let ground: MajorCaseGround
  package let content: String

  package init(aidCase: CaseID, ground: MajorCaseGround, content: String) {
    self.aidCase = aidCase
    self.ground = ground
    self.content = content
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    guard Self.isOpen(found) else { throw Self.notNow }
    guard try MajorCaseTable.of(found.id, context.tx).allSatisfy({ $0.answeredOn != nil }) else { throw Self.open }
    try MajorCaseTable.insert(found.id, ground, content, in: context)
    let centre = try AgencyTable.of(found.owner, in: context.county, context.tx).name
    try ProgressRecord(context: context, aidCase: found).reported(ground, content, to: centre)
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    let rules = RuleSet.inForce(on: context.today)
    context.record(
      "case.majorReported", found.subject, rules: rules, basis: ground.grounds.basis(rules),
      facts: ["ground": .text(ground.rawValue)])
    return Done()
  }

  static func isOpen(_ found: AidCase) -> Bool { [.assignedToPerson, .engaged, .inProgress].contains(found.state) }

  private static let notNow = Refusal(
    "majorCase.notNow", Text("案件正在承办时才能报告。", "A case is reported while it is being handled."))
  private static let open = Refusal(
    "majorCase.open",
    Text("上一次报告还没有答复，请等待中心答复。", "The last report is not answered yet: wait for the centre."))
}

/// 答复重大疑难案件报告 · Answers the report: what the centre advises or arranges.
package struct AnswerMajorCase: Action {
  package static let permission = Permission.answerMajorCases
  package let aidCase: CaseID
  package let answer: String

  package init(aidCase: CaseID, answer: String) {
    self.aidCase = aidCase
    self.answer = answer
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try CaseTable.one(aidCase, for: context.principal, context.tx)
    try context.requireVersion(found.version)
    guard let report = try MajorCaseTable.of(found.id, context.tx).last(where: { $0.answeredOn == nil }) else {
      throw Refusal(
        "majorCase.none", Text("没有待答复的报告。", "There is no report to answer."))
    }
    try MajorCaseTable.answer(report.id, answer, in: context)
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record("case.majorAnswered", found.subject)
    return Done()
  }
}
