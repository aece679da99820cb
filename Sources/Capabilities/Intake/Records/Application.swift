package import Kernel
package import Registry
import Storage
package import WorkCalendar

/// 申请 · Application: one person's request for aid in one matter, from the counter to the decision. What was told of the
/// household, and the verdict, which repeats it, stand encrypted in the row.
package struct Application: Sendable {
  package let id: ApplicationID
  package let county: CountyID
  package let origin: AgencyID
  package let originName: String
  package let owner: AgencyID
  /// 受理编号 · Given at acceptance.
  package let number: String?
  package let receiptNumber: String
  package let applicant: PersonID
  /// As whoever reads may see it, himself alone; papers write `nameOnPapers`.
  package let applicantName: String
  /// The applicant's own whole name, for papers about himself and for search.
  package let wholeName: String
  /// 申请人数 · How many apply together, the applicant among them.
  package let groupSize: Int
  package let protection: Protection
  package let matter: MatterID
  package let state: ApplicationState
  package let ruleSet: RuleSet
  package let track: CaseTrack
  package let form: CaseForm
  package let stage: Stage?
  package let matterCode: MatterCode?
  /// 沟通语言 · Nil in what was registered before this was asked.
  package let language: RecipientLanguage?
  package let township: String?
  package let cause: String
  package let opposing: String
  package let facts: String
  package let claims: [ExemptionCode]
  /// 优先 · Of military personnel, their families and survivors.
  package let isPriority: Bool
  package let outcome: Eligibility.Verdict.Outcome
  package let channel: ServiceChannel
  package let servedAt: Instant
  package let enteredAt: Instant
  package let receivedOn: Day
  package let acceptedOn: Day?
  package let review: Review?
  package let approval: Approval?
  /// 责令改正决定书文号 · The bureau ordered to correct the refusal: what is left is to grant.
  package let correctionOrder: String?
  package let version: Int
  let toldSealed: [UInt8]
  let verdictSealed: [UInt8]

  /// 文书所载姓名 · The whole name, for papers that the law addresses to the applicant and for nothing else; of several who
  /// apply together: 张某等23人.
  package var nameOnPapers: String { isGroup ? "\(wholeName)等\(groupSize)人" : wholeName }

  /// No review stands: not yet, or it was sent back.
  package var isOpen: Bool { review == nil || [.underReview, .verifying, .needsSupplement].contains(state) }

  /// 审查 · Review: who reviewed, what he proposes, and why.
  package struct Review: Sendable, Hashable {
    package let by: UserID
    package let name: String
    package let recommendation: Recommendation
    package let opinion: String
    package let on: Day
  }

  /// 审批 · Approval: who decided, and his opinion.
  package struct Approval: Sendable, Hashable {
    package let by: UserID
    package let name: String
    package let opinion: String
    package let on: Day
  }

  init(_ row: Row, for principal: Principal) throws {
    id = try row.get("id")
    county = try row.get("county")
    origin = try row.get("origin")
    originName = try row.get("origin_name")
    owner = try row.get("owner")
    number = try row.get("number")
    receiptNumber = try row.get("receipt_number")
    applicant = try row.get("applicant")
    protection = try Protection(row)
    wholeName = try row.get("applicant_name")
    groupSize = 1 + (try row.get("group_members", as: Int.self))
    applicantName = protection.name(wholeName, to: principal)
    matter = try row.get("matter")
    state = try row.get("state")
    ruleSet = try row.get("rule_set")
    track = try row.get("track")
    form = try row.get("form")
    stage = try row.get("stage")
    matterCode = try row.get("matter_code")
    language = try row.get("language")
    township = try row.get("township")
    cause = try row.get("cause")
    opposing = try row.get("opposing")
    facts = try row.get("facts")
    claims = ExemptionCode.split(try row.get("claims"))
    isPriority = try row.get("is_priority")
    outcome = try row.get("outcome")
    channel = try row.get("channel")
    servedAt = try row.get("served_at")
    enteredAt = try row.get("entered_at")
    receivedOn = try row.get("received_on")
    acceptedOn = try row.get("accepted_on")
    review = try Review(row)
    approval = try Approval(row)
    correctionOrder = try row.get("correction_order")
    version = try row.get("version")
    toldSealed = try row.get("told_sealed")
    verdictSealed = try row.get("verdict_sealed")
  }
}

extension Application.Review {
  init?(_ row: Row) throws {
    guard let by = try row.get("reviewer", as: UserID?.self) else { return nil }
    self.by = by
    name = try row.get("reviewer_name")
    recommendation = try row.get("recommendation")
    opinion = try row.get("review_opinion")
    on = try row.get("reviewed_on")
  }
}

extension Application.Approval {
  fileprivate init?(_ row: Row) throws {
    guard let by = try row.get("approver", as: UserID?.self) else { return nil }
    self.by = by
    name = try row.get("approver_name")
    opinion = try row.get("approval_opinion")
    on = try row.get("decided_on")
  }
}

extension ExemptionCode {
  static func joined(_ claims: [ExemptionCode]) -> String { claims.map(\.rawValue).joined(separator: ";") }
  static func split(_ text: String) -> [ExemptionCode] {
    text.split(separator: ";").compactMap { ExemptionCode(rawValue: String($0)) }
  }
}
