import Intake
import Kernel
import Localization
import Registry
import Storage

/// 群体性案件立案 · Opens a group case: everybody on the application's list becomes its recipient, and from a number of people
/// on it is reported to the head of the centre as a group incident, at once (程序规定 2012, 29, from memory).
enum OpenGroupCase {
  static func open(_ id: CaseID, of application: Application, in context: ActionContext) throws {
    guard application.isGroup else { return }
    let members = try GroupMemberTable.of(application.id, for: .system(context.county), context.tx)
    try CaseRecipientTable.insert(
      [(application.applicant, application.wholeName)] + members.map { ($0.person, $0.nameOnPapers) }, of: id,
      in: context)
    let rules = try GroupRules.of(context.county, context.tx)
    guard application.groupSize >= rules.alertFrom else { return }
    try MajorCaseTable.insert(
      id, .group,
      "\(application.groupSize)名申请人共同申请，对方当事人：\(application.opposing)。立案时自动报告。", in: context)
  }
}
