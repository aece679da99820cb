import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 安排承办人员页 · The firm's manager chooses among the firm's own people.
enum UndertakerPage {
  struct Known: Sendable {
    let candidates: [Candidate]
    let organs: OrganField.Known
  }

  static let page = StepPage(
    path: .undertaker, permission: .nameUndertakers, title: Text("安排承办人员", "Name the undertaker"),
    effect: Text(
      "安排后将制作法律援助公函（盖章），承办人员须在期限内告知受援人并签订协议。",
      "This makes the sealed letter to the organ; the person then tells the recipient and signs the agreement in time."
    ),
    load: { found, services, reader in
      Known(
        candidates: try Candidates.of(found, on: services.clock.today, reader).filter {
          $0.person.unit == found.unit
        },
        organs: try OrganField.Known(found.county, reader))
    },
    content: { found, known, form in
      .fragment {
        form.many(personField(known.candidates))
        form(OrganField.field(found, known.organs), or: known.organs.proposed(found))
        form.submit(Text("安排", "Name"))
      }
    },
    send: { id, request in
      let action = try request.read { form in
        NameUndertaker(
          aidCase: id, person: form.requiredID("person", personLabel),
          organ: form.text("organ", OrganField.label, max: 100))
      }
      try await request.run(action)
    })

  private static let personLabel = Text("承办人员", "Undertaker")

  private static func personField(_ candidates: [Candidate]) -> Field {
    Field(
      "person", personLabel,
      .radios(
        candidates.map { candidate in
          Choice(
            candidate.person.id.description, .same(candidate.person.name),
            hint: .each { language in Format.list(candidate.reasons.map { $0[language] }, language) },
            excludedBecause: candidate.blocks.explanation)
        }))
  }
}
