import Consultations
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 收案来源 · Counter from: what opened the counter, a consultation that becomes an application, an earlier stage that
/// goes on in the next one, or another capability's record; what it knows already are the counter's answers, and nothing is typed twice.
enum CounterFrom: Sendable {
  case consultation(Consultation)
  /// 下一办案阶段 · The application of the stage before, and its applicant as the clerk may see him.
  case stage(Application, Person)
  /// 其他业务的记录 · A record that another capability lets become an application.
  case start(Subject, ApplicationStart.Told)

  static let consultationField = "from"
  static let stageField = "after"
  static let startField = "start"

  /// The consultation or the application that the address or the form names.
  static func consultation(_ request: WebRequest) -> ConsultationID? {
    ConsultationID(request.query[consultationField]) ?? ConsultationID(request.fields[consultationField])
  }

  static func stage(_ request: WebRequest) -> ApplicationID? {
    ApplicationID(request.query[stageField]) ?? ApplicationID(request.fields[stageField])
  }

  /// The record that the address or the form names, of those kinds.
  static func start(_ request: WebRequest, _ starts: [ApplicationStart]) -> (Subject, ApplicationStart)? {
    guard let subject = named(request) else { return nil }
    return starts.first { $0.kind == subject.kind }.map { (subject, $0) }
  }

  private static func named(_ request: WebRequest) -> Subject? {
    let asked = request.query[startField].isEmpty ? request.fields[startField] : request.query[startField]
    let parts = asked.split(separator: ".")
    guard parts.count == 2, let id = UUIDv7(String(parts[1])) else { return nil }
    return Subject(String(parts[0]), id)
  }

  static func reference(_ subject: Subject) -> String { "\(subject.kind).\(subject.id)" }

  /// What it came of, as its drafts are named by.
  static func source(_ request: WebRequest) -> String? {
    consultation(request)?.description ?? stage(request)?.description ?? named(request).map(reference)
  }

  static func load(
    _ request: WebRequest, _ principal: Principal, _ starts: [ApplicationStart], _ reader: any Reader
  ) throws -> CounterFrom? {
    if let id = consultation(request) {
      return .consultation(try ConsultationTable.one(id, for: principal, reader))
    }
    if let (subject, start) = start(request, starts) {
      return .start(subject, try start.load(reader, request.services.keys, principal, subject.id))
    }
    guard let id = stage(request) else { return nil }
    let earlier = try ApplicationTable.one(id, for: principal, reader)
    let person = try PersonTable.of(earlier.applicant, in: earlier.county, request.services.keys, reader)
    return .stage(earlier, person.seen(by: principal))
  }

  static func path(_ path: String, _ request: WebRequest) -> String {
    if let id = consultation(request) { return "\(path)?\(consultationField)=\(id)" }
    if let id = stage(request) { return "\(path)?\(stageField)=\(id)" }
    return named(request).map { "\(path)?\(startField)=\(reference($0))" } ?? path
  }

  var hidden: HTML {
    switch self {
    case .consultation(let it): hiddenField(Self.consultationField, it.id.description)
    case .stage(let earlier, _): hiddenField(Self.stageField, earlier.id.description)
    case .start(let subject, _): hiddenField(Self.startField, Self.reference(subject))
    }
  }

  func lead(_ language: Language) -> HTML {
    switch self {
    case .consultation(let it):
      .fragment([
        .text(Text("由咨询转来：", "From the consultation: ")[language]),
        a(.href("/consultations/\(it.id)")) { it.number },
      ])
    case .stage(let earlier, _):
      .fragment([
        .text(Text("同一事项的下一办案阶段，前一阶段：", "The next stage of one matter; the stage before: ")[language]),
        a(.href(ApplicationPaths.page(earlier.id))) { earlier.number ?? earlier.receiptNumber },
      ])
    case .start(_, let told): .fragment([.text(told.lead[language]), a(.href(told.path)) { told.number }])
    }
  }

  func answers(_ keys: KeyRing, for principal: Principal) throws -> [String: [String]] {
    switch self {
    case .consultation(let it): try Self.answers(it, it.consulter(keys, for: principal), it.consulter(keys))
    case .stage(let earlier, let person): Self.answers(earlier, person, try earlier.telling(keys).military)
    case .start(_, let told): told.answers
    }
  }

  /// What a flag masks from the clerk is left to be told again.
  private static func answers(_ it: Consultation, _ who: Consulter, _ whole: Consulter) -> [String: [String]] {
    let name = who.name == whole.name ? who.name : nil
    return known(
      [
        "identityNumber": who.identityNumber, "name": name, "phone": who.phone, "address": who.address,
        "township": it.township, "matter": it.topic.matter?.rawValue, "cause": it.cause, "opposing": it.opposing,
        "facts": it.content, "channel": it.channel.rawValue,
      ], who.groups)
  }

  private static func answers(
    _ earlier: Application, _ person: Person, _ military: MilitaryFacts?
  ) -> [String: [String]] {
    let name = person.protection.flags.isEmpty ? person.name : nil
    return known(
      [
        "identityNumber": person.identityNumber, "name": name, "phone": person.phone, "address": person.address,
        "township": person.township, "language": earlier.language?.rawValue, "matter": earlier.matterCode?.rawValue,
        "cause": earlier.cause,
        "opposing": earlier.opposing, "facts": earlier.facts, "track": earlier.track.rawValue,
        "form": earlier.form.rawValue, "stage": earlier.stage?.next?.rawValue,
        "militaryCategory": military?.category.rawValue, "militaryProof": military?.proof?.rawValue,
        "unitCode": military?.unitCode,
      ], person.groups)
  }

  private static func known(_ values: [String: String?], _ groups: [GroupCode]) -> [String: [String]] {
    var answers = values.compactMapValues { $0.map { [$0] } }
    answers["groups"] = groups.map(\.rawValue)
    return answers
  }
}

extension ConsultationTopic {
  /// The matter of the law that a topic is about; nil where that is for the clerk to say.
  var matter: MatterCode? {
    switch self {
    case .labourPay: .labourPay
    case .maintenance: .maintenance
    case .socialInsurance, .workInjury: .socialInsurance
    case .stateCompensation: .stateCompensation
    case .pension: .pensions
    case .goodSamaritan: .goodSamaritan
    default: nil
    }
  }
}
