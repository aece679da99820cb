import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 机构与人员页 · Agencies and people: the organisations of the county, and the legal aid persons of its units; two lists.
enum AgenciesPage {
  static let title = Text("机构与人员", "Agencies and people")
  static let path = "/agencies"

  private enum Part: String, CaseIterable {
    case agencies = "/agencies"
    case people = "/legal-aid-persons"

    var title: Text {
      self == .agencies ? Text("机构", "Agencies") : Text("法律援助人员", "Legal aid persons")
    }
  }

  static func routes() -> [Route] {
    [
      .list(PathPattern(Part.agencies.rawValue), .viewAgencies, title) { request in
        let county = try request.requirePrincipal().county
        let agencies = try await request.services.database.read { try AgencyTable.all(county, $0) }
        return try list(.agencies, table(agencies, request.language), request)
      },
      .list(PathPattern(Part.people.rawValue), .viewAgencies, Part.people.title) { request in
        let county = try request.requirePrincipal().county
        let people = try await request.services.database.read {
          try LegalAidPersonTable.all(county, orClosed: true, $0)
        }
        return try list(.people, table(people, request.language), request)
      },
    ]
  }

  private static func list(_ part: Part, _ table: DataTable, _ request: WebRequest) throws -> ListPage {
    let (language, principal) = (request.language, try request.requirePrincipal())
    return ListPage(table) { frame in
      shell(frame, title: part.title[language]) {
        pageHead(title[language], actions: adding(part, principal, language) + listActions(request))
        tabs(
          Part.allCases.map { Tab($0.title, path: $0.rawValue, current: $0 == part) }, label: title, in: language)
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  /// Who may add; others only look.
  private static func adding(_ part: Part, _ principal: Principal, _ language: Language) -> [HTML] {
    guard principal.holds(.manageAgencies) else { return [] }
    return switch part {
    case .agencies: [linkButton(AddAgencyForm.title, to: "/agencies/new", .main, in: language)]
    case .people: [linkButton(AddLegalAidPersonForm.title, to: "/legal-aid-persons/new", .main, in: language)]
    }
  }

  private static func table(_ agencies: [Agency], _ language: Language) -> DataTable {
    DataTable(
      Part.agencies.title,
      columns: [
        Column(Text("名称", "Name")), Column(Text("类别", "Kind")), Column(Text("乡镇", "Township")),
        Column(Text("电话", "Phone")), Column(Text("状态", "State")),
      ],
      rows: agencies.map { agency in
        TableRow([
          a(.href("/agencies/\(agency.id)")) { agency.name }, .text(agency.kind.name[language]),
          .text(agency.township ?? "—"), .text(agency.phone ?? "—"), standing(agency.isActive, language),
        ])
      },
      empty: Text("还没有机构。", "No agencies yet."))
  }

  private static func table(_ people: [LegalAidPerson], _ language: Language) -> DataTable {
    DataTable(
      Part.people.title,
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
          .text(Format.list(person.specialties.map { Specialty(rawValue: $0)?.name[language] ?? $0 }, language)),
          standing(person.isActive, language),
        ])
      },
      empty: Text("还没有登记法律援助人员。", "No legal aid persons yet."))
  }

  private static func standing(_ isActive: Bool, _ language: Language) -> HTML {
    isActive
      ? tag(Text("在用", "Active")[language], .good) : tag(Text("停用", "Inactive")[language], .plain)
  }
}
