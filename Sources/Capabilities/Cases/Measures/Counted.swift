import Intake
import Kernel
import Papers
import Registry
import Storage
import WorkCalendar

/// 计数 · The sets of cases that measures are made of, as statements that give id and number.
enum Counted {
  static func accepted(_ scope: MeasureScope) -> SQL { accepted(scope, and: .empty) }

  static func accepted(_ scope: MeasureScope, and condition: SQL) -> SQL {
    cases(scope, "accepted_on BETWEEN \(scope.from) AND \(scope.to)" + condition)
  }

  static func closed(_ scope: MeasureScope, and condition: SQL = .empty) -> SQL {
    cases(scope, "closed_on BETWEEN \(scope.from) AND \(scope.to)" + condition)
  }

  /// A case of several hearings is one case.
  static func heard(_ scope: MeasureScope, and condition: SQL = .empty) -> SQL {
    let hearings: SQL =
      """
      SELECT aid_case FROM hearing WHERE county = \(scope.county) AND is_held = 1
        AND held_on BETWEEN \(scope.from) AND \(scope.to)
      """
    return cases(scope, "id IN (\(hearings + condition))")
  }

  /// An imported case that is archived had its dossier accepted by then.
  static func dossierAccepted(_ scope: MeasureScope, and condition: SQL = .empty) -> SQL {
    cases(
      scope, "COALESCE(dossier_accepted_on, archived_on) BETWEEN \(scope.from) AND \(scope.to)" + condition)
  }

  /// 期初未结 · Not closed when the period began, or accepted since.
  static func openOrAccepted(_ scope: MeasureScope) -> SQL {
    cases(scope, "accepted_on <= \(scope.to) AND (closed_on IS NULL OR closed_on >= \(scope.from))")
  }

  /// Cases on an application that were accepted and assigned in this product.
  static func assignedHere(_ scope: MeasureScope, and condition: SQL = .empty) -> SQL {
    cases(
      scope,
      """
      accepted_on BETWEEN \(scope.from) AND \(scope.to) AND is_imported = 0 AND application IS NOT NULL
        AND assigned_on <= \(scope.to)
      """ + condition)
  }

  /// The decision F09, the assignment notice F11 and, where there is an organ to write to, the letter F13 are sealed;
  /// none of them, nor the review form F08, was handed in as a scan (AT-10.13).
  static let isSealedThroughout: SQL = {
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

  static let isCriminal: SQL = {
    let tracks = CaseTrack.allCases.filter(\.isCriminal)
    let forms = CaseForm.allCases.filter(\.isCriminal)
    return " AND (track IN \(list: tracks) OR form IN \(list: forms))"
  }()

  static let isLitigation: SQL = " AND form IN \(list: CaseForm.allCases.filter(\.isLitigation))"

  /// An undertaker without a day of assignment counts from acceptance on.
  static func isOfLawFirm(by day: Day) -> SQL {
    " AND undertaker_kind = \(UndertakerKind.lawFirmLawyer) AND (assigned_on IS NULL OR assigned_on <= \(day))"
  }

  /// A concealed case counts, but its number is not told.
  private static func cases(_ scope: MeasureScope, _ condition: SQL) -> SQL {
    var sql: SQL =
      """
      SELECT id, CASE WHEN matter IN (SELECT matter FROM concealment WHERE county = \(scope.county)) THEN NULL
        ELSE number END AS number FROM aid_case WHERE county = \(scope.county) AND \(condition)
      """
    if let township = scope.township { sql += " AND township = \(township)" }
    if let unit = scope.unit { sql += " AND unit = \(unit)" }
    return sql
  }
}
