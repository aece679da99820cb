package import Kernel
import Localization

/// 值班律师文书 · Papers of duty lawyers that are made here: the record of each help F28. F23 to F27 come from the person and
/// the organs and are kept as files. The forms are of the set of 2023; before it the same sheet is used.
package enum DutyForms {
  package static let all = [2013, 2023].map(record)

  static func record(_ set: Int) -> PaperForm {
    PaperForm(
      "F28", formSet: set, name: Text("值班律师提供法律帮助情况登记表", "Record of legal help by a duty lawyer"),
      when: Text("值班律师提供法律帮助后", "After a duty lawyer has helped"), isSealed: false,
      signers: [Text("值班律师", "Duty lawyer")], layout: .table,
      fields: [
        .init("name", Text("受帮助人", "Person helped")), .init("identityNumber", Text("身份证号码", "Identity number")),
        .init("place", Text("值班地点", "Duty place")), .init("organ", Text("办案机关", "Handling organ")),
        .init("charge", Text("涉嫌罪名", "Charge")), .init("stage", Text("办案阶段", "Stage")),
        .init("metAt", Text("会见时间", "Met")), .init("helpedAt", Text("提供帮助时间", "Help given")),
        .init("kinds", Text("法律帮助内容", "Kind of legal help")), .init("content", Text("具体情况", "Details")),
        .init("result", Text("结果", "Result")), .init("lawyer", Text("值班律师", "Duty lawyer")),
      ], wording: ["本表由值班律师填写，由法律援助机构留存。"])
  }
}
