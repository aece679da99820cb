import DefenceNotices
package import Intake
package import Kernel
import Localization
package import Registry
import Storage
package import WorkCalendar

package enum LegalHelpRecord {}
package typealias LegalHelpID = ID<LegalHelpRecord>

/// 法律帮助 · Legal help: what a duty lawyer did for one person who has no defender. It is no case, and never counted as one.
package struct LegalHelp: Sendable {
  package let id: LegalHelpID
  package let county: CountyID
  package let origin: AgencyID
  package let owner: AgencyID
  package let number: String
  package let state: LegalHelpState
  package let rules: RuleSet
  package let source: HelpSource
  package let place: DutyPlaceID
  package let placeName: String
  package let person: PersonID
  /// 姓名 · As papers bear it; pages show `name(to:)`.
  package let nameOnPapers: String
  package let protection: Protection
  package let organ: String?
  package let organCase: String?
  package let stage: Stage
  package let charge: String?
  package let isInCustody: Bool?
  package let wanted: [HelpKind]
  package let brief: String?
  /// When the person asked for a duty lawyer, where that is known.
  package let askedAt: Instant?
  /// When the request reached the duty lawyer or the centre.
  package let receivedAt: Instant
  /// 迟延 · By how many hours the detention house told it late (TL22).
  package let hoursLate: Int?
  package let recorder: String
  package let lawyer: LegalAidPersonID?
  package let lawyerName: String?
  package let unit: AgencyID?
  package let unitName: String?
  package let isOnCall: Bool
  package let dispatchedAt: Instant?
  package let metAt: Instant?
  package let helpedAt: Instant?
  package let kinds: [HelpKind]
  package let content: String?
  package let result: String?
  package let pleaOn: Day?
  package let pleaObjection: String?
  package let takenAt: Instant?
  /// When TL02 ends; nil where no law of the day set a time.
  package let forwardBy: Instant?
  package let forwardedAt: Instant?
  package let forwardedLate: Int?
  package let application: ApplicationID?
  package let recordedOn: Day?
  package let version: Int

  init(_ row: Row) throws {
    id = try row.get("id")
    county = try row.get("county")
    origin = try row.get("origin")
    owner = try row.get("owner")
    number = try row.get("number")
    state = try row.get("state")
    rules = try row.get("rule_set")
    source = try row.get("source")
    place = try row.get("place")
    placeName = try row.get("place_name")
    person = try row.get("person")
    nameOnPapers = try row.get("person_name")
    protection = try Protection(row)
    organ = try row.get("organ")
    organCase = try row.get("organ_case")
    stage = try row.get("stage")
    charge = try row.get("charge")
    isInCustody = try row.get("is_in_custody")
    wanted = HelpKind.split(try row.get("wanted"))
    brief = try row.get("brief")
    askedAt = try row.get("asked_at")
    receivedAt = try row.get("received_at")
    hoursLate = try row.get("hours_late")
    recorder = try row.get("recorder")
    lawyer = try row.get("undertaker")
    lawyerName = try row.get("lawyer_name")
    unit = try row.get("unit")
    unitName = try row.get("unit_name")
    isOnCall = try row.get("is_on_call")
    dispatchedAt = try row.get("dispatched_at")
    metAt = try row.get("met_at")
    helpedAt = try row.get("helped_at")
    kinds = HelpKind.split(try row.get("kinds", as: String?.self) ?? "")
    content = try row.get("content")
    result = try row.get("result")
    pleaOn = try row.get("plea_on")
    pleaObjection = try row.get("plea_objection")
    takenAt = try row.get("taken_at")
    forwardBy = try row.get("forward_by")
    forwardedAt = try row.get("forwarded_at")
    forwardedLate = try row.get("forwarded_late")
    application = try row.get("application")
    recordedOn = try row.get("recorded_on")
    version = try row.get("version")
  }

  package func name(to principal: Principal) -> String { protection.name(nameOnPapers, to: principal) }

  /// What a list says it is about.
  package var about: String { charge ?? stage.name.zh }

  /// The steps somebody may take now: what was done once is not offered again.
  func steps(_ principal: Principal) -> [LegalHelpStep] {
    LegalHelpLifecycle.table.allowed(from: state, by: principal).filter { step in
      switch step {
      case .takeApplication: takenAt == nil
      case .forward: takenAt != nil && forwardedAt == nil
      case .help: helpedAt == nil
      case .record: helpedAt != nil
      case .dispatch, .meet: true
      }
    }
  }
}
