import DefenceNotices
package import Intake
package import Kernel
import Localization
package import Papers
package import Registry
import Storage
package import WorkCalendar

/// 请求内容 · What is told when a duty lawyer is asked for.
package struct HelpTold: Sendable {
  package var source: HelpSource
  package var place: DutyPlaceID
  package var organ: String?
  package var organCase: String?
  package var stage: Stage
  package var charge: String?
  package var isInCustody: Bool?
  /// Whether the person has a defender already.
  package var hasDefender: Bool
  package var wanted: [HelpKind]
  package var brief: String?
  /// When the person asked, where that is known.
  package var askedAt: Instant?
  /// When it reached the duty lawyer or the centre; nil: now.
  package var receivedAt: Instant?

  package init(
    _ source: HelpSource, at place: DutyPlaceID, organ: String? = nil, organCase: String? = nil, stage: Stage,
    charge: String? = nil, isInCustody: Bool? = nil, hasDefender: Bool = false,
    wanted: [HelpKind] = [.consultation],
    brief: String? = nil, askedAt: Instant? = nil, receivedAt: Instant? = nil
  ) {
    self.source = source
    self.place = place
    self.organ = organ
    self.organCase = organCase
    self.stage = stage
    self.charge = charge
    self.isInCustody = isInCustody
    self.hasDefender = hasDefender
    self.wanted = wanted
    self.brief = brief
    self.askedAt = askedAt
    self.receivedAt = receivedAt
  }
}

/// 登记法律帮助请求 · Registers that a duty lawyer is asked for: by the person (F23), by an organ (F24 to F27), or on
/// site; a lawyer who registers it is the one who helps (刑事诉讼法 2018, 36; 法律援助法 30). By how much the detention house
/// told it late is recorded. Refuses a time later than now, a day before the law knew duty lawyers unless the place's
/// own document does, who has a defender, a stage that is not the organ's, and the same person twice.
package struct RegisterHelp: Action {
  package static let permission = Permission.registerHelp
  private let person: PersonTold
  private let told: HelpTold
  private let paper: StoredUpload?

  package init(_ person: PersonTold, _ told: HelpTold, paper: StoredUpload? = nil) {
    self.person = person
    self.told = told
    self.paper = paper
  }

  package func perform(in context: ActionContext) throws -> LegalHelpID {
    let receivedAt = told.receivedAt ?? context.now
    let place = try DutyPlaceTable.one(told.place, in: context.county, context.tx)
    try Refusals.check(refusals(place, receivedAt, context))
    let subject = try PersonTable.save(person, in: context)
    if person.identityNumber != nil,
      let known = try LegalHelpTable.unfinished(subject, told.stage, in: context.county, context.tx)
    {
      throw Self.twice(known)
    }
    let id = LegalHelpID()
    let number = try context.takeNumber(.legalHelp, for: .legalHelp(id))
    let late = DutyLimits.hoursLate(askedAt: told.askedAt, toldAt: receivedAt, context.calendar)
    // A lawyer who registers it is the one who helps.
    let own = context.principal.undertaker
    try insert(id, number, subject, receivedAt, late, own, context)
    if let paper { try context.attach(paper, kind: "request", about: .legalHelp(id)) }
    context.record(
      "help.requested", .legalHelp(id), also: [.person(subject)], rules: .inForce(on: receivedAt.day),
      basis: HelpRules.basis(on: receivedAt.day),
      facts: [
        "number": .text(number), "source": .text(told.source.rawValue), "stage": .text(told.stage.rawValue),
        "wanted": .text(HelpKind.joined(told.wanted)), "receivedAt": .text(receivedAt.description),
        "hoursLate": .number(Int64(late ?? 0)),
      ])
    return id
  }

  private func refusals(_ place: DutyPlace, _ receivedAt: Instant, _ context: ActionContext) -> [Refusal] {
    var refusals: [Refusal] = []
    if receivedAt > context.now { refusals.append(Self.receivedLater) }
    if let askedAt = told.askedAt, askedAt > receivedAt { refusals.append(Self.askedLater) }
    if HelpRules.basis(on: receivedAt.day).isEmpty, place.document == nil { refusals.append(Self.noBasis(place)) }
    if told.hasDefender { refusals.append(Self.hasDefender) }
    if let organ = told.source.organ, !organ.stages.contains(told.stage) { refusals.append(Self.wrongStage) }
    if told.source.organ != nil, told.organ == nil { refusals.append(Self.noOrgan) }
    return refusals
  }

  private func insert(
    _ id: LegalHelpID, _ number: String, _ subject: PersonID, _ receivedAt: Instant, _ late: Int?,
    _ own: LegalAidPersonID?, _ context: ActionContext
  ) throws {
    let centre = try AgencyTable.only(.centre, in: context.county, context.tx).id
    let unit = try own.map { try LegalAidPersonTable.one($0, in: context.county, context.tx).unit }
    let state: LegalHelpState = own == nil ? .requested : .dispatched
    try context.tx.run(
      """
      INSERT INTO legal_help (id, county, origin, owner, unit, undertaker, number, state, rule_set, source, place,
        person, organ, organ_case, stage, charge, is_in_custody, wanted, brief, asked_at, received_at, hours_late,
        recorder, is_on_call, dispatched_at, version, last_event)
      VALUES (\(id), \(context.county), \(context.principal.agency ?? centre), \(centre), \(unit), \(own), \(number),
        \(state), \(RuleSet.inForce(on: receivedAt.day)), \(told.source), \(told.place), \(subject), \(told.organ),
        \(told.organCase), \(told.stage), \(told.charge), \(told.isInCustody), \(HelpKind.joined(told.wanted)),
        \(told.brief), \(told.askedAt), \(receivedAt), \(late), \(context.principal.name), \(false),
        \(own == nil ? nil : receivedAt), 1, \(context.eventNumber))
      """)
  }
}

