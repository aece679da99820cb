package import Intake
import Kernel
package import Localization
import Storage

/// 办理结果 · Case result: how a case ended for the recipient, as a code that can be counted; what a code cannot say stands
/// in the remark beside it. The codes are the product's own, no national table was found. Which are offered depends on
/// form and stage.
package enum CaseResult: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case claimsWhole, claimsPart, claimsRejected, settled, withdrawn
  case performedWhole, performedPart, enforcementEnded
  case actChanged, actUpheld
  case sentForProsecution, caseDropped, indicted, notIndicted
  case acquitted, exempted, mitigated, convicted, judgmentUpheld, judgmentChanged, sentBack
  case other

  package var name: Text {
    switch self {
    case .claimsWhole: Text("请求全部得到支持", "Claims granted in whole")
    case .claimsPart: Text("请求部分得到支持", "Claims granted in part")
    case .claimsRejected: Text("请求未得到支持", "Claims rejected")
    case .settled: Text("和解、调解", "Settled")
    case .withdrawn: Text("撤回起诉、申请", "Withdrawn")
    case .performedWhole: Text("全部履行", "Performed in whole")
    case .performedPart: Text("部分履行", "Performed in part")
    case .enforcementEnded: Text("终结执行", "Enforcement ended without result")
    case .actChanged: Text("行政行为被撤销、变更或者确认违法", "The act was annulled, changed or found unlawful")
    case .actUpheld: Text("维持行政行为", "The act was upheld")
    case .sentForProsecution: Text("移送审查起诉", "Sent for prosecution")
    case .caseDropped: Text("撤销案件", "Case dismissed by the investigator")
    case .indicted: Text("提起公诉", "Indicted")
    case .notIndicted: Text("不起诉", "Not prosecuted")
    case .acquitted: Text("宣告无罪", "Acquitted")
    case .exempted: Text("免予刑事处罚", "Exempt from punishment")
    case .mitigated: Text("从轻、减轻处罚", "Lighter punishment")
    case .convicted: Text("按指控定罪处罚", "Convicted as charged")
    case .judgmentUpheld: Text("维持原判", "Judgment upheld")
    case .judgmentChanged: Text("改判", "Judgment changed")
    case .sentBack: Text("发回重审", "Sent back for a new trial")
    case .other: Text("其他", "Other")
    }
  }

  /// In the order in which a form offers them.
  package static func offered(_ form: CaseForm, stage: Stage?) -> [CaseResult] {
    of(form, stage) + [.other]
  }

  /// Where the stage is not known, whatever one of the stages offers.
  static func possible(_ form: CaseForm, stage: Stage?) -> [CaseResult] {
    if let stage { return offered(form, stage: stage) }
    let any = Set(([nil] + Stage.allCases).flatMap { offered(form, stage: $0) })
    return allCases.filter(any.contains)
  }

  private static func of(_ form: CaseForm, _ stage: Stage?) -> [CaseResult] {
    switch (form, stage) {
    case (_, .petitionReview): [.claimsWhole, .claimsPart, .claimsRejected, .settled, .withdrawn]
    case (.criminalDefence, .investigation), (.criminalAgency, .investigation): [.sentForProsecution, .caseDropped]
    case (.criminalDefence, .prosecutionReview), (.criminalAgency, .prosecutionReview): [.indicted, .notIndicted]
    case (.criminalDefence, .secondInstance), (.criminalDefence, .retrial), (.criminalDefence, .deathReview):
      [.judgmentUpheld, .judgmentChanged, .sentBack, .acquitted, .withdrawn]
    case (.criminalDefence, _): [.mitigated, .exempted, .acquitted, .convicted]
    case (.criminalAgency, _): [.claimsWhole, .claimsPart, .claimsRejected, .settled, .convicted, .acquitted]
    case (.civilLitigationAgency, .enforcement): [.performedWhole, .performedPart, .settled, .enforcementEnded]
    case (.civilLitigationAgency, _), (.compensationLitigationAgency, _), (.arbitrationAgency, _):
      [.claimsWhole, .claimsPart, .claimsRejected, .settled, .withdrawn]
    case (.administrativeLitigationAgency, _), (.reconsiderationAgency, _):
      [.actChanged, .actUpheld, .settled, .withdrawn]
    case (.mediationAgency, _), (.otherNonLitigation, _): [.settled, .performedWhole, .performedPart]
    }
  }

  /// A result that such a case cannot have, and “other” without a word about it.
  static func refusals(_ result: CaseResult, remark: String, form: CaseForm, stage: Stage?) -> [Refusal] {
    let offered = offered(form, stage: stage)
    guard offered.contains(result) else {
      return [
        Refusal(
          "closing.wrong-result",
          .each { language in
            let names = Format.list(offered.map { $0.name[language] }, language)
            return language == .zh
              ? "这类案件的办理结果可以选择：\(names)。" : "The result of such a case may be: \(names)."
          }, field: "result")
      ]
    }
    guard result != .other || !remark.isEmpty else {
      return [
        Refusal(
          "closing.otherResult",
          Text("选择“其他”的，请写明办理结果。", "“Other” needs a word on how the case ended."), field: "outcome")
      ]
    }
    return []
  }
}

extension AidCase {
  /// 办理结果 · The code with the remark; what was written before there were codes stands alone.
  package func resultText(_ language: Language) -> String {
    Format.list([result?.name[language] ?? "", outcome ?? ""].filter { !$0.isEmpty }, language)
  }
}

extension CasesMigration {
  /// 办理结果的列 · The result as a code. What older closings say in words stays as it is.
  static let results = Migration(id: "cases.040") { d in
    [
      "ALTER TABLE aid_case ADD COLUMN result \(d.text)",
      "CREATE INDEX case_result ON aid_case (county, result, closed_on, id)",
    ]
  }
}
