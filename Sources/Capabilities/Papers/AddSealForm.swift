import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 登记印章表单 · Registers the seal of an agency under its keeper; key and certificate are made at once.
enum AddSealForm {
  static let title = Text("登记印章", "Register a seal")

  static func routes() -> [Route] {
    Route.form(
      "/seals/new", .addSeals, title,
      page: { request, state in
        let (language, county, day) = (request.language, try request.requirePrincipal().county, request.today)
        let (agencies, people) = try await request.services.database.read { reader in
          (try ownersIn(county, reader), try keepersOf(county, day, reader))
        }
        return shell(try await request.frame(), title: title[language]) {
          pageHead(title[language])
          if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
          sheet(in: language) {
            postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
              for one in [agency(agencies), name, keeper(people)] {
                field(one, state.value(one.name), errors: state.errors(one.name), in: language)
              }
              field(
                validTo, state.value("validTo", or: day.adding(months: 36).description),
                errors: state.errors("validTo"), in: language)
              submitButton(title, .main, in: language)
            }
          }
        }
      },
      submit: { request in
        let (principal, today) = (try request.requirePrincipal(), request.today)
        let (owners, people) = try await request.services.database.read { reader in
          (try ownersIn(principal.county, reader), try keepersOf(principal.county, today, reader))
        }
        let told = try request.read { form in
          (
            agency: form.requiredID("agency", Text("机构", "Agency"), among: owners.map(\.id)),
            name: form.requiredText("name", name.label, max: 40),
            keeper: form.requiredID("keeper", Text("保管人", "Keeper"), among: people.map(\.id)),
            validTo: form.requiredDay("validTo", validTo.label)
          )
        }
        guard told.validTo > request.today else {
          throw Refusal(
            "seal.validTo", Text("有效期应当晚于今天。", "The seal is to be valid beyond today."), field: "validTo")
        }
        guard let agency = owners.first(where: { $0.id == told.agency }) else { throw Refusal.notFound }
        try await AddSeal.run(
          agency: agency.id, agencyName: agency.name, county: principal.county, name: told.name,
          keeper: told.keeper, from: request.today, to: told.validTo, as: principal, request.runner)
        return "/first-steps"
      })
  }

  private static let name = Field(
    "name", Text("印章名称", "Name of the seal"), hint: Text("例如：法律援助专用章。", "Such as 法律援助专用章."))
  private static let validTo = Field("validTo", Text("有效期至", "Valid to"), .date)

  private static func agency(_ owners: [Agency]) -> Field {
    Field("agency", Text("机构", "Agency"), .select(owners.map { Choice($0.id.description, .same($0.name)) }))
  }

  private static func keeper(_ users: [User]) -> Field {
    Field(
      "keeper", Text("保管人", "Keeper"), .select(users.map { Choice($0.id.description, .same($0.name)) }),
      hint: Text("持有印章管理岗位的人；审批人不得保管印章。", "Who holds the seal keeper’s role; who approves may not keep the seal."),
      basis: LegalBasis(.signatures, "13").name)
  }

  private static func ownersIn(_ county: CountyID, _ reader: any Reader) throws -> [Agency] {
    try AgencyTable.all(county, reader).filter { $0.kind == .centre || $0.kind == .bureau }
  }

  private static func keepersOf(_ county: CountyID, _ day: Day, _ reader: any Reader) throws -> [User] {
    let grants = try UserTable.grants(of: county, on: day, reader)
    return try UserTable.all(county, reader).filter { grants[$0.id]?.contains { $0.role == .sealKeeper } ?? false }
  }
}
