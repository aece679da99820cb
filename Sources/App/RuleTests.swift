/// 规则的测试 · Where each rule is tested: the test file under `Tests/` and the function in it. A rule that is missing here, or
/// a function that is missing there, fails a test.
enum RuleTests {
  /// Nil where nothing tests the rule.
  static func place(_ key: String) -> String? { places.first { $0.keys.contains(key) }?.place }

  private static let places: [(place: String, keys: Set<String>)] = limits + eligibility + assignment + others

  private static let limits: [(place: String, keys: Set<String>)] = [
    ("IntakeTests/LawLimitTests.decision", ["TL04"]),
    ("IntakeTests/CriminalTests.theClockStandsStillForASupplement", ["TL04c"]),
    ("IntakeTests/LawLimitTests.lengths", ["TL13"]),
    ("IntakeTests/MilitaryTests.theTargetOfThePack", ["PR1"]),
    ("IntakeTests/LawLimitTests.provisional", ["PA1", "PA2", "PA3", "TL20"]),
    ("CasesTests/LawLimitTests.lengths", ["TL05", "TL06", "TL08", "TL11", "TL14", "TL18", "TL19"]),
    ("ObjectionsTests/ObjectionTests.upheld", ["TL13a", "TL37"]),
    (
      "PrivacyTests/PersonalRequestTests.whatIsOpenIsNotAskedTwiceAndTheDaysAreTheOffices", ["TL-PI"]
    ),
    (
      "AppTests/LimitTableTests.ends",
      [
        "TL01", "TL02", "TL03", "TL07", "TL09", "TL10", "TL12", "TL15", "TL16", "TL17", "TL21", "TL22", "TL23",
        "TL24",
        "TL25", "TL26", "TL27", "TL28", "TL29", "TL30", "TL30-live", "TL31", "TL32", "TL33", "TL35", "TL38", "PT1",
      ]
    ),
    ("CasesTests/KeyDateTests.whenItEnds", ["KD1", "KD2", "KD3", "KD4", "KD5", "KD6"]),
    // Only listed: no clock stands behind them.
    ("AppTests/LimitTableTests.everyKeyIsThere", ["TL34", "TL36"]),
  ]

  private static let eligibility: [(place: String, keys: Set<String>)] = [
    (
      "IntakeTests/LawMatterTests.inScopeByAnArticle",
      [
        "M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09", "M11", "M12", "M13", "M14", "M15", "M16",
        "M17", "M20",
      ]
    ),
    ("IntakeTests/LawMatterTests.reconsideration", ["M18"]),
    ("IntakeTests/LawMatterTests.militaryMatters", ["M19"]),
    (
      "IntakeTests/LawExemptionTests.byRuleSet",
      ["X01", "X02", "X03", "X04", "X05", "X06", "X07", "X08", "X09"]
    ),
    ("IntakeTests/LawExemptionTests.migrantWorkers", ["X10"]),
    ("IntakeTests/LawMatterTests.withoutHardshipTest", ["X11", "X12", "X13", "X14"]),
    ("IntakeTests/LawExemptionTests.sinceTheLaw", ["X17", "X22", "X23"]),
    ("IntakeTests/LawExemptionTests.onlyByAPack", ["X15", "X16", "X18", "X19", "X20", "X21"]),
    ("IntakeTests/LawEligibilityTests.foreigners", ["citizen", "foreigner"]),
    ("IntakeTests/LawEligibilityTests.hardshipAtTheLine", ["household-income"]),
    ("IntakeTests/LawEligibilityTests.opponentInTheHousehold", ["own-income"]),
    ("IntakeTests/MilitaryTests.priorityOrdersTheDay", ["PRI"]),
    ("IntakeTests/LawHouseholdTests.theMonthsOfTheLine", ["lookback"]),
    ("IntakeTests/LawHouseholdTests.whatALineForbidsToOwn", ["assets"]),
    ("IntakeTests/CriminalTests.fromWhenAVictimMayApply", ["criminal-standing"]),
    ("IntakeTests/VerificationTests.theDirectorExtends", ["VT1"]),
    ("IntakeTests/VerificationTests.anotherCentresTimeDoesNotCount", ["VT2"]),
    (
      "IntakeTests/RepresentativeTests.whoMayNot",
      ["RP-statutoryAgent", "RP-otherStatutoryAgent", "RP-nearRelative", "RP-entrusted"]
    ),
    ("IntakeTests/ForwardingTests.theWholeFileMoves", ["FWD"]),
    ("ConsultationsTests/ConsultationTests.whatTheAnswerMustSay", ["consultation.reminder"]),
  ]

