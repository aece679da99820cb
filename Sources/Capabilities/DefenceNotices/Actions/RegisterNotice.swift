import Cases
package import Intake
package import Kernel
import Localization
package import Papers
package import Registry
import Storage
package import WorkCalendar

/// 通知内容 · What an organ's notice says, as far as it says it.
package struct NoticeTold: Sendable {
  package var organKind: OrganKind
  package var organ: String
  /// 办案机关案号 · The organ's own number; co-defendants find each other by it.
  package var organCase: String?
  package var stage: Stage
  package var situations: Set<NoticeSituation>
  package var charge: String?
  package var isInCustody: Bool?
  package var place: String?
  package var contact: OrganContact
  /// When it was received; nil: now.
  package var receivedAt: Instant?
  /// When the organ found that it must notify.
  package var discoveredOn: Day?
  package var hearingOn: Day?
  package var hearingAt: String?
  /// 简易、速裁程序 · Summary or fast-track procedure: no fifteen days before the hearing.
  package var isShortProcedure: Bool

  package init(
    _ organKind: OrganKind, _ organ: String, organCase: String? = nil, stage: Stage,
    situations: Set<NoticeSituation> = [], charge: String? = nil, isInCustody: Bool? = nil, place: String? = nil,
    contact: OrganContact = OrganContact(), receivedAt: Instant? = nil, discoveredOn: Day? = nil,
    hearingOn: Day? = nil, hearingAt: String? = nil, isShortProcedure: Bool = false
  ) {
    self.organKind = organKind
    self.organ = organ
    self.organCase = organCase
    self.stage = stage
    self.situations = situations
    self.charge = charge
    self.isInCustody = isInCustody
    self.place = place
    self.contact = contact
    self.receivedAt = receivedAt
    self.discoveredOn = discoveredOn
    self.hearingOn = hearingOn
    self.hearingAt = hearingAt
    self.isShortProcedure = isShortProcedure
  }

  /// What it lacks. `hasAddress`: the person's address is known.
  func missing(hasAddress: Bool) -> [NoticeItem] {
    NoticeItem.allCases.filter { item in
      switch item {
      case .charge: charge == nil
      case .situation: situations.isEmpty
      case .whereabouts: place == nil && !hasAddress
      case .contact: !contact.isWhole
      }
    }
  }

  var track: CaseTrack { situations.contains(.compulsoryTreatment) ? .compulsoryTreatment : .criminalNotified }
  var form: CaseForm { track == .compulsoryTreatment ? .criminalAgency : .criminalDefence }
}

