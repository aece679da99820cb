import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 此人以前的记录 · What the office already knows of who asks, by identity number or phone: consultations, and what others hang
/// on a person's page. Answered anew while one types.
struct KnownPerson: Sendable {
  static let id = "known"

  let consultations: [Consultation]
  let panels: [Panel]

  static func load(_ request: WebRequest, _ panels: [PanelSource]) async throws -> KnownPerson {
    let principal = try request.requirePrincipal()
    let (identity, phone) = (request.fields["identityNumber"], request.fields["phone"])
    let keys = request.services.keys
    return try await request.services.database.read {
      try find(identity, phone, principal, keys, panels, $0)
    }
  }

  static func find(
    _ identity: String, _ phone: String, but id: ConsultationID? = nil, _ principal: Principal, _ keys: KeyRing,
    _ panels: [PanelSource], _ reader: any Reader
  ) throws -> KnownPerson {
    let people = try PersonTable.known(
      identityNumber: identity, phone: phone, in: principal.county, keys, reader)
    let sources = panels.filter { $0.on == "person" && principal.holds($0.permission) }
    return KnownPerson(
      consultations: try ConsultationTable.earlier(
        identityNumber: identity, phone: phone, but: id, for: principal, keys, reader),
      panels: try people.flatMap { person in
        try sources.compactMap { try $0.load(reader, principal, .person(person)) }
      })
  }

  var isEmpty: Bool { consultations.isEmpty && panels.isEmpty }

  static func html(_ known: KnownPerson, _ language: Language) -> HTML {
    div(.id(id)) {
      if known.isEmpty {
        notice(
          Text(
            "填写证件号码或者电话后，这里显示此人以前的咨询和申请。",
            "With an identity number or a phone, earlier consultations and applications appear here."),
          .plain, in: language)
      }
      sheets(known, language)
    }
  }

  static func sheets(_ known: KnownPerson, _ language: Language) -> HTML {
    .fragment {
      if !known.consultations.isEmpty {
        sheet(Text("以前的咨询", "Earlier consultations"), in: language) {
          ul(.class("bare")) {
            for one in known.consultations {
              li {
                a(.href(ConsultationPaths.page(one.id))) { one.cause }
                " "
                span(.class("soft small")) {
                  "\(Format.day(one.servedAt.day, language)) \(one.state.name[language])"
                }
              }
            }
          }
        }
      }
      for panel in known.panels { panelSheet(panel, in: language) }
    }
  }
}
