package import Kernel
import Localization

extension Permission {
  package static let arrangeDuty = Permission(
    "duty.arrange", Text("安排律师值班", "Arrange the duty roster"), [.receptionist, .assigner])
  package static let viewDuty = Permission(
    "duty.view", Text("查看值班安排", "View the duty roster"),
    [
      .stationClerk, .receptionist, .assigner, .reviewer, .director, .firmManager, .undertaker, .qualitySupervisor,
      .bureauLeader,
    ])
  package static let registerHelp = Permission(
    "help.register", Text("登记法律帮助请求", "Register requests for legal help"),
    [.stationClerk, .receptionist, .assigner, .undertaker])
  package static let dispatchHelp = Permission(
    "help.dispatch", Text("派遣值班律师，记入台账", "Send duty lawyers and keep their ledger"),
    [.stationClerk, .receptionist, .assigner])
  package static let giveHelp = Permission(
    "help.give", Text("登记值班律师提供的法律帮助", "Record the legal help given"), [.undertaker, .receptionist])
  package static let viewHelp = Permission(
    "help.view", Text("查看法律帮助", "View legal help"),
    [
      .stationClerk, .receptionist, .assigner, .reviewer, .director, .firmManager, .undertaker, .qualitySupervisor,
      .bureauLeader,
    ])
}

extension NumberKind {
  /// 法律帮助编号 · Number kind of legal help; the kind word is ours.
  package static let legalHelp = NumberKind("legalHelp", Text("法律帮助编号", "Number of legal help"), word: "助")
}

extension Subject {
  package static func legalHelp(_ id: LegalHelpID) -> Subject { Subject("legalHelp", id.uuid) }
  package static func dutyPlace(_ id: DutyPlaceID) -> Subject { Subject("dutyPlace", id.uuid) }
}
