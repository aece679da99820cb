import Intake
import Localization
package import Registry
import WorkCalendar

/// 导入校验 · Import row reader: one record of an old ledger to a row, or every fault of it. Pure: no clock, no database.
package enum ImportRowReader {
  package static func read(
    record: [String: String], line: Int, context: ImportContext
  ) -> Result<ImportRow, ImportFaults> {
    var fields = ImportFields(record, line: line)
    let row = row(&fields, context)
    guard let row, fields.faults.isEmpty else { return .failure(ImportFaults(all: fields.faults)) }
    return .success(row)
  }

  private static func row(_ fields: inout ImportFields, _ context: ImportContext) -> ImportRow? {
    let today = context.today
    let number = fields.needed(.number)
    let track: CaseTrack? = fields.neededCode(.track)
    let form: CaseForm? = fields.neededCode(.form)
    let stage: Stage? = fields.code(.stage)
    let cause = fields.needed(.cause)
    let recipient = fields.needed(.recipient)
    let recipientID = fields.identityNumber(.recipientID)
    let groups: [GroupCode] = fields.codes(.groups)
    let township = township(&fields, context)
    let acceptedOn = fields.neededDay(.acceptedOn, notAfter: today)
    let undertakerKind: UndertakerKind? = fields.code(.undertakerKind)
    let assignedOn = fields.day(.assignedOn, notAfter: today)
    let heardOn = fields.days(.heardOn, notAfter: today)
    let observedOn = fields.days(.observedOn, notAfter: today)
    let closedOn = fields.day(.closedOn, notAfter: today)
    let archivedOn = fields.day(.archivedOn, notAfter: today)
    let ended: CaseEnding? = fields.code(.ended)
    let result = result(&fields, form, stage)
    let grade: QualityGrade? = fields.code(.grade)
    let recoveredFen = fields.fen(.recovered)

    checkUndertaker(&fields)
    checkOrder(
      &fields,
      [
        (.acceptedOn, acceptedOn), (.assignedOn, assignedOn), (.closedOn, closedOn), (.archivedOn, archivedOn),
      ])
    checkHearings(&fields, heardOn, observedOn, acceptedOn: acceptedOn)

    guard let number, let track, let form, let cause, let recipient, let acceptedOn else { return nil }
    return ImportRow(
      number: number, track: track, form: form, stage: stage, cause: cause, recipient: recipient,
      recipientID: recipientID, groups: groups, township: township, acceptedOn: acceptedOn,
      undertaker: fields.text(.undertaker), undertakerKind: undertakerKind, unit: fields.text(.unit),
      assignedOn: assignedOn, heardOn: heardOn, observedOn: observedOn, closedOn: closedOn, archivedOn: archivedOn,
      ended: ended ?? .closed, result: result, outcome: fields.text(.outcome), grade: grade,
      recoveredFen: recoveredFen)
  }

  private static func township(_ fields: inout ImportFields, _ context: ImportContext) -> String? {
    guard let name = fields.text(.township) else { return nil }
    if !context.townships.contains(name) {
      fields.refuse(
        .township, "unknown-township", Text("本县没有登记这个乡镇（街道）。", "There is no township of this name in the county."))
    }
    return name
  }

  /// 办理结果 · Of the codes that such a case can have; where no stage is named, under any of its stages. “Other” needs a
  /// word on it.
  private static func result(_ fields: inout ImportFields, _ form: CaseForm?, _ stage: Stage?) -> CaseResult? {
    guard let written = fields.text(.result) else { return nil }
    let allowed = form.map { CaseResult.possible($0, stage: stage) } ?? CaseResult.allCases
    guard let result = CaseResult(rawValue: written), allowed.contains(result) else {
      let key = CaseResult(rawValue: written) == nil ? "unknown-code" : "wrong-result"
      fields.refuse(.result, key, value: written, oneOf(allowed))
      return nil
    }
    if result == .other, fields.text(.outcome) == nil {
      fields.refuse(
        .outcome, "needed",
        Text("办理结果为other的，请写明结果。", "A result of other needs a word on how the case ended."))
    }
    return result
  }

  private static func oneOf(_ allowed: [CaseResult]) -> Text {
    .each { language in
      let codes = allowed.map {
        language == .zh ? "\($0.rawValue)（\($0.name.zh)）" : "\($0.rawValue) (\($0.name.en))"
      }
      let list = Format.list(codes, language)
      return language == .zh ? "这类案件的办理结果可以填：\(list)。" : "The result of such a case may be: \(list)."
    }
  }

  private static func checkUndertaker(_ fields: inout ImportFields) {
    if fields.text(.undertaker) != nil, fields.text(.undertakerKind) == nil {
      fields.refuse(
        .undertakerKind, "needed",
        Text("填写了承办人员，就要填写承办人员类别。", "With an undertaker, the kind of undertaker is needed."))
    }
  }

  /// Each day against the latest of those that come before it in the life of a case.
  private static func checkOrder(_ fields: inout ImportFields, _ days: [(ImportColumn, Day?)]) {
    var latest: (column: ImportColumn, day: Day)?
    for case (let column, let day?) in days {
      if let latest, day < latest.day {
        fields.refuse(
          column, "order",
          Text(
            "早于\(latest.column.rawValue)（\(latest.day)）。", "Earlier than \(latest.column.rawValue) (\(latest.day))."
          ))
      } else {
        latest = (column, day)
      }
    }
  }

  private static func checkHearings(
    _ fields: inout ImportFields, _ heardOn: [Day], _ observedOn: [Day], acceptedOn: Day?
  ) {
    if let acceptedOn {
      for day in heardOn where day < acceptedOn {
        fields.refuse(
          .heardOn, "hearing-before-acceptance", value: day.description,
          Text("开庭日期早于受理日期（\(acceptedOn)）。", "The hearing is before the acceptance (\(acceptedOn))."))
      }
    }
    for day in observedOn where !heardOn.contains(day) {
      fields.refuse(
        .observedOn, "no-hearing", value: day.description,
        Text("这一天没有开庭，不能旁听。", "There was no hearing on this day to observe."))
    }
  }
}
