package import Kernel
import Localization

/// 文书栏目 · The fields that several papers share. The number, the date and the name of the office that issues a paper
/// stand on every one and are no fields of the wording.
extension PaperForm.Field {
  package static let applicant = Self("applicant", Text("申请人", "Applicant"))
  package static let recipient = Self("recipient", Text("受援人", "Recipient"))
  package static let identityNumber = Self("identityNumber", Text("身份证号码", "Identity number"))
  package static let sex = Self("sex", Text("性别", "Sex"))
  package static let birthOn = Self("birthOn", Text("出生日期", "Birth date"))
  package static let address = Self("address", Text("住址", "Address"))
  package static let phone = Self("phone", Text("联系电话", "Phone"))
  package static let groups = Self("groups", Text("人群类别", "Groups"))
  package static let opponent = Self("opponent", Text("对方当事人", "Opposing party"))
  package static let applicationNumber = Self("applicationNumber", Text("申请编号", "Application number"))
  package static let caseNumber = Self("caseNumber", Text("案件编号", "Case number"))
  package static let cause = Self("cause", Text("案由", "Cause"))
  package static let facts = Self("facts", Text("案情简介", "Brief of the case"))
  package static let household = Self("household", Text("家庭经济状况", "Household economy"))
  package static let appliedOn = Self("appliedOn", Text("申请日期", "Applied on"))
  package static let aidForm = Self("aidForm", Text("援助形式", "Form of aid"))
  /// 援助的由来 · The centre's decision, or an organ's notice.
  package static let ground = Self("ground", Text("援助的由来", "How the aid came about"))
  package static let basis = Self("basis", Text("法律依据", "Legal basis"))
  package static let reason = Self("reason", Text("理由", "Reason"))
  package static let unit = Self("unit", Text("承办单位", "Undertaking unit"))
  package static let undertaker = Self("undertaker", Text("承办人员", "Undertaker"))
  package static let undertakerPhone = Self("undertakerPhone", Text("承办人员电话", "Undertaker's phone"))
}
