import Intake
import Kernel
import Papers
import Registry
import Storage

/// 计数 · Counted: what cases count for, and the sets of cases that measures are made of.
enum Counted {
  static let accepted = isAccepted.set
  static let criminal = isCriminalAccepted.set
  static let ofLawFirms = isOfLawFirm.set
  static let closed = isClosed.set
  static let closedLitigation = isClosedLitigation.set
  static let assignedHere = isAssignedHere.set
  static let sealedThroughout = isSealedHere.set
  static let dossierAccepted = isDossierAccepted.set
  static let archived = isArchived.set
  static let gravest = isGravest.set
  static let gravestQualified = isGravestQualified.set
  static let minors = isOfMinor.set
  static let minorsQualified = isOfMinorQualified.set
  static let criminalUndertaken = isCriminalUndertaken.set
  static let criminalBySenior = isCriminalBySenior.set
  static let heard = isHeard.set
  static let observed = isObserved.set

  /// 期初未结 · Not closed when the period began, or accepted since.
  static let openOrAccepted = CountedSet(.stock(begun: isAccepted.name, ended: isClosed.name)) { scope in
    CaseFact.cases(
      scope, "accepted_on <= \(scope.to) AND (closed_on IS NULL OR closed_on >= \(scope.from))")
  }

  static let ofCases = [
    isAccepted, isCriminalAccepted, isOfLawFirm, isClosed, isClosedLitigation, isAssignedHere, isSealedHere,
    isDossierAccepted, isArchived, isGravest, isGravestQualified, isOfMinor, isOfMinorQualified,
    isCriminalUndertaken, isCriminalBySenior,
  ]
  static let ofHearings = [isHeard, isObserved]

  private static let isAccepted = CaseFact("case.accepted", on: "accepted_on")
  private static let isCriminalAccepted = CaseFact("case.criminal", on: "accepted_on", and: isCriminal)

  /// An undertaker without a day of assignment counts from acceptance on.
  private static let isOfLawFirm = CaseFact(
    "case.ofLawFirm", on: "accepted_on", by: "assigned_on",
    and: " AND undertaker_kind = \(UndertakerKind.lawFirmLawyer)")

  private static let isClosed = CaseFact("case.closed", on: "closed_on")
  private static let isClosedLitigation = CaseFact("case.closedLitigation", on: "closed_on", and: isLitigation)

  /// Cases on an application that were accepted and assigned in this product.
  private static let isAssignedHere = CaseFact(
    "case.assignedHere", on: "accepted_on", by: "assigned_on", and: isOfOurOwn)
  private static let isSealedHere = CaseFact(
    "case.sealedHere", on: "accepted_on", by: "assigned_on", and: isOfOurOwn + isSealedThroughout)
  private static let isOfOurOwn: SQL =
    " AND is_imported = 0 AND application IS NOT NULL AND assigned_on IS NOT NULL"

  /// An imported case that is archived had its dossier accepted by then.
  private static let dossierDay: SQL = "COALESCE(dossier_accepted_on, archived_on)"
  private static let isDossierAccepted = CaseFact("case.dossierAccepted", on: dossierDay)
  private static let isArchived = CaseFact(
    "case.archived", on: dossierDay, by: "archived_on", and: " AND archived_on IS NOT NULL")

  private static let isGravest = undertaken("case.gravest", ofGravest)
  private static let isGravestQualified = undertaken("case.gravestQualified", ofGravest + was(.experienced))
  private static let isOfMinor = undertaken("case.minor", ofMinor)
  private static let isOfMinorQualified = undertaken("case.minorQualified", ofMinor + was(.juvenile))
  private static let isCriminalUndertaken = undertaken("case.criminalUndertaken", isCriminal)
  private static let isCriminalBySenior = undertaken("case.criminalBySenior", isCriminal + was(.senior))

  /// Cases somebody undertakes whose standing on the day he was named is on record.
  private static func undertaken(_ name: String, _ condition: SQL) -> CaseFact {
    CaseFact(
      name, on: "accepted_on", by: "assigned_on",
      and: " AND undertaker IS NOT NULL AND standing IS NOT NULL" + condition)
  }

  private static func was(_ standing: UndertakerStanding) -> SQL { " AND \(among("standing", standing.rawValue))" }
  private static let ofGravest: SQL =
    " AND (\(among("situations", NoticeSituation.lifeOrDeath.rawValue)) OR stage = \(Stage.deathReview))"
  private static let ofMinor: SQL = " AND \(among("situations", NoticeSituation.minor.rawValue))"

  /// Whether a code stands among those that a column joins.
  private static func among(_ column: SQL, _ code: String) -> SQL {
    "REPLACE(\(column), \(code), '') <> \(column)"
  }

  private static let isHeard = HearingFact(name: "case.heard")
  private static let isObserved = HearingFact(name: "case.observed", condition: " AND is_observed = 1")

  /// The decision F09, the assignment notice F11 and, where there is an organ to write to, the letter F13 are sealed;
  /// none of them, nor the review form F08, was handed in as a scan (AT-10.13).
  private static let isSealedThroughout: SQL = {
    func sealed(_ form: String, _ subject: SQL) -> SQL {
      """
      EXISTS (SELECT 1 FROM paper WHERE paper.subject_id = \(subject) AND paper.form = \(form)
        AND paper.state = \(PaperState.finished) AND paper.seal IS NOT NULL)
      """
    }
    let needsNoLetter: SQL = "form NOT IN \(list: CaseForm.allCases.filter(\.isLitigation))"
    return """
       AND \(sealed("F09", "aid_case.application")) AND \(sealed("F11", "aid_case.id"))
        AND (\(needsNoLetter) OR \(sealed("F13", "aid_case.id")))
        AND NOT EXISTS (SELECT 1 FROM attachment
          WHERE attachment.subject_id IN (aid_case.id, aid_case.application)
            AND attachment.kind IN \(list: ["F08", "F09", "F11", "F13"]))
      """
  }()

  private static let isCriminal: SQL = {
    let tracks = CaseTrack.allCases.filter(\.isCriminal)
    let forms = CaseForm.allCases.filter(\.isCriminal)
    return " AND (track IN \(list: tracks) OR form IN \(list: forms))"
  }()

  private static let isLitigation: SQL = " AND form IN \(list: CaseForm.allCases.filter(\.isLitigation))"
}
