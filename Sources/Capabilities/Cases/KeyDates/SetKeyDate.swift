import Intake
package import Kernel
import Localization
import Storage
package import WorkCalendar

/// 登记关键日期 · Writes down a key date of a case: the time that the law gives from it begins, and replaces one written down
/// before. Refuses one that such a case does not know, and a day after today.
package struct SetKeyDate: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  package let date: KeyDate
  package let day: Day

  package init(aidCase: CaseID, _ date: KeyDate, on day: Day) {
    self.aidCase = aidCase
    self.date = date
    self.day = day
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try context.workedOn(aidCase)
    guard date.isOffered(found.form, found.track, found.stage) else {
      throw Refusal(
        "keyDate.kind",
        Text(
          "“\(date.name.zh)”不适用于本案，请选择其他日期。", "“\(date.name.en)” does not apply to this case: choose another."),
        field: "date")
    }
    guard day <= context.today else {
      throw Refusal("keyDate.future", Text("日期不能晚于今天，请核对。", "The day is not after today: check it."), field: "day")
    }
    try context.stop(date.limit, on: found.subject)
    try context.start(
      date.limit, on: found.subject, owner: found.unit ?? found.owner, from: day, rules: .inForce(on: day))
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record(
      "case.keyDate", found.subject, rules: .inForce(on: day),
      basis: date.limit.variants[.inForce(on: day)]?.basis ?? [],
      facts: ["keyDate": .text(date.rawValue), "day": .day(day)])
    return Done()
  }
}

/// 办结关键日期 · Says that what a key date asked for was done: the claim is in, the answer came.
package struct FinishKeyDate: Action {
  package static let permission = Permission.handleCases
  package let aidCase: CaseID
  package let date: KeyDate

  package init(aidCase: CaseID, _ date: KeyDate) {
    self.aidCase = aidCase
    self.date = date
  }

  package func perform(in context: ActionContext) throws -> Done {
    let found = try context.workedOn(aidCase)
    guard try Deadline.open(found.subject, context.tx).contains(where: { $0.key == date.rawValue }) else {
      throw Refusal(
        "keyDate.none", Text("这一期限没有在计算，请刷新页面。", "This time is not running: reload the page."), field: "date")
    }
    try context.stop(date.limit, on: found.subject)
    try CaseTable.update(found.id, set: "state = \(found.state)", in: context)
    context.record("case.keyDateDone", found.subject, facts: ["keyDate": .text(date.rawValue)])
    return Done()
  }
}

extension ActionContext {
  /// The case, which somebody undertakes and which is not in the archive yet.
  fileprivate func workedOn(_ id: CaseID) throws -> AidCase {
    let found = try CaseTable.one(id, for: principal, tx)
    try requireVersion(found.version)
    guard found.undertaker != nil, found.state != .archived, found.state != .terminated else {
      throw Refusal(
        "keyDate.state",
        Text("案件没有在办理，不能登记关键日期。", "Nobody is working on the case: no key date can be written down."))
    }
    return found
  }
}

extension ActionContext {
  /// Stops what this office and its units owe on a case; the times of the recipient's own procedure run on.
  func stopOwn(on aidCase: AidCase) throws {
    let own = Dictionary(uniqueKeysWithValues: CasesLimits.all.map { ($0.key, $0) })
    for limit in try Deadline.open(aidCase.subject, tx).compactMap({ own[$0.key] }) {
      try stop(limit, on: aidCase.subject)
    }
  }
}