/// 登记通知 · Registers an organ's notice: the person, the case, the time to assign from the receipt on (刑事规定 2013, 9,
/// 12; 法律援助法 36). Nothing is asked of the person's means. What the notice lacks is named, and by how much it came late
/// is recorded; for neither is it refused. Refuses a time later than now, a situation that the law of the day does not
/// know, a stage that is not the organ's, and the same notice twice.
package struct RegisterNotice: Action {
  package static let permission = Permission.registerNotices
  private let person: PersonTold
  private let told: NoticeTold
  private let notice: StoredUpload?
  private let instrument: StoredUpload?
  /// 前一阶段案件 · The case of the stage before, whose matter goes on.
  private let continues: CaseID?

  package init(
    _ person: PersonTold, _ told: NoticeTold, notice: StoredUpload? = nil, instrument: StoredUpload? = nil,
    continues: CaseID? = nil
  ) {
    self.person = person
    self.told = told
    self.notice = notice
    self.instrument = instrument
    self.continues = continues
  }

  package func perform(in context: ActionContext) throws -> CaseID {
    let made = try register(in: context)
    let (told, receivedAt) = (made.told, made.receivedAt)
    context.record(
      "notice.received", .aidCase(made.aidCase), also: [.person(made.recipient)],
      rules: .inForce(on: receivedAt.day),
      basis: told.situations.sorted { $0.rawValue < $1.rawValue }.flatMap {
        SituationRules.rule($0, on: receivedAt.day)?.ground.basis ?? []
      },
      facts: [
        "number": .text(made.number), "organ": .text(told.organKind.rawValue), "stage": .text(told.stage.rawValue),
        "track": .text(told.track.rawValue), "situations": .text(NoticeSituation.joined(told.situations)),
        "receivedAt": .text(receivedAt.description), "missing": .list(made.missing.map { .text($0.rawValue) }),
        "daysLate": .number(Int64(made.lateness.days ?? 0)),
      ])
    return made.aidCase
  }

  /// What a registered notice became.
  struct Made {
    let aidCase: CaseID
    let number: String
    let recipient: PersonID
    let told: NoticeTold
    let receivedAt: Instant
    let missing: [NoticeItem]
    let lateness: NoticeLateness
  }

  /// Everything but the event, which is this action's, or that of the list the notice stood in.
  func register(in context: ActionContext) throws -> Made {
    let receivedAt = told.receivedAt ?? context.now
    let told = told.withWhatIsEvident(of: person, on: receivedAt.day)
    try Refusals.check(refusals(at: context.now))
    let earlier = try continues.map { try CaseTable.one($0, for: context.principal, context.tx) }
    let recipient = try PersonTable.save(person, known: earlier?.recipient, in: context)
    if let earlier, earlier.recipient != recipient { throw Self.stageOfAnother }
    if let number = told.organCase,
      let known = try DefenceNoticeTable.known(
        number, told.stage, of: recipient, named: person.identityNumber == nil ? person.name : nil,
        in: context.county, context.tx)
    {
      throw known.isHandedBack ? Self.handedBack(known.number) : Self.twice(known.number)
    }
    let address = try PersonTable.of(recipient, in: context.county, context.keys, context.tx).address
    let missing = told.missing(hasAddress: address != nil)
    let lateness = NoticeLateness(
      receivedOn: receivedAt.day, discoveredOn: told.discoveredOn, hearingOn: told.hearingOn,
      isShortProcedure: told.isShortProcedure, calendar: context.calendar)

    let (id, number) = try open(told, recipient, earlier, receivedAt.day, context)
    try DefenceNoticeTable.insert(
      DefenceNoticeID(), of: id, told, receivedAt: receivedAt, missing: missing, lateness, in: context)
    if let hearing = told.hearingOn {
      try HearingTable.insert(of: id, on: hearing, at: told.hearingAt, court: told.organ, place: "", in: context)
    }
    for (kind, file) in [("notice", notice), ("measure", instrument)] {
      if let file { try context.attach(file, kind: kind, about: .aidCase(id)) }
    }
    return Made(
      aidCase: id, number: number, recipient: recipient, told: told, receivedAt: receivedAt, missing: missing,
      lateness: lateness)
  }

  /// The notice that is on record already, by the organ's number, the person and the stage.
  func known(in county: CountyID, _ keys: KeyRing, _ reader: any Reader) throws -> KnownNotice? {
    guard let number = told.organCase else { return nil }
    let recipient = try person.identityNumber.flatMap { try PersonTable.byIdentity($0, in: county, keys, reader) }
    return try DefenceNoticeTable.known(
      number, told.stage, of: recipient, named: person.identityNumber == nil ? person.name : nil, in: county, reader
    )
  }

  private func open(
    _ told: NoticeTold, _ recipient: PersonID, _ earlier: AidCase?, _ day: Day, _ context: ActionContext
  ) throws -> (id: CaseID, number: String) {
    let centre = try AgencyTable.only(.centre, in: context.county, context.tx).id
    let cause = told.charge ?? AidCase.causeMissing
    let matter =
      try earlier?.matter
      ?? MatterTable.insert(
        recipient: recipient, cause: cause, openedOn: day, in: context)
    if earlier == nil {
      try PartyTable.insert(.recipient, name: person.name, person: recipient, matter: matter, in: context)
    }
    var opening = CaseOpening(
      origin: centre, owner: centre, matter: matter, recipient: recipient, township: person.township,
      track: told.track, form: told.form, stage: told.stage, cause: cause, acceptedOn: day)
    opening.situations = told.situations
    opening.organ = told.organ
    opening.organCase = told.organCase
    return try context.openCase(opening)
  }

  /// What no single field can know.
  func refusals(at now: Instant) -> [Refusal] {
    let receivedAt = told.receivedAt ?? now
    var refusals: [Refusal] = []
    if receivedAt > now { refusals.append(Self.receivedLater) }
    if let found = told.discoveredOn, found > receivedAt.day { refusals.append(Self.foundLater) }
    for situation in told.situations where SituationRules.rule(situation, on: receivedAt.day) == nil {
      refusals.append(Self.unknown(situation))
    }
    if !told.organKind.stages.contains(told.stage) { refusals.append(Self.wrongStage(told)) }
    return refusals
  }
}

