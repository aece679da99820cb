package import Kernel
import Localization

/// 法律援助咨询登记表 · Form F01 of consultations, in the form set of 2013 and in that of 2023; both persons sign.
package enum ConsultationForms {
  package static let all = [2013, 2023].map(registration)

  static func form(_ set: Int) -> PaperForm { registration(set) }

  private static func registration(_ set: Int) -> PaperForm {
    PaperForm(
      "F01", formSet: set,
      name: set == 2013
        ? Text("来访、电话、信函、网络咨询登记表", "Consultation record") : Text("法律援助咨询登记表", "Legal aid consultation record"),
      when: Text("答复咨询时", "When a consultation is answered"), isSealed: false,
      signers: [Text("咨询人", "Consulter"), Text("记录人", "Recorder")], layout: .table, fields: fields,
      wording: [set == 2013 ? "本表一式一份，由法律援助机构留存。" : "工作人员已当面告知申请法律援助的条件和程序的，在处理情况中写明。"])
  }

  private static let fields = [
    Field("name", Text("姓名", "Name")), Field("identityNumber", Text("身份证号码", "Identity number")),
    Field("phone", Text("联系电话", "Phone")), Field("address", Text("住址", "Address")),
    Field("groups", Text("人群类别", "Groups")), Field("companions", Text("陪同人员", "Companions")),
    Field("channel", Text("咨询方式", "Channel of consultation")),
    Field("servedAt", Text("咨询时间", "Time of the consultation")),
    Field("topic", Text("咨询事项", "Topic of consultation")),
    Field("content", Text("咨询内容", "Content of consultation")),
    Field("answer", Text("答复意见", "Answer")), Field("handling", Text("处理情况", "Handling")),
    Field("recorder", Text("记录人", "Recorder")),
  ]

  private typealias Field = PaperForm.Field
}
