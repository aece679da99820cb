import Kernel
import Localization
import Storage
import WorkCalendar

/// 文书上的文号 · A number that a paper bears: while the paper is valid its number may not be cancelled. Whoever wants the
/// number cancelled withdraws the paper first.
enum BorneNumber {
  /// Undoes the cancelling, for it refuses in the same transaction.
  static let guarding = Reaction(
    on: "number.cancelled",
    when: { reader, county, draft in try PaperTable.valid(bearing: number(draft), in: county, reader) != nil }
  ) { context, draft in
    guard let paper = try PaperTable.valid(bearing: number(draft), in: context.county, context.tx) else { return }
    let (name, day) = (try paper.facts(context.keys).name, paper.decidedOn)
    throw Refusal(
      "number.borne",
      Text(
        "\(Format.day(day, .zh))的《\(name)》（\(paper.form)）使用这个文号，仍然有效，文号不能作废。请先撤销这份文书。",
        "A valid paper of \(Format.day(day, .en)) bears this number: \(paper.form) \(name). Withdraw the paper first."
      ),
      field: "number", isAudited: true)
  }

  private static func number(_ draft: EventDraft) -> String {
    guard case .text(let number)? = draft.facts["number"] else { return "" }
    return number
  }
}
