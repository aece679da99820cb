import Kernel
import Localization
import Registry
import Web
import WorkCalendar

/// 已填内容 · Counter answers: what stands in the form: what was just sent, else the draft, else what a consultation
/// or the stage before told, and what usually holds.
struct CounterAnswers: Sendable {
  private let values: [String: [String]]

  init(
    _ request: WebRequest, isSent: Bool, draft: Draft?, from: CounterFrom?, _ line: HardshipLine?
  ) throws {
    if isSent {
      values = Dictionary(uniqueKeysWithValues: request.fields.names.map { ($0, request.fields.values($0)) })
    } else if let draft {
      values = draft.fields
    } else {
      let known = try from?.answers(request.services.keys, for: request.requirePrincipal()) ?? [:]
      values = try Self.usual(request, line).merging(known) { $1 }
    }
  }

  subscript(_ name: String) -> String { values[name]?.first ?? "" }
  func all(_ name: String) -> [String] { values[name] ?? [] }
  func codes<T: RawRepresentable<String>>(_ name: String, _: T.Type = T.self) -> [T] {
    all(name).compactMap(T.init(rawValue:))
  }

  /// What usually holds.
  static func usual(_ request: WebRequest, _ line: HardshipLine?) throws -> [String: [String]] {
    let isStation = try request.requirePrincipal().agencyKind == .station
    let now = request.services.clock.now()
    let minute = [now.hour, now.minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return [
      "track": [CaseTrack.civil.rawValue], "form": [CaseForm.civilLitigationAgency.rawValue],
      "channel": [(isStation ? ServiceChannel.station : .visit).rawValue], "servedAt": ["\(now.day) \(minute)"],
      "language": [RecipientLanguage.chinese.rawValue], "months": line?.lookbackMonths.map { ["\($0)"] } ?? [],
    ]
  }

  /// What the tests are asked about so far; what cannot be read yet counts as not told.
  func eligibility(on day: Day) -> Eligibility.Facts {
    let asked = HouseholdFields.names + ["identityNumber", "matter", "foreignerIsEntitled", "retrialOrdered"]
    var reader = FieldReader(Fields(pairs: asked.map { ($0, self[$0]) }))
    let evident = IdentityFacts(self["identityNumber"])?.groups(on: day) ?? []
    return Eligibility.Facts(
      matter: MatterCode(rawValue: self["matter"]), groups: evident + codes("groups", GroupCode.self),
      claims: codes("claims"),
      household: HouseholdFields.read(&reader, opposing: PartyTable.names(in: self["opposing"])),
      foreignerIsEntitled: CounterReading.entitled(&reader),
      retrialOrdered: CounterReading.retrialOrdered(&reader), position: LegalPosition(rawValue: self["position"]),
      stage: Stage(rawValue: self["stage"]))
  }
}
