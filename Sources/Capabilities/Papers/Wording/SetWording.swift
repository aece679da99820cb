package import Kernel
import Localization
import Storage
package import WorkCalendar

extension Permission {
  package static let editWordings = Permission(
    "papers.wording", Text("编辑文书措辞", "Edit the wording of papers"), [.sysAdmin])
}

/// 修改文书措辞 · Gives a form the office's own sentences from a day on, or the software's again; papers decided before keep
/// what they said. Refuses unknown fields, missing ones, and a day that is past.
package struct SetWording: Action {
  package static let permission = Permission.editWordings
  let form: PaperForm
  /// Nil: back to the software's.
  let paragraphs: [String]?
  let from: Day
  let reason: String

  package init(_ form: PaperForm, text: String?, from: Day, reason: String) {
    self.form = form
    paragraphs = text.map(PaperWording.paragraphs)
    self.from = from
    self.reason = reason
  }

  package func perform(in context: ActionContext) throws -> Done {
    let newest = try WordingTable.versions(form, in: context.county, context.tx).first?.version
    let version = newest ?? PaperWording.defaultVersion
    try context.requireVersion(version)
    var refusals = paragraphs.map { WordingCheck(form: form).faults($0) } ?? []
    if from < context.today {
      refusals.append(
        Refusal(
          "wording.from", Text("启用日期不能早于今天，已出具的文书不变。", "The day may not be past: papers issued stay as they are."),
          field: "from"))
    }
    try Refusals.check(refusals)
    try context.tx.run(
      """
      INSERT INTO paper_wording (county, form, form_set, version, id, wording, from_on, reason, changed_by, changed_at,
        last_event)
      VALUES (\(context.county), \(form.form), \(form.formSet), \(version + 1), \(context.eventID),
        \(paragraphs?.joined(separator: "\n")), \(from), \(reason), \(context.principal.name), \(context.now),
        \(context.eventNumber))
      """)
    context.record(
      paragraphs == nil ? "wording.reset" : "wording.changed", .county(context.county),
      facts: [
        "form": .text(form.form), "formSet": .text(String(form.formSet)), "version": .text(String(version + 1)),
        "from": .day(from),
      ])
    return Done()
  }
}