extension NoticeTold {
  /// 自动识别 · Who is under eighteen on the day is a minor, whatever the notice says.
  func withWhatIsEvident(of person: PersonTold, on day: Day) -> NoticeTold {
    guard let birthOn = person.birthOn ?? person.identityNumber.flatMap({ try? IdentityNumber($0) })?.birthOn,
      GroupCode.evident(birthOn: birthOn, sex: nil, on: day).contains(.minor)
    else { return self }
    var told = self
    told.situations.insert(.minor)
    return told
  }
}

extension RegisterNotice {
  private static let receivedLater = Refusal(
    "notice.receivedLater",
    Text("收到通知的时间不能晚于现在，请核对。", "The notice cannot have come later than now: check the time."),
    field: "receivedAt")
  private static let foundLater = Refusal(
    "notice.foundLater",
    Text("办案机关发现情形的日期不能晚于收到通知之日，请核对。", "The organ cannot have found it after the notice came: check the day."),
    field: "discoveredOn")
  private static let stageOfAnother = Refusal(
    "notice.stageOfAnother",
    Text(
      "前一阶段案件的受援人不是此人，请核对证件号码，或者不选前一阶段案件。",
      "The case of the stage before is somebody else's: check the identity number, or choose none."),
    field: "continues")

  private static func unknown(_ situation: NoticeSituation) -> Refusal {
    Refusal(
      "notice.situation",
      Text(
        "收到通知之日的法律没有规定“\(situation.name.zh)”这一情形，请核对通知或者收到的时间。",
        "The law of that day does not know the situation “\(situation.name.en)”: check the notice or the time."),
      field: "situations")
  }

  private static func wrongStage(_ told: NoticeTold) -> Refusal {
    let (organ, stage) = (told.organKind.name, told.stage.name)
    return Refusal(
      "notice.stage",
      Text(
        "\(organ.zh)不办理“\(stage.zh)”阶段的案件，请核对办案机关或者阶段。",
        "A case in “\(stage.en)” is not handled by “\(organ.en)”: check the organ or the stage."),
      field: "stage")
  }

  /// The second notice belongs to the case whose defender was refused, whatever number it bears.
  static func handedBack(_ number: String) -> Refusal {
    Refusal(
      "notice.handedBack",
      Text(
        "此人本阶段的案件\(number)已准许拒绝辩护，请在该案件下登记另行通知。",
        "The refusal in this person's case of this stage (\(number)) was permitted: register the new notice on that case."
      ),
      field: "organCase")
  }

  private static func twice(_ number: String) -> Refusal {
    Refusal(
      "notice.twice",
      Text(
        "同一办案机关案号、同一人、同一阶段的通知已经登记（案件\(number)），请在该案件下补充。",
        "A notice with this number of the organ, of this person and stage is on record (case \(number)): complete that one."
      ),
      field: "organCase")
  }
}
