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
        PhoneUploadPages.phone(request, state, try ticket(request), try await request.frame())
      },
      submit: { try await take($0) })

  private static func code(_ request: WebRequest) async throws -> HTML {
    let (view, principal) = (try await ApplicationView.load(request), try request.requirePrincipal())
    guard view.application.state.takesMaterials, let user = principal.user, let agency = principal.agency else {
      throw Refusal.notFound
    }
    let until = request.services.clock.now().adding(minutes: UploadTicket.minutes)
    let ticket = UploadTicket(view.application.id, by: user, at: agency, until: until)
    return try PhoneUploadPages.clerk(request, view, ticket, try await request.frame())
  }

  private static func take(_ request: WebRequest) async throws -> String {
    let (ticket, services) = (try ticket(request), request.services)
    guard !ticket.isOver(at: services.clock.now()) else { throw PhoneUploadPages.over }
    let items = CounterMaterials.items(.inForce(on: request.today))
    let (code, uploads) = try request.read { form in
      let code = form.requiredChoice("kind", PhoneUploadPages.kindLabel, among: items.map(\.code))
      let uploads = form.files("files", PhoneUploadPages.files.label)
      if uploads.isEmpty, form.refusals.isEmpty { _ = form.requiredFile("files", PhoneUploadPages.files.label) }
      return (code, uploads)
    }
    guard let item = items.first(where: { $0.code == code }) else { throw Refusal.notFound }
    var materials: [MaterialHandedIn] = []
    for upload in uploads {
      let file = try await store(upload, in: services)
      materials.append(MaterialHandedIn(code: code, name: item.name.zh, file: file))
    }
    let action = HandInMaterials(ticket.application, materials, byPhone: true)
    try await ActionRunner(services).run(action, as: ticket.maker(services), request.submission)
    return "/phone-upload/\(ticket.written(services.keys))?received=\(materials.count)"
  }

  private static func ticket(_ request: WebRequest) throws -> UploadTicket {
    guard let ticket = UploadTicket(request.value("ticket"), request.services.keys) else { throw Refusal.notFound }
    return ticket
  }
}
