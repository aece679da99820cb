import Intake
import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 更换和终止 · Changes of a case: its requests for another undertaker and its terminations, and what may be done about
/// them now.
struct CaseChanges: Sendable {
  let aidCase: AidCase
  let replacements: [Replacement]
  let terminations: [Termination]

  static func load(_ aidCase: AidCase, _ reader: any Reader) throws -> CaseChanges {
    CaseChanges(
      aidCase: aidCase, replacements: try ReplacementTable.of(aidCase.id, reader),
      terminations: try TerminationTable.of(aidCase.id, reader))
  }

  /// Whether the page of a step can be taken now.
  func isOpen(_ path: CasePaths, for principal: Principal) -> Bool {
    open(for: principal).contains { $0.1 == path }
  }

  /// The pages on which something can be done now, with the words of their buttons, what waits first.
  func open(for principal: Principal) -> [(Text, CasePaths)] {
    var pages: [(Text, CasePaths)] = []
    let waiting = replacements.last { $0.state.isOpen || $0.state == .granted }
    let steps = waiting.map { ReplacementLifecycle.table.allowed(from: $0.state, by: principal) } ?? []
    if steps.contains(.review) { pages.append((Text("审查更换申请", "Review the replacement"), .replacementReview)) }
    if steps.contains(.grant) { pages.append((Text("审批更换申请", "Decide the replacement"), .replacementDecision)) }
    if steps.contains(.handOver), aidCase.takesFiles {
      pages.append((Text("登记移交", "Record the handing over"), .handover))
    }
    let ending = terminations.last { !$0.state.isOver }
    let endings = ending.map { TerminationLifecycle.table.allowed(from: $0.state, by: principal) } ?? []
    if endings.contains(.decide) { pages.append((Text("审批终止", "Decide the termination"), .terminationDecision)) }
    if endings.contains(.receive), aidCase.unit != nil {
      pages.append((Text("登记收到终止公函", "Record the receipt of the termination"), .terminationReceipt))
    }
    if principal.holds(.requestReplacements), CaseLifecycle.working.contains(aidCase.state), steps.isEmpty,
      waiting?.state.isOpen != true
    {
      pages.append((Text("申请更换", "Ask for a replacement"), .replacement))
    }
    if principal.holds(.proposeTerminations), aidCase.state.isActive, ending == nil {
      pages.append((Text("提出终止", "Propose termination"), .termination))
    }
    return pages
  }

  /// What was asked, said and decided; nothing where nothing was asked.
  func html(in language: Language) -> HTML {
    let lines = (replacements.map { entry($0, language) } + terminations.map { entry($0, language) })
    if lines.isEmpty { return .empty }
    return sheet(Text("更换和终止", "Replacement and termination"), in: language, id: "changes") {
      for line in lines { facts(line, in: language) }
    }
  }

  private func entry(_ one: Replacement, _ language: Language) -> [Fact] {
    list(
      [
        (Text("更换事由", "Ground of the replacement"), one.ground.name[language]), (Text("理由", "Reason"), one.reason),
        (Text("原承办人员", "Old undertaker"), one.oldPersonName),
        (Text("申请（登记）", "Asked by"), "\(one.requestedBy) · \(Format.day(one.requestedOn, language))"),
        (Text("审查意见", "Review opinion"), one.reviewOpinion.map { "\($0) · \(one.reviewerName ?? "")" }),
        (
          Text("审批意见", "Decision"),
          one.outcome.map { outcome in
            Format.list([outcome.name[language], one.decisionOpinion ?? "", one.approverName ?? ""], language)
          }
        ),
        (Text("文号", "Number"), one.number),
        (Text("移交日期", "Handed over on"), one.handedOverOn.map { Format.day($0, language) }),
        (Text("状态", "State"), one.state.name[language]),
      ])
  }

  private func entry(_ one: Termination, _ language: Language) -> [Fact] {
    list(
      [
        (Text("终止事由", "Ground of the termination"), one.ground.name[language]), (Text("事实情况", "Facts"), one.facts),
        (Text("正当理由", "Good reason"), one.goodReason),
        (Text("提出人", "Proposed by"), "\(one.proposerName) · \(Format.day(one.proposedOn, language))"),
        (Text("审批意见", "Decision"), one.opinion.map { "\($0) · \(one.approverName ?? "")" }),
        (Text("文号", "Number"), one.number),
        (Text("承办方收到日期", "Received on"), one.receivedOn.map { Format.day($0, language) }),
        (Text("状态", "State"), one.state.name[language]),
      ])
  }

  private func list(_ lines: [(Text, String?)]) -> [Fact] {
    lines.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : Fact(name, $0) } }
  }
}

extension AssignmentRecord {
  func whyEnded(_ language: Language) -> String {
    let because = endedBecause.flatMap { AssignmentReturn(rawValue: $0) }
    let name = because?.name ?? endedBecause.map { _ in Text("更换承办人员", "Undertaker replaced") }
    return [name?[language], endedReason].compactMap(\.self).joined(separator: " · ")
  }
}
