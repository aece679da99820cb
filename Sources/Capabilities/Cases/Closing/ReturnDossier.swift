import Intake
package import Kernel
import Localization
import Papers
import Storage
import WorkCalendar

/// 退回卷宗 · Sends the dossier back with one slip that lists everything that is wrong with it at once (一次列明). What no
/// earlier slip of the case named may be added later only with the supervisor's written reason.
package struct ReturnDossier: Action {
  package static let permission = Permission.checkDossiers
  package let aidCase: CaseID
  /// Codes of the items that are missing, unsigned or wrong.
  package let items: [String]
  package let reason: String
  /// What is wrong with one item, where the common reason does not say it.
  package let itemReasons: [String: String]
  /// 增列理由 · Why an item is named only now.
  package let addedBecause: String

  package init(
    aidCase: CaseID, items: [String], reason: String, itemReasons: [String: String] = [:], addedBecause: String = ""
  ) {
    self.aidCase = aidCase
    self.items = items
    self.reason = reason
    self.itemReasons = itemReasons
    self.addedBecause = addedBecause
  }

  package func perform(in context: ActionContext) throws -> Done {
    let (found, next) = try context.aidCase(aidCase, .returnDossier)
    try context.requireIndependence(of: found)
    let listed = found.checklist.filter { items.contains($0.code) }
    guard Set(listed.map(\.code)) == Set(items) else { throw Refusal.unknownItem.at("items") }
    let earlier = try ReturnSlipTable.of(found.id, context.tx)
    let added = earlier.isEmpty ? [] : listed.filter { item in !earlier.names(item.code) }
    try Refusals.check(refusals(listed, added: added))
    try CaseTable.update(found.id, set: "state = \(next)", in: context)
    try HandlingRecordTable.insert(.dossierReturn, on: context.today, reason, of: found.id, in: context)
    try ReturnSlipTable.insert(
      listed.map { ReturnSlip.Line(item: $0.code, reason: itemReasons[$0.code] ?? "") }, reason,
      addedBecause: added.isEmpty ? nil : addedBecause, of: found.id, in: context)
    try decideSlip(found, listed, added: added, context)
    try context.stop(CasesLimits.examination, on: found.subject)
    context.record(
      "case.dossierReturned", found.subject,
      facts: [
        "items": .list(listed.map { .text($0.code) }), "added": .list(added.map { .text($0.code) }),
        "slip": .number(Int64(earlier.count + 1)),
      ])
    return Done()
  }

  private func refusals(_ listed: [DossierItem], added: [DossierItem]) -> [Refusal] {
    var found: [Refusal] = []
    if listed.isEmpty {
      found.append(
        Refusal(
          "dossier.items", Text("请勾选需要补正的材料，一次列明。", "Tick every item to be mended: all at once."), field: "items"))
    }
    if reason.isEmpty {
      found.append(
        Refusal("dossier.reason", Text("请写明退回的理由。", "Say why the dossier is returned."), field: "reason"))
    }
    if !added.isEmpty, addedBecause.isEmpty {
      found.append(
        Refusal(
          "dossier.added",
          .each { language in
            let names = Format.list(added.map { $0.name[language] }, language)
            return language == .zh
              ? "以前的退回通知单没有列出：\(names)。现在增列的，请写明理由。"
              : "No earlier slip named: \(names). Give the reason for adding it now."
          }, field: "addedBecause"))
    }
    return found
  }

  private func decideSlip(
    _ found: AidCase, _ listed: [DossierItem], added: [DossierItem], _ context: ActionContext
  ) throws {
    let rules = RuleSet.inForce(on: context.today)
    guard let form = CasesForms.form("RETURN", formSet: rules.formSet) else { throw Refusal.notFound }
    let lines = listed.enumerated().map { index, item in
      let why = itemReasons[item.code].flatMap { $0.isEmpty ? nil : "：\($0)" } ?? ""
      return "\(index + 1). \(item.name.zh)\(why)\(added.contains(item) ? "（增列）" : "")"
    }
    try context.decide(
      form, number: nil,
      fields: [
        "caseNumber": found.number, "recipient": found.nameOnPapers, "cause": found.cause,
        "unit": found.unitName ?? "", "undertaker": found.undertakerNames,
        "items": lines.joined(separator: "\n"), "reason": reason,
        "addedBecause": added.isEmpty ? "无" : addedBecause,
        "supervisor": context.principal.name,
      ], about: found.subject, issuer: found.owner, rules: rules)
  }
}

extension [ReturnSlip] {
  fileprivate func names(_ item: String) -> Bool { contains { $0.lines.contains { $0.item == item } } }
}
