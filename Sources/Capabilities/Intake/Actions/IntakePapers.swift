import Kernel
import Localization
import Papers
import Registry
import Storage
import WorkCalendar

/// 文书内容 · The papers of an application, each with the values of its declared fields. Papers are issued in Chinese.
extension ActionContext {
  /// F02 as it was written down at the counter, for the applicant to read and sign.
  func decideApplicationForm(_ application: Application) throws {
    let person = try PersonTable.of(application.applicant, in: county, keys, tx)
    let telling = try application.telling(keys)
    try decide(
      "F02", application, number: nil,
      [
        "applicant": person.name, "sex": person.sex?.name.zh ?? "",
        "birthOn": person.birthOn.map { Format.day($0, .zh) } ?? "", "identityNumber": person.identityNumber ?? "",
        "address": person.address ?? "", "phone": person.phone ?? "",
        "groups": telling.groupsOnPapers,
        "representative": telling.representative.map { "\($0.name)，\($0.relation.name.zh)" } ?? "无",
        "manner": telling.isOral == true
          ? "口头申请，由\(principal.name)记录并已宣读，由申请人签名或者按指印确认" : "书面申请", "opponent": application.opposing,
        "cause": application.cause, "aidForm": application.form.name.zh, "facts": application.facts,
        "reason": application.matterCode?.name(application.ruleSet).zh ?? application.cause,
        "household": telling.household?.onPapers ?? "未填写", "appliedOn": Format.day(application.receivedOn, .zh),
      ])
  }

  func decideReceipt(_ application: Application, _ materials: [MaterialHandedIn], number: String) throws {
    let centre = try AgencyTable.of(application.owner, in: county, tx)
    let counted = Dictionary(grouping: materials, by: \.name).map { ($0, $1.count) }.sorted { $0.0 < $1.0 }
    try decide(
      "F05", application, number: number,
      [
        "applicant": application.nameOnPapers, "cause": application.cause,
        "materials": counted.isEmpty ? "无" : counted.map { "\($0.0)\($0.1)份" }.joined(separator: "、"),
        "receivedOn": Format.day(today, .zh), "receiver": principal.name,
        "contact": [centre.name, centre.phone ?? ""].filter { !$0.isEmpty }.joined(separator: "，"),
      ])
  }

  /// F06; whoever asks for the supplement answers for the seal on it.
  func decideSupplement(_ application: Application, needed: String, dueOn: Day) throws {
    try decide(
      "F06", application, number: try takeNumber(.supplement, for: .application(application.id)),
      [
        "applicant": application.nameOnPapers, "appliedOn": Format.day(application.receivedOn, .zh),
        "cause": application.cause, "applicationNumber": application.number ?? application.receiptNumber,
        "needed": needed, "dueOn": Format.day(dueOn, .zh),
        "basis": Decision.cite(
          application.ruleSet < .rs2022 ? [.r03("18"), .p12("13")] : [.lal("43")]),
      ], approver: principal.user.map { ($0, principal.name) })
  }

  /// F07; whoever asks answers for the seal on it.
  func decideCooperation(_ application: Application, to addressee: String, content: String) throws {
    let centre = try AgencyTable.of(application.owner, in: county, tx)
    try decide(
      "F07", application, number: try takeNumber(.cooperation, for: .application(application.id)),
      [
        "addressee": addressee, "cause": application.cause, "content": content,
        "applicationNumber": application.number ?? application.receiptNumber,
        "basis": Decision.cite(VerificationTime.basis(application.ruleSet)),
        "contact": [centre.name, centre.phone ?? ""].filter { !$0.isEmpty }.joined(separator: "，"),
      ], approver: principal.user.map { ($0, principal.name) })
  }

  /// F08 with both opinions and the verdict they rest on.
  func decideReview(_ application: Application) throws {
    guard let review = application.review, let approval = application.approval else { return }
    let person = try PersonTable.of(application.applicant, in: county, keys, tx)
    let verdict = try application.verdict(keys)
    let telling = try application.telling(keys)
    let before = application.correctionOrder == nil ? "" : "责令改正以前的意见："
    func test(_ aspect: Eligibility.Verdict.Aspect) -> String {
      verdict[aspect].map { "\($0.result.name.zh)：\($0.reason.zh)" } ?? ""
    }
    try decide(
      "F08", application, number: try takeNumber(.review, for: .application(application.id)),
      [
        "applicationNumber": application.number ?? "", "applicant": application.nameOnPapers,
        "identityNumber": person.identityNumber ?? "",
        "groups": telling.groupsOnPapers, "cause": application.cause,
        "aidForm": application.form.name.zh, "facts": factsOnReview(application),
        "household": telling.household?.onPapers ?? "未填写", "personTest": test(.person),
        "matterTest": test(.matter), "hardshipTest": test(.hardship),
        "basis": Decision.grounds(application, verdict),
        "ruleSet": application.ruleSet.name.zh,
        "reviewOpinion": "\(before)\(review.recommendation.name.zh)。\(review.opinion)", "reviewer": review.name,
        "reviewedOn": Format.day(review.on, .zh), "approvalOpinion": approval.opinion, "approver": approval.name,
        "decidedOn": Format.day(approval.on, .zh),
      ])
  }

  private func factsOnReview(_ application: Application) -> String {
    guard application.isGroup else { return application.facts }
    return application.facts + "\n群体申请，申请人共\(application.groupSize)人，名单附后。"
  }

