package import Kernel
import Localization
import Papers
import Storage
import WorkCalendar

extension ActionContext {
  /// 恢复援助 · Takes a termination back by the bureau's order (条例 19; 法律援助法 49): its papers are withdrawn and the case
  /// waits to be assigned again, the same unit first if it will; the agreement had ended with the aid. Where the dossier
  /// was handed in already, another case of the same matter opens. Answers the case that goes on. `order`: the number of the
  /// bureau's decision.
  package func resumeAid(_ found: AidCase, by order: String) throws -> CaseID {
    let (termination, next) = try termination(found, .revoke)
    for paper in try PaperTable.of([found.subject], tx)
    where ["F18", "F19"].contains(paper.form) && paper.state != .revoked {
      try revokePaper(paper.id, reason: "司法局责令改正（\(order)）")
    }
    try TerminationTable.update(termination.id, set: "state = \(next)", in: self)
    guard found.state == .terminated else { return try openCase(CaseOpening(again: found, on: today)).id }
    let state = try CaseLifecycle.table.next(.resume, from: found.state, by: principal)
    try takeBack(found, to: state, because: "terminated", reason: termination.ground.name.zh)
    try CaseTable.update(found.id, set: "ended = NULL, closing_basis = NULL, closed_on = NULL", in: self)
    return found.id
  }
}

extension CaseOpening {
  fileprivate init(again found: AidCase, on day: Day) {
    self.init(
      origin: found.origin, owner: found.owner, application: found.application, matter: found.matter,
      recipient: found.recipient, township: found.township, track: found.track, form: found.form,
      stage: found.stage,
      cause: found.cause, acceptedOn: day)
    situations = found.situations
    organ = found.organ
    organCase = found.organCase
  }
}
