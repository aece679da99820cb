import Intake
import Kernel
import Localization

extension CasesForms {
  /// F13 法律援助公函 · Official letter to the organ that handles the case: whom the centre has assigned.
  static func letter(_ set: Int) -> PaperForm {
    PaperForm(
      "F13", formSet: set, name: Text("法律援助公函", "Official letter"),
      when: Text("指派承办人员后", "After a person is assigned"),
      isSealed: true,
      fields: [
        Field("organ", Text("办案机关", "Handling organ")), .recipient, .cause, .caseNumber, .unit, .undertaker,
        .undertakerPhone, .aidForm, .ground,
      ],
      wording: [
        "{{organ}}：",
        "{{recipient}}{{cause}}一案（{{caseNumber}}），{{ground}}，并指派{{unit}}的{{undertaker}}（联系电话：{{undertakerPhone}}）担任承办人员，援助形式为{{aidForm}}。",
        set == 2013 ? "请予以支持。" : "请依法予以支持和配合。", "特此函告。",
      ])
  }
}
