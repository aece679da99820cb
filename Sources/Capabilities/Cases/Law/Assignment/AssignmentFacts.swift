package import Intake
package import Localization
package import Registry
package import WorkCalendar

/// 指派事实 · Assignment facts: what the assignment rules look at, of the case and of the person offered. What is not known
/// is nil.
package struct AssignmentFacts: Sendable, Hashable {
  /// 另一方 · Somebody on the other side or beside the recipient, with who acts for him.
  package struct Other: Sendable, Hashable {
    package var name: String
    package var undertaker: String?
    package var unit: String?
    /// 共同承办人员 · He acts, or acted, beside the undertaker.
    package var isSecond: Bool

    package init(name: String, undertaker: String? = nil, unit: String? = nil, isSecond: Bool = false) {
      self.name = name
      self.undertaker = undertaker
      self.unit = unit
      self.isSecond = isSecond
    }
  }

  /// 可能的冲突 · Somebody who perhaps acts, or acted, for the opposing party: to be looked at, no bar.
  package struct Possible: Sendable, Hashable {
    package enum Ground: Sendable, Hashable {
      /// 姓名相近 · In what seems to be the same dispute, under a near name.
      case nearName
      /// 另一纠纷 · In another dispute.
      case otherDispute
    }

    /// As our case names the opposing party.
    package var name: String
    package var ground: Ground
    /// The number of the case in which he acts; nil where it may not be told.
    package var number: String?
    package var undertaker: String?
    package var unit: String

    package init(name: String, ground: Ground, number: String? = nil, undertaker: String? = nil, unit: String) {
      self.name = name
      self.ground = ground
      self.number = number
      self.undertaker = undertaker
      self.unit = unit
    }
  }

  package struct Case: Sendable, Hashable {
    package var track: CaseTrack?
    package var form: CaseForm?
    package var stage: Stage?
    package var situations: Set<NoticeSituation>
    package var opposing: [Other]
    package var coDefendants: [Other]
    package var possible: [Possible] = []
    /// Defenders the defendant already has.
    package var defenders: Int
    package var matter: MatterCode?
    /// 沟通语言 · What the recipient speaks, where it is not Chinese.
    package var language: SpokenLanguage?

    package init(
      track: CaseTrack? = nil, form: CaseForm? = nil, stage: Stage? = nil, situations: Set<NoticeSituation> = [],
      opposing: [Other] = [], coDefendants: [Other] = [], defenders: Int = 0, matter: MatterCode? = nil,
      language: SpokenLanguage? = nil
    ) {
      self.matter = matter
      self.language = language
      self.track = track
      self.form = form
      self.stage = stage
      self.situations = situations
      self.opposing = opposing
      self.coDefendants = coDefendants
      self.defenders = defenders
    }

    var isDefence: Bool { form == .criminalDefence || track == .criminalNotified }
    var isCriminal: Bool { track?.isCriminal == true || form?.isCriminal == true }
  }

  package struct Person: Sendable, Hashable {
    package var kind: UndertakerKind?
    package var name: String?
    package var unit: String?
    package var firstLicensedOn: Day?
    package var criminalDefenceYears: Int?
    package var juvenileCompetent: Bool?
    package var licenceValid: Bool?
    package var unitActive: Bool?
    package var formerJudgeLeftOn: Day?
    /// The case was taken from him by a replacement.
    package var isReplaced: Bool
    /// The last day of a leave that covers the day.
    package var onLeaveUntil: Day?
    /// Names of near relatives.
    package var relatives: [String]
    /// Why the law excludes him as a defender: an interest, a sentence, an office.
    package var excludedBecause: Text?
    package var specialties: [String] = []
    package var languages: [String]?
    package var openCases: Int?
    /// Undertook the matter in the stage before.
    package var knowsMatter = false

    package init(
      kind: UndertakerKind? = nil, name: String? = nil, unit: String? = nil, firstLicensedOn: Day? = nil,
      criminalDefenceYears: Int? = nil, juvenileCompetent: Bool? = nil, licenceValid: Bool? = nil,
      unitActive: Bool? = nil, formerJudgeLeftOn: Day? = nil, isReplaced: Bool = false, onLeaveUntil: Day? = nil,
      relatives: [String] = [],
      excludedBecause: Text? = nil
    ) {
      self.kind = kind
      self.name = name
      self.unit = unit
      self.firstLicensedOn = firstLicensedOn
      self.criminalDefenceYears = criminalDefenceYears
      self.juvenileCompetent = juvenileCompetent
      self.licenceValid = licenceValid
      self.unitActive = unitActive
      self.formerJudgeLeftOn = formerJudgeLeftOn
      self.isReplaced = isReplaced
      self.onLeaveUntil = onLeaveUntil
      self.relatives = relatives
      self.excludedBecause = excludedBecause
    }
  }

  package var aidCase: Case
  package var person: Person
  /// 地方规则包 · The local packs handed in; what of them is in force on the day may ask for more years of practice.
  package var packs: [LocalRulePack]

  /// 推荐分 · Nil where the load is not known.
  package func score(on day: Day) -> SoftScore? {
    person.openCases.map { open in
      SoftScore.of(
        specialties: person.specialties, wanted: aidCase.track.flatMap { Specialty.wanted($0, aidCase.matter) },
        knowsMatter: person.knowsMatter,
        speaks: aidCase.language.map { one in (person.languages ?? []).contains(one.rawValue) ? [one] : [] } ?? [],
        practiceYears: aidCase.isCriminal ? person.firstLicensedOn?.fullYears(until: day) : nil, openCases: open)
    }
  }

  package init(_ aidCase: Case, _ person: Person, packs: [LocalRulePack] = []) {
    self.aidCase = aidCase
    self.person = person
    self.packs = packs
  }
}
