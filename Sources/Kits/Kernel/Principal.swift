import Localization
package import Storage

/// 操作人 · Principal: who acts, for which agency, with which roles there. A person with roles at two agencies acts
/// for one of them at a time.
package struct Principal: Sendable, Hashable {
  package let user: UserID?
  package let name: String
  package let county: CountyID
  package let agency: AgencyID?
  package let agencyKind: AgencyKind
  package let agencyName: String
  package let roles: Set<Role>
  /// The agency and everything under it in the county's tree.
  package let agencies: [AgencyID]
  /// The undertaker this user is, where he is one.
  package let undertaker: LegalAidPersonID?
  /// 已查阅的封存事项 · Concealed matters this person opened today, each with a reason.
  package let openedMatters: [MatterID]
  package let isSystem: Bool

  package init(
    user: UserID, name: String, county: CountyID, agency: AgencyID, agencyKind: AgencyKind, agencyName: String,
    roles: Set<Role>, agencies: [AgencyID], undertaker: LegalAidPersonID? = nil,
    openedMatters: [MatterID] = []
  ) {
    self.user = user
    self.name = name
    self.county = county
    self.agency = agency
    self.agencyKind = agencyKind
    self.agencyName = agencyName
    self.roles = roles
    self.agencies = agencies
    self.undertaker = undertaker
    self.openedMatters = openedMatters
    isSystem = false
  }

  private init(systemOf county: CountyID) {
    user = nil
    name = "system"
    self.county = county
    agency = nil
    agencyKind = .bureau
    agencyName = ""
    roles = []
    agencies = []
    undertaker = nil
    openedMatters = []
    isSystem = true
  }

  /// The software itself, for jobs and for verbs run by whoever holds the data directory.
  package static func system(_ county: CountyID) -> Principal { Principal(systemOf: county) }

  package func holds(_ permission: Permission) -> Bool {
    isSystem || !permission.roles.isDisjoint(with: roles)
  }

  package func has(_ role: Role) -> Bool { roles.contains(role) }

  /// 数据范围 · The one predicate of data scope. A record names up to three agencies: where it was taken (`origin`),
  /// who decides (`owner`), who undertakes (`unit`); which of them counts follows from the kind of agency one acts for.
  /// An undertaker of a firm sees the cases that are his own or that he undertakes beside another, its manager all of the
  /// firm's; whoever is neither, none. `id` names the column that holds the record's id.
  package func scope(_ table: String, id: String = "id") -> SQL {
    let county: SQL = "\(raw: table).county = \(county)"
    if isSystem { return county }
    switch agencyKind {
    case .bureau, .centre: return "\(county) AND \(raw: table).owner IN \(list: agencies)"
    case .station, .organ: return "\(county) AND \(raw: table).origin IN \(list: agencies)"
    case .lawFirm, .grassrootsOffice:
      let firm: SQL = "\(county) AND \(raw: table).unit IN \(list: agencies)"
      if has(.firmManager) { return firm }
      let beside: SQL = "\(raw: table).\(raw: id) IN \(CoUndertakerTable.records(of: undertaker))"
      return "\(firm) AND (\(raw: table).undertaker = \(undertaker) OR \(beside))"
    }
  }
}
