import Cases
import Intake
import Kernel
import Localization
import Registry
import Testing
import WorkCalendar

private typealias Facts = AssignmentFacts

private func keys(_ aidCase: Facts.Case, _ person: Facts.Person, on day: String = "2016-06-15") throws -> [String] {
  AssignmentRules.blocks(Facts(aidCase, person), on: try #require(Day(day))).map(\.key)
}

@Suite struct AssignmentRuleTests {
  private static let grave = Facts.Case(
    track: .criminalNotified, form: .criminalDefence, stage: .investigation, situations: [.lifeOrDeath])

  /// AT-6.1, AT-6.2: three years of practice to the day; from 2022 three years of criminal defence too.
  @Test(arguments: [
    ("2016-05-20", 2, true), ("2016-06-14", 2, true), ("2016-06-15", 2, false), ("2016-06-15", 0, false),
    ("2022-06-01", 2, true), ("2022-06-01", 3, false), ("2023-10-10", 2, true), ("2023-10-10", 3, false),
  ])
  func lifeOrDeath(_ day: String, _ defenceYears: Int, _ isBlocked: Bool) throws {
    let lawyer = Facts.Person(
      kind: .lawFirmLawyer, firstLicensedOn: Day("2013-06-15"), criminalDefenceYears: defenceYears)
    #expect(try keys(Self.grave, lawyer, on: day) == (isBlocked ? ["Q1"] : []))
  }

  @Test func experienceThatIsNotOnRecordBlocks() throws {
    #expect(try keys(Self.grave, .init(kind: .lawFirmLawyer)) == ["Q1"])
    #expect(try keys(Self.grave, .init(firstLicensedOn: Day("2000-01-01")), on: "2022-06-01") == ["Q1"])
  }

  /// A local pack in force may ask for more years than the nation's three; who has exactly so many is not blocked.
  @Test(arguments: [("2016-06-14", ["Q1"]), ("2016-06-15", [String]()), ("2018-01-01", [])])
  func aPackMayAskForMoreYears(_ day: String, _ blocked: [String]) throws {
    var pack = LocalRulePack(name: "HZ", document: "省条例", from: .literal(2016, 1, 1), to: .literal(2017, 12, 31))
    pack.practiceYears = Listed(5)
    let lawyer = Facts.Person(
      kind: .lawFirmLawyer, firstLicensedOn: Day(day == "2018-01-01" ? "2014-06-15" : "2011-06-15"))
    let facts = Facts(Self.grave, lawyer, packs: [pack])
    let blocks = AssignmentRules.blocks(facts, on: try #require(Day(day)))
    #expect(blocks.map(\.key) == blocked)
    #expect(blocks.allSatisfy { $0.reason.zh.contains("未满5年") && $0.reason.zh.contains("省条例") })
  }

  /// A case is criminal by its track alone, too.
  @Test(arguments: [(CaseTrack.criminalApplied, ["Q3"]), (.civil, [String]())])
  func criminalByTheTrack(_ track: CaseTrack, _ blocked: [String]) throws {
    let aidCase = Facts.Case(track: track, situations: [.minor])
    #expect(try keys(aidCase, .init(kind: .lawFirmLawyer)) == blocked)
  }

  /// Q2 came with the law of 2021.
  @Test(arguments: [("2016-06-15", [String]()), ("2022-06-01", ["Q2"]), ("2023-10-10", ["Q2"])])
  func deathReview(_ day: String, _ blocked: [String]) throws {
    let aidCase = Facts.Case(form: .criminalDefence, stage: .deathReview)
    #expect(try keys(aidCase, .init(kind: .lawFirmLawyer), on: day) == blocked)
  }

  /// Q3: suspects and defendants first, any minor since 2022.
  @Test(arguments: [
    (CaseForm.criminalDefence, "2016-06-15", true), (.civilLitigationAgency, "2016-06-15", false),
    (.civilLitigationAgency, "2022-06-01", true), (.criminalDefence, "2023-10-10", true),
  ])
  func minors(_ form: CaseForm, _ day: String, _ isBlocked: Bool) throws {
    let aidCase = Facts.Case(form: form, situations: [.minor])
    #expect(try keys(aidCase, .init(juvenileCompetent: false), on: day) == (isBlocked ? ["Q3"] : []))
    #expect(try keys(aidCase, .init(), on: day) == (isBlocked ? ["Q3"] : []))
    #expect(try keys(aidCase, .init(juvenileCompetent: true), on: day) == [])
  }

  /// AT-6.4.
  @Test(arguments: [
    (UndertakerKind.grassrootsWorker, Bool?.none, true), (.grassrootsWorker, true, true), (.volunteer, nil, true),
    (.volunteer, true, false), (.lawFirmLawyer, nil, false), (.centreLawyer, nil, false),
    (.publicLawyer, nil, false),
  ])
  func lawyersOnly(_ kind: UndertakerKind, _ licence: Bool?, _ isBlocked: Bool) throws {
    let person = Facts.Person(kind: kind, licenceValid: licence)
    for aidCase in [
      Facts.Case(form: .criminalDefence), .init(track: .criminalNotified), .init(track: .compulsoryTreatment),
      .init(form: .criminalAgency, stage: .investigation),
    ] {
      #expect(try keys(aidCase, person) == (isBlocked ? ["Q4"] : []))
    }
    #expect(try keys(.init(track: .civil, form: .civilLitigationAgency), person) == [])
  }

  /// AT-6.5: the same lawyer not for two co-defendants, another of the same firm yes.
  @Test func coDefendants() throws {
    let aidCase = Facts.Case(
      form: .criminalDefence, coDefendants: [.init(name: "王五", undertaker: "律师甲", unit: "甲律师事务所")])
    #expect(try keys(aidCase, .init(name: "律师甲", unit: "甲律师事务所")) == ["Q5"])
    #expect(try keys(aidCase, .init(name: "律师乙", unit: "甲律师事务所")) == [])
  }

  /// AT-6.5, second half, and what else an assigner is told and may overlook.
  @Test(arguments: [
    ("律师乙", "甲律师事务所", UndertakerKind.lawFirmLawyer, ["sign"], ["W1"]),
    ("律师丙", "丙律师事务所", .lawFirmLawyer, ["sign"], []), ("律师甲", "甲律师事务所", .lawFirmLawyer, ["sign"], []),
    ("律师丙", "丙律师事务所", .lawFirmLawyer, [], ["W2"]), ("律师丁", "县司法局", .publicLawyer, ["sign"], ["Q12"]),
  ])
  func warnings(_ name: String, _ unit: String, _ kind: UndertakerKind, _ spoken: [String], _ keys: [String]) throws
  {
    let aidCase = Facts.Case(
      form: .criminalDefence, coDefendants: [.init(name: "王五", undertaker: "律师甲", unit: "甲律师事务所")],
      language: .sign)
    var person = Facts.Person(kind: kind, name: name, unit: unit)
    person.languages = spoken
    for rules in RuleSet.allCases {
      #expect(AssignmentRules.warnings(Facts(aidCase, person), on: rules.from).map(\.key) == keys)
    }
    person.languages = nil
    #expect(!AssignmentRules.warnings(Facts(aidCase, person), on: RuleSet.rs2012.from).map(\.key).contains("W2"))
  }

  /// W3: one character written otherwise, however long the name; not two, nor one that sounds otherwise.
  @Test(arguments: [("张小婧", "张小静", true), ("张婧", "张静", true), ("张小婧", "章小静", false), ("张小婧", "张小明", false)])
  func nearNames(_ own: String, _ other: String, _ isNear: Bool) throws {
    let facts = Facts(.init(opposing: [.init(name: other)]), .init(name: own))
    #expect(AssignmentRules.warnings(facts, on: RuleSet.rs2012.from).map(\.key) == (isNear ? ["W3"] : []))
  }

  /// W4: what he did himself is told before what his unit did.
  @Test func hisOwnEngagementFirst() throws {
    let unit = Facts.Possible(name: "赵六", ground: .otherDispute, unit: "甲律师事务所")
    var own = unit
    own.undertaker = "律师甲"
    func reason(_ possible: [Facts.Possible]) -> String? {
      var aidCase = Facts.Case()
      aidCase.possible = possible
      return AssignmentRules.warnings(Facts(aidCase, .init(name: "律师甲")), on: RuleSet.rs2012.from).first?.reason.zh
    }
    #expect(reason([unit, own]) == reason([own]) && reason([own, unit]) == reason([own]))
    #expect(reason([unit]) != reason([own]) && reason([unit])?.hasPrefix("甲律师事务所") == true)
  }

  @Test func theScoreIsExplained() {
    var facts = Facts(.init(track: .labourArbitration, matter: .labourPay, language: .sign), .init())
    #expect(facts.score(on: CaseFlow.assigned) == nil)
    facts.person.openCases = 3
    #expect(facts.score(on: CaseFlow.assigned)?.points == -3)
    (facts.person.specialties, facts.person.languages, facts.person.knowsMatter) = (["labour"], ["sign"], true)
    let score = facts.score(on: CaseFlow.assigned)
    #expect(score?.points == 17 && score?.reasons.count == 4)
  }

  /// 律师法 39 and the default of different units.
  @Test func bothSides() throws {
    let aidCase = Facts.Case(opposing: [
      .init(name: "赵六"), .init(name: "某公司", undertaker: "律师乙", unit: "乙律师事务所"),
    ])
    #expect(try keys(aidCase, .init(name: "律师乙", unit: "乙律师事务所")) == ["Q6", "Q7"])
    #expect(try keys(aidCase, .init(name: "律师丙", unit: "乙律师事务所")) == ["Q7"])
    #expect(try keys(aidCase, .init(name: "律师丙", unit: "甲律师事务所", relatives: ["赵六"])) == ["Q6"])
    #expect(try keys(aidCase, .init(name: "赵六", unit: "甲律师事务所")) == ["Q6"])
    #expect(try keys(aidCase, .init(name: "律师丙", unit: "甲律师事务所", relatives: ["钱七"])) == [])
    #expect(try keys(aidCase, .init()) == [])
  }

  /// 律师法 41: two years to the day.
  @Test(arguments: [("2016-06-14", true), ("2016-06-15", false)])
  func formerJudges(_ day: String, _ isBlocked: Bool) throws {
    let person = Facts.Person(formerJudgeLeftOn: Day("2014-06-15"))
    #expect(try keys(.init(), person, on: day) == (isBlocked ? ["Q8"] : []))
  }

  @Test func excludedAndThirdDefenders() throws {
    let defence = Facts.Case(form: .criminalDefence, defenders: 2)
    #expect(try keys(defence, .init(excludedBecause: .same("正在缓刑考验期"))) == ["Q9", "Q11"])
    #expect(try keys(.init(form: .criminalDefence, defenders: 1), .init()) == [])
    #expect(try keys(.init(form: .civilLitigationAgency, defenders: 2), .init(excludedBecause: .same("x"))) == [])
  }

  @Test(arguments: [
    (Bool?.none, Bool?.none, false), (true, true, false), (false, true, true), (true, false, true),
    (false, nil, true),
  ])
  func active(_ licence: Bool?, _ unit: Bool?, _ isBlocked: Bool) throws {
    #expect(try keys(.init(), .init(licenceValid: licence, unitActive: unit)) == (isBlocked ? ["Q10"] : []))
  }

  /// The example of the contract: a stopped unit and both sides, blocked by every rule that stands against it.
  @Test func everythingAtOnce() throws {
    let aidCase = Facts.Case(
      track: .criminalNotified, form: .criminalDefence, situations: [.lifeOrDeath, .minor],
      opposing: [.init(name: "某公司", undertaker: "律师甲", unit: "甲律师事务所")],
      coDefendants: [.init(name: "王五", undertaker: "律师甲")], defenders: 2)
    let person = Facts.Person(kind: .grassrootsWorker, name: "律师甲", unit: "甲律师事务所", unitActive: false)
    #expect(try keys(aidCase, person) == ["Q1", "Q3", "Q4", "Q5", "Q6", "Q7", "Q10", "Q11"])
  }

  @Test func blocksCiteTheirArticle() throws {
    let facts = Facts(.init(opposing: [.init(name: "赵六", undertaker: "律师甲")]), .init(name: "律师甲"))
    let block = try #require(AssignmentRules.blocks(facts, on: RuleSet.rs2023.from).first)
    #expect(block.basis == [LegalBasis(.lawyers, "39")])
    #expect(block.refusal.key == "assignment.Q6" && block.refusal.basis == block.basis)
  }

  @Test func theWiredOnesAreSomeOfAll() {
    #expect(AssignmentRules.all.map(\.key) == (1...11).map { "Q\($0)" } + ["Q13", "Q14"])
    #expect(Set(AssignmentRules.ofPersons.map(\.key)).isSuperset(of: ["Q6", "Q7", "Q10"]))
  }
}

@Suite struct SoftScoreTests {
  @Test(arguments: [(0, "0 open cases"), (1, "1 open case"), (2, "2 open cases")])
  func openCasesInEnglish(_ count: Int, _ said: String) {
    #expect(SoftScore.of(specialties: [], wanted: nil, openCases: count).reasons.map(\.en) == [said])
  }

  /// Without a licence on record nobody is senior, even where a year would do; three years to the day are experience.
  @Test(arguments: [
    (String?.none, [UndertakerStanding]()), ("2013-06-15", [.experienced, .senior]), ("2013-06-16", [.senior]),
  ])
  func standing(_ licensed: String?, _ standing: [UndertakerStanding]) {
    #expect(
      UndertakerStanding.of(
        practisingSince: licensed.flatMap { Day($0) }, knowsMinors: false, on: .literal(2016, 6, 15), seniorYears: 1
      )
        == standing)
  }

  @Test func specialtyIsWorthFiveCases() {
    let specialist = SoftScore.of(specialties: ["labour"], wanted: .labour, openCases: 5)
    let idle = SoftScore.of(specialties: [], wanted: .labour, openCases: 0)
    #expect(specialist.points == idle.points)
    #expect(specialist.reasons.count == 2 && idle.reasons.count == 1)
  }

  @Test func knowingTheMatterIsWorthTenCases() {
    let knows = SoftScore.of(specialties: [], wanted: nil, knowsMatter: true, openCases: 10)
    #expect(knows.points == 0 && knows.reasons.count == 2)
    #expect(SoftScore.of(specialties: [], wanted: nil, openCases: 0).points == 0)
  }

  /// A language ranks only where it may help the recipient, and says so.
  @Test func aLanguageThatHelpsIsWorthFiveCases() {
    let spoken = ["sign", "uyghur", "english"]
    #expect(SpokenLanguage.helping(nil, or: [.disabled], among: spoken) == [.sign])
    #expect(SpokenLanguage.helping(nil, or: [.ethnicMinority, .foreigner], among: spoken) == [.uyghur, .english])
    #expect(SpokenLanguage.helping(nil, or: [.migrantWorker], among: spoken).isEmpty)
    // What was recorded goes before the guess, Chinese too.
    #expect(SpokenLanguage.helping(.other(.uyghur), or: [.disabled], among: spoken) == [.uyghur])
    #expect(SpokenLanguage.helping(.other(.yi), or: [.disabled], among: spoken).isEmpty)
    #expect(SpokenLanguage.helping(.chinese, or: [.disabled, .foreigner], among: spoken).isEmpty)
    let signs = SoftScore.of(specialties: [], wanted: nil, speaks: [.sign], openCases: 5)
    #expect(
      signs.points == 0 && signs.reasons.first?.zh == "语言：手语" && signs.reasons.first?.en == "Speaks: Sign language")
  }

  @Test(arguments: [
    (CaseTrack.civil, MatterCode?.some(.labourPay), Specialty?.some(.labour)), (.civil, .maintenance, .family),
    (.criminalApplied, nil, .criminal), (.labourArbitration, nil, .labour),
    (.stateCompensation, .stateCompensation, .administrative),
    (.nonLitigation, nil, nil),
  ])
  func wanted(_ track: CaseTrack, _ matter: MatterCode?, _ specialty: Specialty?) {
    #expect(Specialty.wanted(track, matter) == specialty)
  }
}
