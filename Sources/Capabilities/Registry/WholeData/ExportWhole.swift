import Foundation
import Kernel
import Localization
import Storage

/// 导出完整数据 · Records that whole personal data left the office as a table: who, which list, how many rows, whose, why
/// (个人信息保护法 51). The filter may name people, so the event keeps its keyed digest: two exports of one filter are told
/// alike, and nothing more. Refuses more rows than a hand-over needs, and a reason that says nothing.
struct ExportWhole: Action {
  static let permission = Permission.revealPersons
  static let reasonLengths = 5...500

  /// The list's name: `applications`.
  let list: String
  let filter: String
  let rows: Int
  /// Those of whom something is whole in it; each finds the export among who looked.
  let people: [PersonID]
  let reason: String
  /// Tells the first answer from the same form sent again.
  let nonce: String

  func perform(in context: ActionContext) throws -> String {
    if let refusal = Self.refusal(ofRows: rows) ?? Self.refusal(ofReason: reason) { throw refusal }
    context.record(
      "person.exported", .county(context.county), also: people.map(Subject.person),
      basis: [LegalBasis(.personalInformation, "51")],
      facts: [
        "list": .text(list), "rows": .number(Int64(rows)), "filter": .text(digest(context.keys)),
        "fields": .list(([.name] + WholePeople.fields).map { .text($0.rawValue) }), "reason": .text(reason),
      ])
    return nonce
  }

  /// Empty where nothing was filtered.
  private func digest(_ keys: KeyRing) -> String {
    filter.isEmpty ? "" : Data(keys.lookupHash("filter|\(list)|\(filter)").prefix(12)).base64EncodedString()
  }

  static func refusal(ofReason reason: String) -> Refusal? {
    guard !reasonLengths.contains(reason.count) else { return nil }
    return Refusal(
      "whole.reason",
      Text(
        "理由请写\(reasonLengths.lowerBound)到\(reasonLengths.upperBound)个字：交给谁，依据什么。",
        "Say in \(reasonLengths.lowerBound) to \(reasonLengths.upperBound) characters to whom the data go and on what ground."
      ), field: "reason", basis: [LegalBasis(.personalInformation, "51")])
  }

  static func refusal(ofRows rows: Int) -> Refusal? {
    switch rows {
    case 0:
      Refusal(
        "whole.empty",
        Text(
          "筛选没有结果，没有可以导出的内容。请返回列表更改筛选条件。",
          "The filter catches nothing to export: go back to the list and change it."))
    case ...WholeList.mostRows: nil
    default:
      Refusal(
        "whole.tooMany",
        Text(
          "筛选出的超过\(WholeList.mostRows)行，不能一次导出完整数据。请返回列表，缩小筛选范围。",
          "The filter catches more than \(WholeList.mostRows) rows, too many to export whole at once: go back to the list and narrow the filter."
        ))
    }
  }
}
