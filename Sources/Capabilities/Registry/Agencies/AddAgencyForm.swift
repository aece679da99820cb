import Kernel
import Localization
import Markup
import Storage
package import Web

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
              for one in [kind, name, township, address, phone, unitCode] {
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
            address: form.text("address", address.label, max: 100), phone: form.phone("phone", phone.label),
            unitCode: form.unitCode("unitCode"))
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
  static let unitCode = Field(
    "unitCode", UnitCode.label,
    hint: Text(
      "军人军属工作站填写，名称里不要写部队番号。", "Of a station for military personnel; its name must not name the unit."),
    required: false)
}

extension FieldReader {
  /// 部队代号 · A unit code, or what is wrong with it at its field.
  package mutating func unitCode(_ name: String) -> String? {
    guard let text = text(name, UnitCode.label, max: 40) else { return nil }
    guard let code = UnitCode.read(text) else {
      let refusal = UnitCode.wrong(at: name)
      refuse(refusal.key, at: name, refusal.message)
      return nil
    }
    return code
  }
}
