import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 逐份用印页 · Affixing by hand: the papers that wait for this seal, each chosen by its keeper.
enum AffixingPage {
  static let title = Text("逐份用印", "Affix the seal by hand")

  static func routes(_ names: [String: Text], sealed: Set<String>) -> [Route] {
    Route.form(
      "/seals/{id}/affixing", .keepSeals, title,
      page: { request, state in try await page(request, state, names, sealed) },
      submit: { request in
        let seal = try SealPaths.seal(request)
        try await SecondFactor.confirm(request)
        try await request.run(
          AffixSeal(seal: seal, papers: request.fields.values("papers").compactMap { PaperID($0) }))
        return "/seals"
      })
  }

  private static func page(
    _ request: WebRequest, _ state: FormState, _ names: [String: Text], _ sealed: Set<String>
  ) async throws -> HTML {
    let (language, principal, id) = (request.language, try request.requirePrincipal(), try SealPaths.seal(request))
    let (seal, waiting, hasFactor) = try await request.services.database.read { reader in
      (
        try SealTable.one(id, in: principal.county, reader), try PaperTable.waiting(principal.county, reader),
        try principal.user.map { try SecondFactor.isEnrolled($0, reader) } ?? false
      )
    }
    let papers = waiting.filter {
      $0.agency == seal.agency && $0.approver != nil && $0.number != nil && sealed.contains($0.form)
    }
    return shell(try await request.frame(), title: title[language]) {
      SealPaths.head(title, seal, language)
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      if seal.keeper != principal.user {
        SealPaths.notKeeper(language)
      } else if papers.isEmpty {
        notice(Text("没有等待盖章的文书。", "No paper waits for the seal."), in: language)
      } else {
        sheet(in: language) {
          postForm(request.path, state.tokens(), in: language) {
            field(
              choice(papers, names), typed: state.values("papers"), errors: state.errors("papers"), in: language)
            if hasFactor { field(SecondFactor.field, errors: state.errors(SecondFactor.name), in: language) }
            submitButton(Text("盖章", "Affix the seal"), .main, in: language)
          }
        }
      }
    }
  }

  private static func choice(_ papers: [PaperRecord], _ names: [String: Text]) -> Field {
    Field(
      "papers", Text("等待盖章的文书", "Papers that wait"),
      .checkboxes(
        papers.map { paper in
          let (name, number) = (names[paper.form] ?? .same(paper.form), paper.number ?? "")
          return Choice(
            paper.id.description, Text("\(number) \(name.zh)", "\(number) \(name.en)"),
            hint: Text(
              "\(Format.day(paper.decidedOn, .zh))，审批人\(paper.approverName ?? "")",
              "\(Format.day(paper.decidedOn, .en)), approved by \(paper.approverName ?? "")"))
        }),
      hint: Text("文书已审批、已编号；每次用印都进用印登记。", "Each is approved and numbered; every use stands in the register."),
      basis: LegalBasis(.signatures, "13").name)
  }
}
