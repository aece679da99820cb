import Kernel
import Localization

extension IntakeForms {
  package static let groupCode = "GROUP"

  /// 群体受援人名单 · Who is aided by one decision in a group case: it goes with the decision. The ministry's set has no
  /// such form; the words are the product's.
  static func group(_ set: Int) -> PaperForm {
    PaperForm(
      groupCode, formSet: set, name: Text("群体受援人名单", "List of a group's recipients"),
      when: Text("对群体申请决定给予法律援助时", "On granting aid to a group"), isSealed: true,
      fields: [
        .applicant, .cause, .applicationNumber, .init("decisionNumber", Text("决定书文号", "Number of the decision")),
        .init("count", Text("人数", "How many")), .init("members", Text("名单", "List")),
      ],
      wording: [
        "{{applicant}}{{cause}}一案（{{applicationNumber}}），经{{decisionNumber}}决定给予法律援助的受援人共{{count}}人：",
        "{{members}}",
      ])
  }
}
