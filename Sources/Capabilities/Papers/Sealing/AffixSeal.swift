package import Kernel
import Localization
package import Storage

/// 逐份用印 · Affixes the seal by hand to papers that wait: the keeper looks at each, without a standing authorisation for
/// its form. Each needs to be approved and numbered as ever (电子签名法 13); every use stands in the register.
package struct AffixSeal: Action {
  package static let permission = Permission.keepSeals
  package let seal: UUIDv7
  package let papers: [PaperID]

  package init(seal: UUIDv7, papers: [PaperID]) {
    self.seal = seal
    self.papers = papers
  }

  package func perform(in context: ActionContext) throws -> Done {
    let seal = try context.ownSeal(seal)
    guard !papers.isEmpty else {
      throw Refusal("seal.papers", Text("请至少选择一份文书。", "Choose at least one paper."), field: "papers")
    }
    guard context.today >= seal.validFrom, context.today <= seal.validTo else {
      throw Refusal(
        "seal.period", Text("印章已经过了有效期，请登记新的印章。", "The seal's validity has ended: register a new one."),
        field: "papers")
    }
    for id in papers { try permit(try PaperTable.one(id, in: context.county, context.tx), seal, context) }
    try context.retryJobs(FinishPaper.kind)
    context.record(
      "seal.affixed", Subject("seal", seal.id), also: papers.map(Subject.paper),
      facts: ["papers": .list(papers.map { .id($0) })])
    return Done()
  }

  /// An authorisation for one paper and one day.
  private func permit(_ paper: PaperRecord, _ seal: SealRecord, _ context: ActionContext) throws {
    guard paper.state == .decided, paper.agency == seal.agency, paper.approver != nil, paper.number != nil,
      try paper.facts(context.keys).isSealed
    else {
      throw Refusal(
        "seal.notWaiting",
        Text(
          "所选文书已经盖章，或者还没有审批、编号。请刷新页面后重新选择。",
          "A chosen paper is sealed already, or not approved and numbered: load the page again and choose anew."),
        field: "papers", basis: [LegalBasis(.signatures, "13")])
    }
    try context.tx.run(
      """
      INSERT INTO seal_authorisation (id, county, seal, forms, from_on, to_on, opened_by, paper, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(seal.id), \(paper.form), \(context.today), \(context.today),
        \(context.principal.name), \(paper.id), \(context.eventNumber))
      """)
  }
}
