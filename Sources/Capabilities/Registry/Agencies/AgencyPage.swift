import Kernel
import Localization
import Markup
import Storage
import Web

/// 机构页 · One agency: where it stands in the tree, its address, its people; edited and closed here.
struct AgencyPage {
  let agency: Agency
  let parent: Agency?
  let below: [Agency]
  let people: [LegalAidPerson]

  static func load(_ request: WebRequest) async throws -> AgencyPage {
    let county = try request.requirePrincipal().county
    let id: AgencyID = try request.id()
    return try await request.services.database.read { reader in
      let all = try AgencyTable.all(county, reader)
      guard let agency = all.first(where: { $0.id == id }) else { throw Refusal.notFound }
      return AgencyPage(
        agency: agency, parent: all.first { $0.id == agency.parent }, below: all.filter { $0.parent == id },
        people: try LegalAidPersonTable.of(id, in: county, reader))
    }
  }

  static func routes() -> [Route] {
    [
      .page("/agencies/{id}", .viewAgencies, Text("机构", "Agency")) { try await page($0, []) },
      Route(.post, "/agencies/{id}/closing", .manageAgencies, Text("停用机构", "Close an agency"), kind: .form) {
        request in
        do {
          let id: AgencyID = try request.id()
          try await request.run(SetAgencyActive(id, false))
          return .redirect("/agencies/\(id)")
        } catch let refusals as Refusals {
          return .page(try await page(request, refusals.all), status: 422)
        }
      },
      .post("/agencies/{id}/opening", .manageAgencies, Text("恢复机构", "Open an agency")) { request in
        let id: AgencyID = try request.id()
        try await request.run(SetAgencyActive(id, true))
        return "/agencies/\(id)"
      },
    ] + EditAgencyForm.routes()
  }

  private static func page(_ request: WebRequest, _ refusals: [Refusal]) async throws -> HTML {
    let page = try await load(request)
    return shell(try await request.frame(), title: page.agency.name) { page.body(request, refusals) }
  }

  private func body(_ request: WebRequest, _ refusals: [Refusal]) -> HTML {
    let (language, path) = (request.language, "/agencies/\(agency.id)")
    let isManaged = request.principal?.holds(.manageAgencies) ?? false
    return .fragment {
      pageHead(
        agency.name,
        crumbs: breadcrumbs(
          [Crumb(AgenciesPage.title[language], path: "/agencies"), Crumb(agency.name)], in: language),
        lead: .text(agency.kind.name[language]),
        actions: isManaged ? [linkButton(EditAgencyForm.title, to: path + "/details", .main, in: language)] : [])
      if !refusals.isEmpty { errorSummary(refusals.map { FormError($0.message, field: nil) }, in: language) }
      sheet(in: language) {
        facts(known(language), in: language)
        if isManaged {
          actionForm(
            path + (agency.isActive ? "/closing" : "/opening"), request.tokens(),
            agency.isActive ? Text("停用机构", "Close it") : Text("恢复机构", "Open it again"), in: language)
        }
      }
      sheet(Text("下级机构", "Below it"), in: language, flush: true) {
        dataTable(
          DataTable(
            Text("下级机构", "Below it"), columns: [Column(Text("名称", "Name")), Column(Text("类别", "Kind"))],
            rows: below.map { one in
              TableRow([a(.href("/agencies/\(one.id)")) { one.name }, .text(one.kind.name[language])])
            },
            empty: Text("没有下级机构。", "No agency stands below it.")), in: language)
      }
      sheet(Text("法律援助人员", "Legal aid persons"), in: language, flush: true) {
        dataTable(
          DataTable(
            Text("法律援助人员", "Legal aid persons"), columns: [Column(Text("姓名", "Name")), Column(Text("类别", "Kind"))],
            rows: people.map { one in
              TableRow([a(.href("/legal-aid-persons/\(one.id)")) { one.name }, .text(one.kind.name[language])])
            },
            empty: Text("没有法律援助人员。", "No legal aid persons.")), in: language)
      }
    }
  }

  private func known(_ language: Language) -> [Web.Fact] {
    [
      Web.Fact(
        Text("状态", "State"),
        agency.isActive
          ? tag(Text("在用", "Active")[language], .good) : tag(Text("停用", "Inactive")[language], .plain)),
      Web.Fact(
        Text("上级机构", "Above it"),
        parent.map { above in a(.href("/agencies/\(above.id)")) { above.name } } ?? .text("—")),
      Web.Fact(Text("乡镇", "Township"), agency.township ?? "—"),
      Web.Fact(Text("地址", "Address"), agency.address ?? "—"), Web.Fact(Text("电话", "Phone"), agency.phone ?? "—"),
    ] + (agency.unitCode.map { [Web.Fact(UnitCode.label, $0)] } ?? [])
  }
}

/// 修改机构表单 · Edits an agency.
enum EditAgencyForm {
  static let title = Text("修改机构", "Edit the agency")
  private static let name = Field("name", Text("名称", "Name"))
  private static let township = Field("township", Text("乡镇", "Township"), required: false)
  private static let address = Field("address", Text("地址", "Address"), required: false)
  private static let phone = Field("phone", Text("电话", "Phone"), .telephone, required: false)

  static func routes() -> [Route] {
    Route.form(
      "/agencies/{id}/details", .manageAgencies, title,
      page: { request, state in
        let (language, agency) = (request.language, try await AgencyPage.load(request).agency)
        let known =
          [
            (name, agency.name), (township, agency.township), (address, agency.address), (phone, agency.phone),
          ] + (agency.kind == .station ? [(AddAgencyForm.unitCode, agency.unitCode)] : [])
        return shell(try await request.frame(), title: title[language]) {
          pageHead(title[language], lead: .text(agency.name))
          if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
          sheet(in: language) {
            postForm(request.path, state.tokens(version: agency.version), changed: state.isReturned, in: language) {
              for (one, recorded) in known {
                field(one, state.value(one.name, or: recorded), errors: state.errors(one.name), in: language)
              }
              submitButton(Text("保存", "Save"), .main, in: language)
            }
          }
        }
      },
      submit: { request in
        let id: AgencyID = try request.id()
        let action = try request.read { form in
          EditAgency(
            id, name: form.requiredText("name", name.label, max: 60),
            township: form.text("township", township.label, max: 30),
            address: form.text("address", address.label, max: 100), phone: form.phone("phone", phone.label),
            unitCode: form.unitCode("unitCode"))
        }
        try await request.run(action)
        return "/agencies/\(id)"
      })
  }
}