  /// F09; answers its number.
  func decideGrant(_ application: Application) throws -> String {
    let centre = try AgencyTable.of(application.owner, in: county, tx)
    let number = try takeNumber(.grant, for: .application(application.id))
    try decide(
      "F09", application, number: number,
      decision(application) + [
        "basis": Decision.grounds(application, try application.verdict(keys)), "aidForm": application.form.name.zh,
        "unitContact": [centre.name, centre.phone ?? ""].filter { !$0.isEmpty }.joined(separator: "，"),
      ])
    return number
  }

  /// The list of a group that goes with its decision.
  func decideGroupList(_ application: Application, number: String) throws {
    guard application.isGroup else { return }
    let members = try GroupMemberTable.of(application.id, for: .system(county), tx).map(\.person)
    let people = try PersonTable.of(Set(members), in: county, keys, tx)
    let head = try PersonTable.of(application.applicant, in: county, keys, tx)
    let lines = ([head] + members.compactMap { people[$0] }).enumerated().map { order, person in
      let words = [person.name, person.sex?.name.zh, person.identityNumber].compactMap(\.self)
      return "\(order + 1)．\(words.joined(separator: "，"))"
    }
    try decide(
      IntakeForms.groupCode, application, number: try takeNumber(.groupList, for: .application(application.id)),
      [
        "applicant": application.nameOnPapers, "cause": application.cause,
        "applicationNumber": application.number ?? application.receiptNumber, "decisionNumber": number,
        "count": String(lines.count), "members": lines.joined(separator: "\n"),
      ])
  }

  /// F09 marked as provisional; whoever orders it answers for the seal on it.
  func decideProvisional(_ application: Application, _ aid: ProvisionalAid) throws {
    let centre = try AgencyTable.of(application.owner, in: county, tx)
    try decide(
      IntakeForms.provisionalCode, application, number: aid.number,
      decision(application) + [
        "basis": Decision.cite(ProvisionalGround.basis(application.ruleSet)), "aidForm": application.form.name.zh,
        "ground": aid.ground.name.zh, "supplyBy": Format.day(aid.supplyBy, .zh),
        "unitContact": [centre.name, centre.phone ?? ""].filter { !$0.isEmpty }.joined(separator: "，"),
      ], approver: principal.user.map { ($0, principal.name) })
  }

  /// The note that an applicant takes to the office it belongs to, with what was handed back.
  func decideReferral(_ application: Application, to place: String, reason: String) throws {
    try decide(
      "REFER", application, number: nil,
      decision(application) + [
        "place": place, "reason": reason,
        "basis": Decision.cite([application.ruleSet < .rs2022 ? .p12("8") : .lal("38")]),
        "materials": try countedMaterials(application),
      ])
  }

  /// The note for an applicant whose application was forwarded: where it is now, and that he need not apply again.
  func decideForwarding(_ application: Application, to office: Agency, reason: String) throws -> PaperID {
    try decide(
      IntakeForms.forwardingCode, application, number: nil,
      decision(application) + [
        "place": office.name, "reason": reason,
        "basis": Decision.cite(ForwardingRules.basis(application.ruleSet)),
        "contact": [office.name, office.address ?? "", office.phone ?? ""].filter { !$0.isEmpty }.joined(
          separator: "，"),
        "materials": try countedMaterials(application),
      ])
  }

  private func countedMaterials(_ application: Application) throws -> String {
    let counted = Dictionary(grouping: try MaterialTable.of(application.id, tx), by: \.name)
      .map { "\($0)\($1.count)份" }.sorted()
    return counted.isEmpty ? "无" : counted.joined(separator: "、")
  }

  /// F10; answers its number.
  func decideRefusal(_ application: Application, reason: String) throws -> String {
    let bureau = try AgencyTable.only(.bureau, in: county, tx)
    let number = try takeNumber(.refusal, for: .application(application.id))
    try decide(
      "F10", application, number: number,
      decision(application) + [
        "reason": reason, "basis": Decision.refusalGrounds(application, try application.verdict(keys)),
        "bureau": bureau.name, "objectionLimit": ObjectionRight.limit(application.ruleSet),
      ])
    return number
  }

  /// To the organ and the place of custody: what became of a detained person's application.
  func decideReply(_ application: Application, number: String, granted: Bool) throws {
    guard let criminal = try application.telling(keys).criminal, let custody = criminal.custody else { return }
    let centre = try AgencyTable.of(application.owner, in: county, tx)
    try decide(
      IntakeForms.replyCode, application,
      number: try takeNumber(.outcomeLetter, for: .application(application.id)),
      decision(application) + [
        "organ": criminal.organ ?? OrganKind.police.name.zh, "place": custody.place, "decisionNumber": number,
        "outcome": granted ? "决定给予法律援助，承办人员确定后另行函告" : "决定不予法律援助，理由和异议权利已告知本人",
        "contact": [centre.name, centre.phone ?? ""].filter { !$0.isEmpty }.joined(separator: "，"),
      ])
  }

  private func decision(_ application: Application) -> [String: String] {
    [
      "applicant": application.nameOnPapers, "appliedOn": Format.day(application.receivedOn, .zh),
      "cause": application.cause, "applicationNumber": application.number ?? application.receiptNumber,
    ]
  }

  @discardableResult
  private func decide(
    _ code: String, _ application: Application, number: String?, _ fields: [String: String],
    approver: (id: UserID, name: String)? = nil
  ) throws -> PaperID {
    guard let form = IntakeForms.form(code, formSet: application.ruleSet.formSet) else { throw Refusal.notFound }
    return try decide(
      form, number: number, fields: fields, about: .application(application.id), issuer: application.owner,
      rules: application.ruleSet, approver: approver ?? application.approval.map { ($0.by, $0.name) })
  }
}

extension [String: String] {
  fileprivate static func + (a: Self, b: Self) -> Self { a.merging(b) { _, new in new } }
}
