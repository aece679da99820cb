import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 法律援助人员页 · One legal aid person: licence, specialties, languages, leave.
struct LegalAidPersonPage {
  let person: LegalAidPerson
  let leaves: [Leave]

  static func load(_ request: WebRequest) async throws -> LegalAidPersonPage {
    let county = try request.requirePrincipal().county
    let id: LegalAidPersonID = try request.id()
    return try await request.services.database.read { reader in
      LegalAidPersonPage(
        person: try LegalAidPersonTable.one(id, in: county, reader),
        leaves: try LeaveTable.of(id, in: county, reader))
    }
  }

  @RouteBuilder static func routes() -> [Route] {
    Route.page("/legal-aid-persons/{id}", .viewAgencies, Text("法律援助人员", "Legal aid person")) { request in
      let page = try await load(request)
      return shell(try await request.frame(), title: page.person.name) { page.body(request) }
    }
    EditLegalAidPersonForm.routes()
    LeaveForm.routes()
    button("/legal-aid-persons/{id}/closing", Text("停用法律援助人员", "Take off the list"), isActive: false)
    button("/legal-aid-persons/{id}/opening", Text("恢复法律援助人员", "Put back on the list"), isActive: true)
  }

  private static func button(_ path: PathPattern, _ title: Text, isActive: Bool) -> Route {
    .post(path, .manageAgencies, title) { request in
      let id: LegalAidPersonID = try request.id()
      try await request.run(SetLegalAidPersonActive(id, isActive))
      return "/legal-aid-persons/\(id)"
    }
  }

  func body(_ request: WebRequest) -> HTML {
    let (language, path) = (request.language, "/legal-aid-persons/\(person.id)")
    let isManaged = request.principal?.holds(.manageAgencies) ?? false
    return .fragment {
      pageHead(
        person.name,
        crumbs: breadcrumbs(
          [Crumb(AgenciesPage.title[language], path: "/legal-aid-persons"), Crumb(person.name)], in: language),
        lead: .text("\(person.unitName) · \(person.kind.name[language])"),
        actions: isManaged
          ? [linkButton(EditLegalAidPersonForm.title, to: path + "/details", .main, in: language)] : [])
      sheet(in: language) {
        facts(known(language), in: language)
        if isManaged {
          actionForm(
            path + (person.isActive ? "/closing" : "/opening"), request.tokens(),
            person.isActive ? Text("停用", "Take off the list") : Text("恢复", "Put back on the list"), in: language)
        }
      }
      sheet(Text("离岗", "Leave"), in: language, flush: true) {
        dataTable(
          DataTable(
            Text("离岗", "Leave"), columns: [Column(Text("开始", "From")), Column(Text("结束", "Until"))],
            rows: leaves.map { leave in
              TableRow([
                numeral(Format.day(leave.days.lowerBound, language)),
                numeral(Format.day(leave.days.upperBound, language)),
              ])
            },
            empty: Text("没有登记离岗。离岗期间不指派新案件。", "No leave. Nothing new is assigned during leave.")), in: language)
      }
      if isManaged { p { linkButton(LeaveForm.title, to: path + "/leave", in: language) } }
    }
  }

  private func known(_ language: Language) -> [Web.Fact] {
    func day(_ day: Day?) -> String { day.map { Format.day($0, language) } ?? "—" }
    func list(_ names: [String]) -> String { names.isEmpty ? "—" : Format.list(names, language) }
    return [
      Web.Fact(
        Text("状态", "State"),
        person.isActive
          ? tag(Text("在用", "Active")[language], .good) : tag(Text("停用", "Inactive")[language], .plain)),
      Web.Fact(Text("执业证号", "Licence number"), person.licenceNumber ?? "—"),
      Web.Fact(Text("首次执业", "First licensed"), day(person.firstLicensedOn)),
      Web.Fact(Text("执业证有效期至", "Licence valid to"), day(person.licenceValidTo)),
      Web.Fact(Text("从事刑事辩护起始日", "Criminal defence since"), day(person.criminalSince)),
      Web.Fact(
        Text("熟悉未成年人身心特点", "Knows minors"), person.juvenileEvidence.isEmpty ? "—" : person.juvenileEvidence),
      Web.Fact(Text("从法院、检察院离任", "Left a court or procuratorate"), day(person.judgeLeftOn)),
      Web.Fact(Text("不得担任辩护人的情形", "May not be a defender"), person.exclusion?.name[language] ?? "—"),
      Web.Fact(
        Text("专长", "Specialties"), list(person.specialties.map { Specialty(rawValue: $0)?.name[language] ?? $0 })),
      Web.Fact(
        Text("语言", "Languages"), list(person.languages.map { SpokenLanguage(rawValue: $0)?.name[language] ?? $0 })),
    ]
  }
}

