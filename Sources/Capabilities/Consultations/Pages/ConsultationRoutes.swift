import Kernel
import Localization
import Markup
import Papers
import Registry
import Storage
import Web

/// 咨询路由 · The routes of consultations.
enum ConsultationRoutes {
  static func all(_ panels: [PanelSource]) -> [Route] {
    [list, page(panels), known(panels), closing] + record(panels) + handling + drafting
  }

  private static let list = Route.list(
    PathPattern(ConsultationPaths.list), .viewConsultation, Text("咨询列表", "Consultations")
  ) { request in
    let principal = try request.requirePrincipal()
    let filter = ConsultationList.Filter(request)
    let query = ListQuery(request, sorts: ["newest"], filters: ConsultationList.Filter.names)
    let keys = request.services.keys
    let list = try await request.services.database.read {
      try ConsultationList.load(filter, query, for: principal, keys, $0)
    }
    return ConsultationListPage.list(request, list, filter, query)
  }

  private static func page(_ panels: [PanelSource]) -> Route {
    .page(PathPattern(ConsultationPaths.list + "/{id}"), .viewConsultation, Text("咨询", "Consultation")) { request in
      ConsultationPage.html(
        request, try await ConsultationView.load(request, panels), try await request.frame())
    }
  }

  private static func known(_ panels: [PanelSource]) -> Route {
    .fragment(
      PathPattern(ConsultationPaths.known), method: .post, .recordConsultation,
      Text("此人以前的咨询和申请", "Earlier consultations and applications")
    ) { request in
      KnownPerson.html(try await KnownPerson.load(request, panels), request.language)
    }
  }

  private static func record(_ panels: [PanelSource]) -> [Route] {
    Route.form(
      PathPattern(ConsultationPaths.new), .recordConsultation, Text("登记咨询", "Record a consultation"),
      page: { request, state in
        let words = try await words(request)
        let known = try await KnownPerson.load(request, panels)
        return NewConsultationPage.html(request, state, words, known, try await request.frame())
      },
      submit: { request in
        let townships = try await words(request).townships
        return ConsultationPaths.page(
          try await request.run(ConsultationReading.record(request, townships: townships)))
      })
  }

  private static func words(_ request: WebRequest) async throws -> OfficeWords {
    let county = try request.requirePrincipal().county
    return try await request.services.database.read { try OfficeWords.of(county, $0) }
  }

  private static let handling = Route.form(
    PathPattern(ConsultationPaths.list + "/{id}/handling"), .recordConsultation,
    Text("答复咨询", "Answer the consultation"),
    page: { HandlingPage.html($0, $1, try await ConsultationView.load($0, []), try await $0.frame()) },
    submit: { request in
      let id: ConsultationID = try request.id()
      _ = try await request.run(HandleConsultation(id, request.read { ConsultationReading.outcome(&$0) }))
      return ConsultationPaths.page(id)
    })

  private static let closing = Route.post(
    PathPattern(ConsultationPaths.list + "/{id}/closing"), .recordConsultation,
    Text("办结咨询", "Close the consultation")
  ) { request in
    let id: ConsultationID = try request.id()
    _ = try await request.run(CloseConsultation(id))
    return ConsultationPaths.page(id)
  }

  private static let drafting = Route.form(
    PathPattern(ConsultationPaths.list + "/{id}/drafting"), .recordConsultation,
    Text("登记代拟文书", "Record a drafted document"),
    page: { DraftingPage.html($0, $1, try await ConsultationView.load($0, []), try await $0.frame()) },
    submit: { request in
      let id: ConsultationID = try request.id()
      let (kind, title, day, upload) = try request.read { form in
        (
          form.requiredChoice("kind", ConsultationFields.draftKind.label, DraftKind.self),
          form.requiredText("title", ConsultationFields.draftTitle.label, max: 100),
          form.requiredDay("draftedOn", ConsultationFields.draftedOn.label),
          form.file("file", ConsultationFields.draftFile.label)
        )
      }
      var file: StoredUpload?
      if let upload { file = try await store(upload, in: request.services) }
      _ = try await request.run(RecordDrafting(id, kind, title: title, on: day, file: file))
      return ConsultationPaths.page(id)
    })
}
