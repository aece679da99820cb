package import Localization

/// 岗位 · Role: what a person may be trusted with; the codes are the contract's. Who holds which role, where and
/// until when, is data.
package enum Role: String, Sendable, Hashable, CaseIterable, Codable {
  case stationClerk, receptionist, reviewer, director, assigner, sealKeeper, firmManager, undertaker
  case qualitySupervisor, archivist, objectionReviewer, bureauLeader, sysAdmin, securityAdmin, auditAdmin

  package var name: Text {
    switch self {
    case .stationClerk: Text("工作站人员", "Station clerk")
    case .receptionist: Text("受理岗", "Receptionist")
    case .reviewer: Text("审查岗", "Reviewer")
    case .director: Text("中心主任", "Director")
    case .assigner: Text("指派岗", "Assigner")
    case .sealKeeper: Text("印章管理", "Seal keeper")
    case .firmManager: Text("律所管理员", "Firm manager")
    case .undertaker: Text("承办人员", "Undertaker")
    case .qualitySupervisor: Text("案件质量监督人员", "Quality supervisor")
    case .archivist: Text("档案员", "Archivist")
    case .objectionReviewer: Text("异议审查岗", "Objection reviewer")
    case .bureauLeader: Text("局领导", "Bureau leader")
    case .sysAdmin: Text("系统管理员", "System administrator")
    case .securityAdmin: Text("安全管理员", "Security administrator")
    case .auditAdmin: Text("审计管理员", "Audit administrator")
    }
  }

  /// Roles one person may not hold together: the keeper of the seal never approves (电子签名法 13; docs/law/separation),
  /// and the three administrators are three persons (三员分立).
  package static let incompatible: [Set<Role>] = [
    [.director, .sealKeeper], [.reviewer, .sealKeeper], [.sysAdmin, .auditAdmin], [.securityAdmin, .auditAdmin],
  ]
}

/// 权限 · Permission: one thing that may be done, with the roles that hold it. What a role may do is code.
package struct Permission: Hashable, Sendable {
  package let key: String
  package let name: Text
  package let roles: Set<Role>

  package init(_ key: String, _ name: Text, _ roles: Set<Role>) {
    self.key = key
    self.name = name
    self.roles = roles
  }

  /// Every signed-in person.
  package static let signedIn = Permission("signed-in", Text("已登录", "Signed in"), Set(Role.allCases))
}

/// 机构类别 · Agency kind: what an organisation in the county's tree is.
package enum AgencyKind: String, Sendable, Hashable, CaseIterable, Codable {
  case bureau, centre, station, lawFirm, grassrootsOffice, organ

  package var name: Text {
    switch self {
    case .bureau: Text("司法局", "Judicial bureau")
    case .centre: Text("法律援助中心", "Legal aid centre")
    case .station: Text("法律援助工作站", "Legal aid work station")
    case .lawFirm: Text("律师事务所", "Law firm")
    case .grassrootsOffice: Text("基层法律服务所", "Grassroots legal service office")
    case .organ: Text("办案机关", "Case-handling organ")
    }
  }
}
