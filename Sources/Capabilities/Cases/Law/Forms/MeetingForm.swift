import Intake
import Kernel
import Localization

extension CasesForms {
  /// 会见（约见）笔录 · Meeting record: what the recipient was told and what he said (程序规定 2012, 24; 2023, 33). He signs that it is
  /// what he said, and whoever met him signs. No numbered form of the ministry's.
  static func meeting(_ set: Int) -> PaperForm {
    PaperForm(
      "MEETING", formSet: set, name: Text("会见（约见）笔录", "Meeting record"),
      when: Text("登记会见时", "When a meeting is recorded"), isSealed: false,
      signers: [Text("受援人", "Recipient"), Text("承办人员", "Undertaker")], layout: .table,
      fields: [
        .caseNumber, .recipient, .cause, .unit, .undertaker, Field("doneOn", Text("会见日期", "Day of the meeting")),
        Field("place", Text("会见地点", "Place of the meeting")), Field("present", Text("在场人员", "Persons present")),
        Field("told", Text("告知事项", "What the recipient was told")), Field("content", Text("谈话内容", "What was said")),
      ],
      wording: ["以上笔录已经受援人阅读（或者向其宣读），与其陈述一致；有差错的已当场更正。"])
  }
}
