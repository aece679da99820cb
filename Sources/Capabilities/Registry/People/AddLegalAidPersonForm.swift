import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 登记法律援助人员表单 · Adds a lawyer, grassroots worker or centre staff to a unit, with the account he signs in with.
enum AddLegalAidPersonForm {
  static let title = Text("登记法律援助人员", "Add a legal aid person")

  /// The form with the name, the unit and the account of that user in it.
  static func path(for user: UserID) -> String { "/legal-aid-persons/new?user=\(user)" }

  static func routes() -> [Route] {
    Route.form(
      "/legal-aid-persons/new", .manageAgencies, title,
      page: { request, state in
        let (language, county) = (request.language, try request.requirePrincipal().county)
        let (units, users, known) = try await request.services.database.read { reader in
          let (units, users) = try offered(county, reader)
          return (units, users, try prefilled(request, users, reader))
        }
        return shell(try await request.frame(), title: title[language]) {
          pageHead(title[language])
          if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
          sheet(in: language) {
            postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
              for one in [name, kind, unit(units), user(users), licence, first, validTo] {
                field(one, state.value(one.name, or: known[one.name]), errors: state.errors(one.name), in: language)
              }
              field(
                specialties, typed: state.values("specialties"), errors: state.errors("specialties"), in: language)
              submitButton(title, .main, in: language)
            }
          }
        }
      },
      submit: { request in
        let county = try request.requirePrincipal().county
        let (units, users) = try await request.services.database.read { try offered(county, $0) }
        let action = try request.read { form in
          AddLegalAidPerson(
            name: form.requiredText("name", name.label, max: 40),
            kind: form.requiredChoice("kind", kind.label),
            unit: form.requiredID("unit", Text("单位", "Unit"), among: units.map(\.id)),
            user: form.id("user", Text("账号", "Login"), among: users.map(\.id)),
            licenceNumber: form.text("licenceNumber", licence.label, max: 40),
            firstLicensedOn: form.day("firstLicensedOn", first.label, notAfter: request.today),
            licenceValidTo: form.day("licenceValidTo", validTo.label),
            specialties: form.choices("specialties", specialties.label, Specialty.self).map(\.rawValue))
        }
        try await request.run(action)
        return "/legal-aid-persons"
      })
  }

  private static let name = Field("name", Text("姓名", "Name"))
  private static let kind = Field(
    "kind", Text("类别", "Kind"), .select(UndertakerKind.allCases.map { Choice($0.rawValue, $0.name) }))
  private static let licence = Field("licenceNumber", Text("执业证号", "Licence number"), required: false)
  private static let first = Field("firstLicensedOn", Text("首次执业日期", "First licensed"), .date, required: false)
  private static let validTo = Field(
    "licenceValidTo", Text("执业证有效期至", "Licence valid to"), .date,
    hint: Text("过期后不能再指派。", "After that day nothing is assigned."), required: false)
  private static let specialties = Field(
    "specialties", Text("专长", "Specialties"), .checkboxes(Specialty.allCases.map { Choice($0.rawValue, $0.name) }),
    required: false)

  /// What the user's account tells of him already.
  private static func prefilled(
    _ request: WebRequest, _ users: [User], _ reader: any Reader
  ) throws -> [String: String] {
    guard let user = users.first(where: { $0.id.description == request.query["user"] }) else { return [:] }
    let unit = try UserTable.grants(user.id, on: request.today, reader).first { $0.role == .undertaker }?.agency
    return ["name": user.name, "user": user.id.description].merging(
      unit.map { ["unit": $0.description] } ?? [:], uniquingKeysWith: { first, _ in first })
  }

  private static func offered(_ county: CountyID, _ reader: any Reader) throws -> ([Agency], [User]) {
    let units = try AgencyTable.all(county, reader).filter {
      [.lawFirm, .grassrootsOffice, .centre].contains($0.kind) && $0.isActive
    }
    return (units, try UserTable.all(county, reader))
  }

  private static func unit(_ units: [Agency]) -> Field {
    Field("unit", Text("单位", "Unit"), .select(units.map { Choice($0.id.description, .same($0.name)) }))
  }

  private static func user(_ users: [User]) -> Field {
    Field(
      "user", Text("账号", "Login"),
      .select(users.map { Choice($0.id.description, .same("\($0.login) \($0.name)")) }),
      hint: Text("本人登录办案所用的账号。", "The account this person signs in with."), required: false)
  }
}
