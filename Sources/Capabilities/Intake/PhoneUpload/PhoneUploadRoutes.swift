import Kernel
import Localization
import Markup
import Papers
import Registry
import Storage
import Web
import WorkCalendar

/// 手机上传路由 · The routes of papers by telephone: the code for the clerk, the page for whoever scans it.
enum PhoneUploadRoutes {
  static let all: [Route] =
    [.page(PhoneUploadPages.pattern, .registerApplication, PhoneUploadPages.title) { try await code($0) }]
    + Route.form(
      PhoneUploadPages.ticketPattern, nil, PhoneUploadPages.title,
      page: { request, state in
        try await phone(request, state)
      },
      submit: { try await take($0) })

  private static func code(_ request: WebRequest) async throws -> HTML {
    let (view, principal) = (try await ApplicationView.load(request), try request.requirePrincipal())
    guard view.application.state.takesMaterials, let user = principal.user, let agency = principal.agency else {
      throw Refusal.notFound
    }
    let until = request.services.clock.now().adding(minutes: UploadTicket.minutes)
    let ticket = UploadTicket(.application(view.application.id), by: user, at: agency, until: until)
    return try PhoneUploadPages.clerk(request, view, ticket, try await request.frame())
  }

  private static func phone(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let ticket = try ticket(request)
    return PhoneUploadPages.phone(
      request, state, ticket, try await refusal(ticket, request), try await request.frame())
  }

  /// Why nothing can be sent any more; nil while it can.
  private static func refusal(_ ticket: UploadTicket, _ request: WebRequest) async throws -> Refusal? {
    if ticket.isOver(at: request.services.clock.now()) { return PhoneUploadPages.over }
    guard case .draft(let id) = ticket.target else { return nil }
    let isThere = try await request.services.database.read { try DraftTable.exists(id, of: ticket.user, $0) }
    return isThere ? nil : SendToDraft.gone
  }

  private static func take(_ request: WebRequest) async throws -> String {
    let (ticket, services) = (try ticket(request), request.services)
    guard !ticket.isOver(at: services.clock.now()) else { throw PhoneUploadPages.over }
    let items = CounterMaterials.items(.inForce(on: request.today))
    let (code, uploads) = try request.read { form in
      let code = form.requiredChoice("kind", PhoneUploadPages.kindLabel, among: items.map(\.code))
      let uploads = form.files("files", PhoneUploadPages.files.label)
      if uploads.isEmpty, !form.refusals.contains(where: { $0.field == "files" }) {
        _ = form.requiredFile("files", PhoneUploadPages.files.label)
      }
      return (code, uploads)
    }
    guard let item = items.first(where: { $0.code == code }) else { throw Refusal.notFound }
    let maker = try await ticket.maker(services)
    var files: [StoredUpload] = []
    for upload in uploads { files.append(try await store(upload, in: services)) }
    let runner = ActionRunner(services)
    switch ticket.target {
    case .application(let id):
      let materials = files.map { MaterialHandedIn(code: code, name: item.name.zh, file: $0) }
      try await runner.run(HandInMaterials(id, materials, byPhone: true), as: maker, request.submission)
    case .draft(let id):
      let kept = files.map { KeptUpload(code: code, file: $0) }
      try await runner.run(SendToDraft(id, kept), as: maker, request.submission)
    }
    return "/phone-upload/\(ticket.written(services.keys))?received=\(files.count)"
  }

  private static func ticket(_ request: WebRequest) throws -> UploadTicket {
    guard let ticket = UploadTicket(request.value("ticket"), request.services.keys) else { throw Refusal.notFound }
    return ticket
  }
}
