import Kernel
import Localization

extension IntakeForms {
  static let provisionalCode = "F09P"

  /// F09 先行提供法律援助决定书 · Provisional grant decision: the grant decision marked as made before the review (程序规定
  /// 2012, 18; 法律援助法 44). The national forms know no form of its own; the wording is ours.
  static func provisional(_ set: Int) -> PaperForm {
    PaperForm(
      provisionalCode, formSet: set, name: Text("先行提供法律援助决定书", "Provisional grant decision"),
      when: Text("情况紧急，先行提供法律援助时", "When aid is given before the decision, as it is urgent"), isSealed: true,
      fields: [
        .applicant, .appliedOn, .cause, .applicationNumber, .basis, .aidForm,
        Field("ground", Text("情形", "Ground")), Field("supplyBy", Text("补充期限", "Papers by")),
        Field("unitContact", Text("承办机构联系方式", "Contact of the unit")),
      ],
      wording: [
        "{{applicant}}：",
        "你于{{appliedOn}}提出的{{cause}}一案法律援助申请（{{applicationNumber}}），因{{ground}}，"
          + "根据{{basis}}，决定先行提供法律援助，援助形式为{{aidForm}}。",
        "请你于{{supplyBy}}前补充材料、补办有关手续。经审查不符合法律援助条件的，将终止法律援助。", "特此通知。", "承办机构联系方式：{{unitContact}}",
      ])
  }
}
