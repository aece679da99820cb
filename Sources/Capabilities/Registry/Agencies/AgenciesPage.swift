import Kernel
import Localization
import Markup
import Web
import WorkCalendar

/// 机构与人员页 · Agencies and the legal aid persons of each unit.
struct AgenciesPage {
  static let title = Text("机构与人员", "Agencies and people")
  let agencies: [Agency]
  let people: [LegalAidPerson]
  /// Who may add; others only look.
  let isManaged: Bool

  func body(_ language: Language) -> HTML {
    .fragment {
      pageHead(
        Self.title[language],
        actions: isManaged
          ? [
            linkButton(AddAgencyForm.title, to: "/agencies/new", .main, in: language),
            linkButton(AddLegalAidPersonForm.title, to: "/legal-aid-persons/new", .plain, in: language),
          ] : [])
      sheet(Text("机构", "Agencies"), in: language, flush: true) {
        dataTable(
          DataTable(
            Text("机构", "Agencies"),
            columns: [
              Column(Text("名称", "Name")), Column(Text("类别", "Kind")), Column(Text("乡镇", "Township")),
              Column(Text("电话", "Phone")), Column(Text("状态", "State")),
            ],
            rows: agencies.map { agency in
              TableRow([
                a(.href("/agencies/\(agency.id)")) { agency.name }, .text(agency.kind.name[language]),
                .text(agency.township ?? "—"),
                .text(agency.phone ?? "—"), standing(agency.isActive, language),
              ])
            },
            empty: Text("还没有机构。", "No agencies yet.")), in: language)
      }
      sheet(Text("法律援助人员", "Legal aid persons"), in: language, flush: true) {
        dataTable(
          DataTable(
            Text("法律援助人员", "Legal aid persons"),
            columns: [
              Column(Text("姓名", "Name")), Column(Text("单位", "Unit")), Column(Text("类别", "Kind")),
              Column(Text("首次执业", "First licensed")), Column(Text("执业证有效期至", "Licence valid to")),
              Column(Text("专长", "Specialties")), Column(Text("状态", "State")),
            ],
            rows: people.map { person in
              TableRow([
                a(.href("/legal-aid-persons/\(person.id)")) { person.name }, .text(person.unitName),
                .text(person.kind.name[language]),
                .text(person.firstLicensedOn.map { Format.day($0, language) } ?? "—"),
                .text(person.licenceValidTo.map { Format.day($0, language) } ?? "—"),
                .text(
                  Format.list(person.specialties.map { Specialty(rawValue: $0)?.name[language] ?? $0 }, language)),
                standing(person.isActive, language),
              ])
            },
            empty: Text("还没有登记法律援助人员。", "No legal aid persons yet.")), in: language)
      }
    }
  }

  private func standing(_ isActive: Bool, _ language: Language) -> HTML {
    isActive
      ? tag(Text("在用", "Active")[language], .good) : tag(Text("停用", "Inactive")[language], .plain)
  }
}
