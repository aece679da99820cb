package import Kernel
import Localization

extension Permission {
  package static let concealRecords = Permission(
    "privacy.conceal", Text("封存或者限制记录", "Conceal records"), [.reviewer, .director, .qualitySupervisor])
  package static let openConcealed = Permission(
    "privacy.open", Text("查阅已封存的记录", "Open concealed records"), [.director])
  package static let recordPersonalRequests = Permission(
    "privacy.record", Text("登记个人信息请求", "Record personal-information requests"),
    [.stationClerk, .receptionist, .reviewer, .director])
  package static let answerPersonalRequests = Permission(
    "privacy.answer", Text("答复个人信息请求", "Answer personal-information requests"), [.director])
}