  private static let assignment: [(place: String, keys: Set<String>)] = [
    ("CasesTests/LawAssignmentTests.lifeOrDeath", ["Q1"]), ("CasesTests/LawAssignmentTests.deathReview", ["Q2"]),
    ("CasesTests/LawAssignmentTests.minors", ["Q3"]), ("CasesTests/LawAssignmentTests.lawyersOnly", ["Q4"]),
    ("CasesTests/LawAssignmentTests.coDefendants", ["Q5"]),
    ("CasesTests/LawAssignmentTests.bothSides", ["Q6", "Q7"]),
    ("CasesTests/LawAssignmentTests.formerJudges", ["Q8"]),
    ("CasesTests/LawAssignmentTests.excludedAndThirdDefenders", ["Q9", "Q11"]),
    ("CasesTests/LawAssignmentTests.active", ["Q10"]),
    ("CasesTests/LawAssignmentTests.warnings", ["W1", "W2", "Q12"]),
    ("CasesTests/ConflictTests.aNearNameWarns", ["W3"]), ("CasesTests/ConflictTests.aPastEngagementWarns", ["W4"]),
    ("CasesTests/CaseReplacementTests.whoWasReplacedDoesNotChangeSides", ["Q13"]),
    ("CasesTests/CaseAssignmentTests.nobodyIsAssignedOnLeave", ["Q14"]),
    ("CasesTests/CaseReplacementTests.theUnitNamesAnother", ["RP1", "RP2", "RP3", "RP4", "RP5"]),
  ]

  private static let others: [(place: String, keys: Set<String>)] = [
    ("CasesTests/LawTerminationTests.grounds", ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8"]),
    ("CasesTests/LawTerminationTests.whatOnlyLocalRulesNameWaitsForThem", ["T9"]),
    ("CasesTests/MajorCaseTests.theCentreAnswers", ["MC1", "MC2", "MC3", "MC4"]),
    ("CasesTests/MajorCaseTests.theFirstMeetingTells", ["MD-relief", "MD-rights", "MD-risks"]),
    (
      "DefenceNoticesTests/DatedLawTests.situations",
      [
        "NS.minor", "NS.blindDeafMute", "NS.visualHearingSpeechDisability", "NS.limitedMentalCapacity",
        "NS.lifeOrDeath", "NS.deathReviewApplicant", "NS.inAbsentia", "NS.suspendedDeathNewCrime",
        "NS.otherByLaw", "NS.ordinaryProcedureNoCounsel", "NS.foreignNoCounsel", "NS.prosecutionPilot",
        "NS.compulsoryTreatment",
      ]
    ),
    ("DefenceNoticesTests/NoticeTests.whatIsMissingIsAsked", ["ND1"]),
    ("DefenceNoticesTests/NoticeTests.aLateNoticeIsTakenIn", ["ND2"]),
    ("DefenceNoticesTests/DefenceTests.aRefusalEndsNothing", ["ND3"]),
    ("DefenceNoticesTests/RenewalTests.theOrganNotifiesAnew", ["ND4"]),
    ("DefenceNoticesTests/RenewalTests.aSecondRefusalInCourt", ["ND5"]),
    ("IntakeTests/LawRuleTests.theReviewerMayNotApprove", ["S1"]),
    ("IntakeTests/RecusalTests.whoDeclaresItTakesNoPart", ["S2"]),
    ("ObjectionsTests/ObjectionTests.whoTookPartDoesNotDecide", ["S3"]),
    ("ObjectionsTests/ObjectionTests.corrected", ["OB1"]),
    ("CooperationsTests/CooperationTests.askedByAnother", ["CO1", "CO2", "CO3"]),
    ("DutyLawyersTests/HelpTests.fromWhenTheLawKnowsDutyLawyers", ["DL0"]),
    ("DutyLawyersTests/HelpTests.whatIsRefusedOfTheHelp", ["DL1", "DL2"]),
    (
      "DutyLawyersTests/HelpTests.theFirstDayOfAKind",
      [
        "DL.consultation", "DL.procedureChoice", "DL.coerciveMeasure", "DL.opinion", "DL.pleaWitness",
        "DL.fileInspection", "DL.helpToApply",
      ]
    ),
    ("AppTests/ErasureTests.restrictedInstead", ["privacy.erasure"]),
  ]
}
