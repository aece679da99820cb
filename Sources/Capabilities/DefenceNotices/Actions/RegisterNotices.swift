import Cases
import Intake
import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 按清单登记通知 · Registers the notices of an organ's list, all of them or none; each becomes what it would become at the
/// counter. What somebody registered meanwhile, and what stands in the list twice, is passed over.
struct RegisterNotices: Action {
  static let permission = Permission.registerNotices
  let rows: [OrganList.Row]
  let fileSHA256: String

  struct Outcome: Sendable, Codable {
    var registered: [ListedNotice] = []
    var known: [ListedNotice] = []
  }

  func perform(in context: ActionContext) throws -> Outcome {
    var (outcome, others): (Outcome, [Subject]) = (Outcome(), [])
    for row in rows {
      if let known = try row.notice.known(in: context.county, context.keys, context.tx) {
        if known.isHandedBack { throw RegisterNotice.handedBack(known.number).at("file") }
        outcome.known.append(ListedNotice(row.line, known))
        continue
      }
      let made = try row.notice.register(in: context)
      outcome.registered.append(
        ListedNotice(row.line, KnownNotice(aidCase: made.aidCase, number: made.number, isHandedBack: false)))
      others += [.aidCase(made.aidCase), .person(made.recipient)]
    }
    context.record(
      "notices.listed", .county(context.county), also: others, rules: .inForce(on: context.today),
      facts: [
        "registered": .number(Int64(outcome.registered.count)), "known": .number(Int64(outcome.known.count)),
        "file": .text(fileSHA256),
      ])
    return outcome
  }
}
