import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 安排共同承办人员页 · The second undertaker of a case, from its own unit.
enum CoUndertakerPage {
  static let page = StepPage(
    path: .coUndertaker, permission: .nameCoUndertakers, title: Text("安排共同承办人员", "Name a second undertaker"),
    effect: Text(
      "两人共同承办一个案件，共用一本卷宗，由承办人员负责提交。", "Both undertake one case with one dossier, which its undertaker hands in."),
    load: { found, services, reader in
      try Candidates.of(found, on: services.clock.today, reader).filter {
        $0.person.unit == found.unit && $0.person.id != found.undertaker
      }
    },
    content: { found, candidates, form in
      .fragment {
        form(field(candidates), or: found.coUndertaker?.description ?? none)
        form.submit(Text("确定", "Confirm"))
      }
    },
    send: { id, request in
      let action = try request.read { form in
        let chosen = form.requiredText("person", label, max: 40)
        return NameCoUndertaker(
          aidCase: id, person: chosen == none ? nil : form.requiredID("person", label))
      }
      try await request.run(action)
    }, isOpen: { found, _, _ in NameCoUndertaker.isOpen(found) })

  private static let none = "none"
  private static let label = Text("共同承办人员", "Second undertaker")

  private static func field(_ candidates: [Candidate]) -> Field {
    Field(
      "person", label,
      .radios(
        [Choice(none, Text("不安排", "Nobody"))]
          + candidates.map { candidate in
            Choice(
              candidate.person.id.description, .same(candidate.person.name),
              hint: .each { language in Format.list(candidate.reasons.map { $0[language] }, language) },
              excludedBecause: candidate.blocks.explanation)
          }))
  }
}
