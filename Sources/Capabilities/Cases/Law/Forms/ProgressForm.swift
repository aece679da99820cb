import Intake
import Kernel
import Localization

extension CasesForms {
  /// F14 承办情况通报、报告记录 · Progress record: what the undertaker tells the recipient, or reports to the centre (程序规定
  /// 2012, 27, 29; 法律援助法 46). The receiver signs it.
  static func progress(_ set: Int) -> PaperForm {
    PaperForm(
      "F14", formSet: set, name: Text("案件承办情况通报（报告）记录", "Progress record"),
      when: Text("向受援人通报或者向中心报告承办情况时", "On telling the recipient, or reporting to the centre"), isSealed: false,
      signers: [Text("承办人员", "Undertaker"), Text("接收人", "Receiver")], layout: .table,
      fields: [
        .caseNumber, .recipient, .cause, .unit, .undertaker, Field("kind", Text("类别", "Kind")),
        Field("receiver", Text("接收人", "Receiver")), Field("doneOn", Text("日期", "Date")),
        Field("content", Text("内容", "Content")),
      ],
      wording: [])
  }
}