extension RegisterHelp {
  private static let receivedLater = Refusal(
    "help.receivedLater",
    Text("收到请求的时间不能晚于现在，请核对。", "The request cannot have come later than now: check the time."), field: "receivedAt")
  private static let askedLater = Refusal(
    "help.askedLater",
    Text("本人提出的时间不能晚于收到的时间，请核对。", "The person cannot have asked after the request came: check the time."),
    field: "askedAt")
  private static let hasDefender = Refusal(
    "help.hasDefender",
    Text(
      "有辩护人的，由辩护人提供帮助，请告知其辩护人，不必派遣值班律师。",
      "Whoever has a defender is helped by him: tell the defender, and send no duty lawyer."), field: "hasDefender",
    basis: [.cpl18("36")])
  private static let wrongStage = Refusal(
    "help.stage",
    Text("这个机关不办理该阶段的案件，请核对来源或者阶段。", "A case in that stage is not this organ’s: check the source or the stage."),
    field: "stage")
  private static let noOrgan = Refusal(
    "help.organ", Text("请填写发出通知的机关名称。", "Fill in the name of the organ that sent the notice."), field: "organ")

  private static func noBasis(_ place: DutyPlace) -> Refusal {
    Refusal(
      "help.noBasis",
      Text(
        "2018年10月26日以前没有法律规定值班律师。\(place.name)没有登记本地试点文件，请登记为法律咨询。",
        "Before 26 October 2018 no law knew duty lawyers, and no local pilot document is on record for \(place.name): record a consultation instead."
      ), field: "receivedAt")
  }

  private static func twice(_ number: String) -> Refusal {
    Refusal(
      "help.twice",
      Text(
        "此人在这一阶段的法律帮助\(number)还没有办完，请在那一件中办理。",
        "Legal help \(number) for this person in this stage is not finished: go on with that one."),
      field: "identityNumber")
  }
}
