import Kernel
import Localization

extension IntakeForms {
  /// F05 申请材料接收凭证 · Receipt of materials: what was handed in, how many, and when (程序规定 2012, 12).
  static func receipt(_ set: Int) -> PaperForm {
    PaperForm(
      "F05", formSet: set,
      name: set == 2013
        ? Text("申请材料接收凭证", "Receipt of materials") : Text("法律援助申请材料接收凭证", "Receipt of materials"),
      when: Text("收到材料时", "On receipt of materials"), isSealed: false,
      signers: [Text("接收人", "Receiver"), Text("申请人", "Applicant")], layout: .table,
      fields: [
        .applicant, .cause, Field("materials", Text("材料名称及数量", "Materials and quantity")),
        Field("receivedOn", Text("接收日期", "Received on")), Field("receiver", Text("接收人", "Receiver")),
        Field("contact", Text("联系方式", "Contact")),
      ],
      wording: ["请妥善保管本凭证，凭此查询办理情况。材料不齐全或者需要说明的，将一次性告知。"])
  }

  typealias Field = PaperForm.Field
}
