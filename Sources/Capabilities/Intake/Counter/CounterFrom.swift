import Consultations
import Kernel
import Registry
import Storage
import Web
import WorkCalendar

/// 咨询转申请 · Counter from: what a consultation already knows, as the counter's answers: nothing is typed twice.
enum CounterFrom {
  static let field = "from"

  /// The consultation that the address or the form names.
  static func id(_ request: WebRequest) -> ConsultationID? {
    ConsultationID(request.query[field]) ?? ConsultationID(request.fields[field])
  }

  static func path(_ path: String, _ request: WebRequest) -> String {
    id(request).map { "\(path)?\(field)=\($0)" } ?? path
  }

  static func answers(_ it: Consultation, _ keys: KeyRing) throws -> [String: [String]] {
    let who = try it.consulter(keys)
    let known: [String: String?] = [
      field: it.id.description, "identityNumber": who.identityNumber, "name": who.name, "phone": who.phone,
      "address": who.address, "township": it.township, "matter": it.topic.matter?.rawValue, "cause": it.cause,
      "opposing": it.opposing, "facts": it.content, "channel": it.channel.rawValue,
    ]
    var answers = known.compactMapValues { $0.map { [$0] } }
    answers["groups"] = who.groups.map(\.rawValue)
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
