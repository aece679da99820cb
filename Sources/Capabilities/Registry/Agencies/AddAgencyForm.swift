import Kernel
import Localization
import Markup
import Storage
import Web

/// 新增机构表单 · Adds a law firm, a grassroots office, a station or an organ to the county's tree.
enum AddAgencyForm {
  static let title = Text("新增机构", "Add an agency")
  private static let kinds: [AgencyKind] = [.lawFirm, .grassrootsOffice, .station, .organ]

  static func routes() -> [Route] {
    Route.form(
      "/agencies/new", .manageAgencies, title,
      page: { request, state in
        let language = request.language
        return shell(try await request.frame(), title: title[language]) {
          pageHead(title[language])
          if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
          sheet(in: language) {
            postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
              for one in [kind, name, township, address, phone] {
                field(one, state.value(one.name), errors: state.errors(one.name), in: language)
              }
              submitButton(title, .main, in: language)
            }
          }
        }
      },
      submit: { request in
        let county = try request.requirePrincipal().county
        let parent = try await request.services.database.read { reader in
          (
            bureau: try AgencyTable.only(.bureau, in: county, reader).id,
            centre: try AgencyTable.only(.centre, in: county, reader).id
          )
        }
        let action = try request.read { form in
          let typed = form.requiredChoice("kind", kind.label, among: kinds.map(\.rawValue))
          let chosen = AgencyKind(rawValue: typed) ?? .organ
          return AddAgency(
            kind: chosen, name: form.requiredText("name", name.label, max: 60),
            parent: chosen == .station ? parent.centre : parent.bureau,
            township: form.text("township", township.label, max: 30),
            address: form.text("address", address.label, max: 100), phone: form.phone("phone", phone.label))
        }
        try await request.run(action)
        return "/agencies"
      })
  }

  private static let kind = Field(
    "kind", Text("类别", "Kind"), .select(kinds.map { Choice($0.rawValue, $0.name) }))
  private static let name = Field("name", Text("名称", "Name"))
  private static let township = Field(
    "township", Text("乡镇", "Township"), hint: Text("只有工作站需要填写。", "For a work station only."), required: false)
  private static let address = Field("address", Text("地址", "Address"), required: false)
  private static let phone = Field("phone", Text("电话", "Phone"), .telephone, required: false)
}
