import DefenceNotices
import Intake
package import Kernel
import Localization
import Papers
import Registry
import Storage
package import WorkCalendar

/// 帮助内容 · What the duty lawyer did.
package struct HelpGiven: Sendable {
  package var kinds: [HelpKind]
  package var content: String
  package var result: String?
  /// When; nil: now.
  package var at: Instant?
  /// The person has a defender by now.
  package var hasDefender: Bool
  /// 对具结书的不同意见 · What the duty lawyer objected to the plea affidavit.
  package var pleaObjection: String?

  package init(
    _ kinds: [HelpKind], content: String, result: String? = nil, at: Instant? = nil, hasDefender: Bool = false,
    pleaObjection: String? = nil
  ) {
    self.kinds = kinds
    self.content = content
    self.result = result
    self.at = at
    self.hasDefender = hasDefender
    self.pleaObjection = pleaObjection
  }
}

/// 登记法律帮助 · Records the help given and makes the form F28. A plea affidavit is signed with the duty lawyer there only
/// where there is no defender (刑事诉讼法 2018, 174); the file is inspected from prosecution review on (刑诉规则 2019, 269).
/// Refuses a time before the meeting or later than now, and a kind of help that no law of that day knows.
package struct RecordHelp: Action {
  package static let permission = Permission.giveHelp
  private let id: LegalHelpID
  private let given: HelpGiven

  package init(_ id: LegalHelpID, _ given: HelpGiven) {
    self.id = id
    self.given = given
  }

  package func perform(in context: ActionContext) throws -> PaperID {
    let found = try context.legalHelp(id, own: true)
    let state = try LegalHelpLifecycle.table.next(.help, from: found.state, by: context.principal)
    guard found.helpedAt == nil else { throw Self.once }
    let at = given.at ?? context.now
    try Refusals.check(refusals(found, at, context))
    let isPlea = given.kinds.contains(.pleaWitness)
    try LegalHelpTable.update(
      id,
      set: """
        state = \(state), helped_at = \(at), kinds = \(HelpKind.joined(given.kinds)), content = \(given.content),
        result = \(given.result), plea_on = \(isPlea ? at.day : nil),
        plea_objection = \(isPlea ? given.pleaObjection : nil)
        """, in: context)
    let record = try LegalHelpTable.one(id, for: context.principal, context.tx)
    let paper = try context.decideHelpForm(record)
    context.record(
      "help.given", .legalHelp(id), also: [.paper(paper)], rules: found.rules,
      basis: given.kinds.flatMap { HelpRules.rule($0, on: at.day)?.basis ?? [] },
      facts: ["kinds": .text(HelpKind.joined(given.kinds)), "at": .text(at.description), "plea": .flag(isPlea)])
    return paper
  }

  private func refusals(_ found: LegalHelp, _ at: Instant, _ context: ActionContext) throws -> [Refusal] {
    var refusals: [Refusal] = []
    if given.kinds.isEmpty { refusals.append(Self.nothing) }
    if at > context.now || at < found.metAt ?? found.receivedAt { refusals.append(Self.wrongTime) }
    // Before the law a pilot's own document says what is done.
    let isPilot = at.day < HelpRules.statutoryFrom
    for kind in given.kinds where HelpRules.rule(kind, on: at.day) == nil && !(isPilot && kind == .consultation) {
      refusals.append(Self.unknown(kind))
    }
    if given.kinds.contains(.fileInspection), found.stage == .investigation { refusals.append(Self.tooEarly) }
    if given.kinds.contains(.pleaWitness), given.hasDefender { refusals.append(Self.defenderWitnesses) }
    return refusals
  }
}

extension RecordHelp {
  private static let once = Refusal(
    "help.once",
    Text("这次法律帮助已经登记，再次会见的请另行登记请求。", "This help is on record: register another request for another meeting."))
  private static let nothing = Refusal(
    "help.nothing", Text("请至少选择一项法律帮助内容。", "Choose at least one kind of help."), field: "kinds")
  private static let wrongTime = Refusal(
    "help.at", Text("时间应在会见之后、现在之前，请核对。", "The time lies between the meeting and now: check it."), field: "at")
  private static let tooEarly = Refusal(
    "help.fileTooEarly",
    Text(
      "侦查阶段不能查阅案卷材料，自审查起诉之日起才可以，请去掉这一项。",
      "The file is inspected from prosecution review on, not during investigation: leave this out."),
    field: "kinds",
    basis: [LegalBasis(.procuratorate2019, "269")])
  private static let defenderWitnesses = Refusal(
    "help.defenderWitnesses",
    Text(
      "有辩护人的，认罪认罚具结书由辩护人在场签署，请去掉见证一项。",
      "With a defender the plea affidavit is signed in his presence: leave the witnessing out."), field: "kinds",
    basis: [.cpl18("174")])

  private static func unknown(_ kind: HelpKind) -> Refusal {
    Refusal(
      "help.kind",
      Text(
        "当时的法律没有规定“\(kind.name.zh)”，请去掉这一项或者核对时间。",
        "The law of that day does not know “\(kind.name.en)”: leave it out, or check the time."), field: "kinds")
  }
}

extension ActionContext {
  /// F28 as it was told, for the duty lawyer to sign.
  fileprivate func decideHelpForm(_ it: LegalHelp) throws -> PaperID {
    let who = try PersonTable.of(it.person, in: county, keys, tx)
    let untold = "未填写"
    return try decide(
      DutyForms.record(it.rules.formSet), number: it.number,
      fields: [
        "name": it.nameOnPapers, "identityNumber": who.identityNumber ?? untold, "place": it.placeName,
        "organ": it.organ ?? untold, "charge": it.charge ?? untold, "stage": it.stage.name.zh,
        "metAt": it.metAt.map { Format.instant($0, .zh) } ?? untold,
        "helpedAt": it.helpedAt.map { Format.instant($0, .zh) } ?? untold,
        "kinds": it.kinds.map(\.name.zh).joined(separator: "、"), "content": it.content ?? untold,
        "result": [it.result, it.pleaObjection.map { "对具结书的不同意见：\($0)" }].compactMap(\.self)
          .joined(separator: "；"),
        "lawyer": [it.lawyerName, it.unitName].compactMap(\.self).joined(separator: "，"),
      ], about: .legalHelp(it.id), issuer: it.owner, rules: it.rules)
  }
}
