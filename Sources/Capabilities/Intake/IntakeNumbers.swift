package import Kernel
import Localization

/// 受理审批文号 · Number kinds of intake. The kind words were seen on issued papers, save 不决, 协, 函, 名 and 收, which are ours.
extension NumberKind {
  package static let receipt = NumberKind("receipt", Text("接收凭证号", "Receipt number"), word: "收")
  package static let application = NumberKind("application", Text("申请编号", "Application number"), word: "申")
  package static let supplement = NumberKind("supplement", Text("补充通知文号", "Supplement notice number"), word: "补")
  package static let cooperation = NumberKind(
    "cooperation", Text("协作函文号", "Cooperation letter number"), word: "协")
  package static let review = NumberKind("review", Text("审批表编号", "Review form number"), word: "审")
  package static let grant = NumberKind("grant", Text("给予决定文号", "Grant decision number"), word: "决")
  package static let refusal = NumberKind("refusal", Text("不予决定文号", "Refusal decision number"), word: "不决")

  package static let outcomeLetter = NumberKind(
    "letter.outcome", Text("审查结果函文号", "Number of the letter on the outcome"), word: "函")

  package static let groupList = NumberKind("list.group", Text("群体名单编号", "Number of a group's list"), word: "名")

  static let ofIntake: [NumberKind] = [
    .receipt, .application, .supplement, .cooperation, .review, .grant, .refusal, .outcomeLetter, .groupList,
  ]
}