/// 修改法律援助人员表单 · Edits a legal aid person.
enum EditLegalAidPersonForm {
  static let title = Text("修改资料", "Edit")
  private static let name = Field("name", Text("姓名", "Name"))
  private static let licence = Field("licenceNumber", Text("执业证号", "Licence number"), required: false)
  private static let first = Field("firstLicensedOn", Text("首次执业日期", "First licensed"), .date, required: false)
  private static let validTo = Field(
    "licenceValidTo", Text("执业证有效期至", "Licence valid to"), .date,
    hint: Text("过期后不能再指派。", "After that day nothing is assigned."), required: false)
  private static let criminalSince = Field(
    "criminalSince", Text("从事刑事辩护起始日", "Criminal defence since"), .date,
    hint: Text(
      "可能判处无期徒刑、死刑的案件按此计算刑事辩护经历，请核对办案记录后填写。",
      "Counts for cases where life imprisonment or death is possible: check it against the cases handled."),
    required: false)
  private static let juvenile = Field(
    "juvenileEvidence", Text("熟悉未成年人身心特点的依据", "What shows that this person knows minors"),
    hint: Text("例如培训证书、办理过的未成年人案件；没有的不填。", "Such as a training certificate or cases of minors; else empty."),
    required: false)
  private static let judgeLeft = Field(
    "judgeLeftOn", Text("从法院、检察院离任的日期", "Left a court or procuratorate on"), .date, required: false)
  private static let exclusion = Field(
    "exclusion", Text("不得担任辩护人的情形", "May not be a defender because"),
    .select(DefenderExclusion.allCases.map { Choice($0.rawValue, $0.name) }),
    hint: Text("有的不能指派刑事辩护；没有的不选。", "Then no defence is assigned; else leave it."), required: false)
  private static let specialties = Field(
    "specialties", Text("专长", "Specialties"), .checkboxes(Specialty.allCases.map { Choice($0.rawValue, $0.name) }),
    required: false)
  private static let languages = Field(
    "languages", Text("语言", "Languages"),
    .checkboxes(SpokenLanguage.allCases.map { Choice($0.rawValue, $0.name) }), required: false)

  static func routes() -> [Route] {
    Route.form(
      "/legal-aid-persons/{id}/details", .manageAgencies, title,
      page: { request, state in
        let (language, person) = (request.language, try await LegalAidPersonPage.load(request).person)
        return shell(try await request.frame(), title: title[language]) {
          pageHead(title[language], lead: .text("\(person.name) · \(person.unitName)"))
          if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
          sheet(in: language) {
            postForm(request.path, state.tokens(version: person.version), changed: state.isReturned, in: language) {
              for (one, known) in typed(person) {
                field(one, state.value(one.name, or: known), errors: state.errors(one.name), in: language)
              }
              field(
                specialties, typed: state.values("specialties", or: person.specialties),
                errors: state.errors("specialties"), in: language)
              field(
                languages, typed: state.values("languages", or: person.languages),
                errors: state.errors("languages"),
                in: language)
              submitButton(Text("保存", "Save"), .main, in: language)
            }
          }
        }
      },
      submit: { request in
        let id: LegalAidPersonID = try request.id()
        let told = try request.read { form in
          EditLegalAidPerson.Told(
            name: form.requiredText("name", name.label, max: 40),
            licenceNumber: form.text("licenceNumber", licence.label, max: 40),
            firstLicensedOn: form.day("firstLicensedOn", first.label, notAfter: request.today),
            licenceValidTo: form.day("licenceValidTo", validTo.label),
            specialties: form.choices("specialties", specialties.label, Specialty.self).map(\.rawValue),
            languages: form.choices("languages", languages.label, SpokenLanguage.self).map(\.rawValue),
            criminalSince: form.day("criminalSince", criminalSince.label, notAfter: request.today),
            juvenileEvidence: form.text("juvenileEvidence", juvenile.label, max: 200) ?? "",
            judgeLeftOn: form.day("judgeLeftOn", judgeLeft.label, notAfter: request.today),
            exclusion: form.choice("exclusion", exclusion.label))
        }
        try await request.run(EditLegalAidPerson(id, told))
        return "/legal-aid-persons/\(id)"
      })
  }

  private static func typed(_ person: LegalAidPerson) -> [(Field, String)] {
    [
      (name, person.name), (licence, person.licenceNumber ?? ""),
      (first, person.firstLicensedOn?.description ?? ""), (validTo, person.licenceValidTo?.description ?? ""),
      (criminalSince, person.criminalSince?.description ?? ""), (juvenile, person.juvenileEvidence),
      (judgeLeft, person.judgeLeftOn?.description ?? ""), (exclusion, person.exclusion?.rawValue ?? ""),
    ]
  }
}

/// 登记离岗表单 · Records days on which nothing new is assigned to a person.
enum LeaveForm {
  static let title = Text("登记离岗", "Record leave")
  private static let from = Field("from", Text("开始日期", "From"), .date)
  private static let to = Field("to", Text("结束日期", "Until"), .date)

  static func routes() -> [Route] {
    Route.form(
      "/legal-aid-persons/{id}/leave", .manageAgencies, title,
      page: { request, state in
        let (language, person) = (request.language, try await LegalAidPersonPage.load(request).person)
        return shell(try await request.frame(), title: title[language]) {
          pageHead(title[language], lead: .text("\(person.name) · \(person.unitName)"))
          if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
          sheet(in: language) {
            postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
              for one in [from, to] {
                field(one, state.value(one.name), errors: state.errors(one.name), in: language)
              }
              submitButton(title, .main, in: language)
            }
          }
        }
      },
      submit: { request in
        let id: LegalAidPersonID = try request.id()
        let (first, last) = try request.read { form in
          let (first, last) = (form.requiredDay("from", from.label), form.requiredDay("to", to.label))
          if last < first, form.refusals.isEmpty {
            form.refuse("leave.days", at: "to", Text("结束日期不能早于开始日期。", "The last day is before the first."))
          }
          return (first, max(first, last))
        }
        try await request.run(RecordLeave(of: id, days: first...last))
        return "/legal-aid-persons/\(id)"
      })
  }
}
