package import Kernel
package import Localization

/// 承办人员类别 · Undertaker kind: what kind of legal aid person undertakes a case; the plan's law-firm share counts it.
package enum UndertakerKind: String, Sendable, Hashable, CaseIterable, Codable {
  case lawFirmLawyer, centreLawyer, grassrootsWorker, volunteer, publicLawyer

  package var name: Text {
    switch self {
    case .lawFirmLawyer: Text("律师事务所律师", "Law-firm lawyer")
    case .centreLawyer: Text("法律援助机构律师", "Centre lawyer")
    case .grassrootsWorker: Text("基层法律服务工作者", "Grassroots legal service worker")
    case .volunteer: Text("法律援助志愿者", "Legal aid volunteer")
    case .publicLawyer: Text("公职律师", "Public lawyer")
    }
  }

  /// The kind of agency such a person works in: what an unknown unit of an imported case becomes.
  package var unitKind: AgencyKind {
    switch self {
    case .lawFirmLawyer: .lawFirm
    case .grassrootsWorker: .grassrootsOffice
    case .centreLawyer, .volunteer: .centre
    case .publicLawyer: .organ
    }
  }
}
