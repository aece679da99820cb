import Foundation
package import Kernel
import Localization
import Paper
import Registry
package import Storage
package import WorkCalendar

extension Permission {
  package static let keepSeals = Permission("papers.seal", Text("管理印章", "Keep seals"), [.sealKeeper])
  package static let addSeals = Permission("papers.addSeal", Text("登记印章", "Register seals"), [.sysAdmin])
  /// Who may open a paper or an upload at all; which ones, the data scope says. Administrators see no cases.
  package static let viewPapers = Permission(
    "papers.view", Text("查看文书和附件", "View papers and attachments"),
    Set(Role.allCases).subtracting([.sysAdmin, .securityAdmin, .auditAdmin]))
}

/// 登记印章 · Registers an agency's seal under its keeper, with a certificate of the county's own authority.
package struct AddSeal: Action {
  package static let permission = Permission.addSeals
  let seal: UUIDv7
  let agency: AgencyID
  let name: String
  let keeper: UserID
  let certificate: String
  let validFrom: Day
  let validTo: Day

  /// Makes key and certificate first, then records the seal.
  @discardableResult
  package static func run(
    agency: AgencyID, agencyName: String, county: CountyID, name: String, keeper: UserID, from: Day, to: Day,
    as principal: Principal, _ runner: ActionRunner
  ) async throws -> UUIDv7 {
    let keys = SealKeys(directory: runner.services.directory.keys)
    let validity = Validity(from: Instant(from).milliseconds / 1000, to: Instant(to).milliseconds / 1000)
    let authority = try keys.authority(of: county, named: agencyName, validity: validity)
    let identity = try authority.issueSeal(
      subject: DistinguishedName(organization: agencyName, commonName: name), validity: validity)
    let id = UUIDv7()
    try keys.save(identity.key, of: id)
    let action = AddSeal(
      seal: id, agency: agency, name: name, keeper: keeper, certificate: try identity.certificate.pem,
      validFrom: from,
      validTo: to)
    try await runner.run(action, as: principal)
    return id
  }

  package func perform(in context: ActionContext) throws -> Done {
    let agency = try AgencyTable.of(agency, in: context.county, context.tx).id
    guard let keeper = try UserTable.of(keeper, context.tx) else { throw Refusal.notFound }
    let roles = Set(try UserTable.grants(keeper.id, on: context.today, context.tx).map(\.role))
    guard roles.contains(.sealKeeper), !Role.incompatible.contains(where: { $0.isSubset(of: roles) }) else {
      throw Refusal(
        "seal.keeper",
        Text("印章应当交给岗位是“印章管理”、不办理审批的人保管。", "A seal is kept by a seal keeper, and by nobody who approves."),
        field: "keeper", basis: [LegalBasis(.signatures, "13")], isAudited: true)
    }
    try context.tx.run(
      """
      INSERT INTO seal (id, county, agency, name, keeper, keeper_name, certificate, valid_from, valid_to, is_active,
        version, last_event)
      VALUES (\(seal), \(context.county), \(agency), \(name), \(keeper.id), \(keeper.name), \(certificate),
        \(validFrom), \(validTo), \(true), 1, \(context.eventNumber))
      """)
    context.record(
      "seal.added", Subject("seal", seal), also: [.agency(agency)],
      facts: ["name": .text(name), "keeper": .id(keeper.id), "validTo": .day(validTo)])
    return Done()
  }
}

/// 开启用印授权 · Opens a seal for named forms and a period. Only its own keeper may, and nobody who approves.
package struct OpenSealAuthorisation: Action {
  package static let permission = Permission.keepSeals
  package let seal: UUIDv7
  package let forms: [String]
  package let from: Day
  package let to: Day

  package init(seal: UUIDv7, forms: [String], from: Day, to: Day) {
    self.seal = seal
    self.forms = forms
    self.from = from
    self.to = to
  }

  package func perform(in context: ActionContext) throws -> Done {
    let record = try SealTable.one(seal, in: context.county, context.tx)
    guard record.keeper == context.principal.user, !context.principal.has(.director) else {
      throw Refusal(
        "seal.notKeeper",
        Text(
          "只有本印章的保管人可以开启或者结束授权；审批人不得保管印章。",
          "Only the keeper of this seal may open or end an authorisation; who approves may not keep the seal."),
        basis: [LegalBasis(.signatures, "13")], isAudited: true)
    }
    var refusals: [Refusal] = []
    if forms.isEmpty {
      refusals.append(Refusal("seal.forms", Text("请至少选择一种文书。", "Choose at least one form."), field: "forms"))
    }
    if to < from || to > record.validTo || from < record.validFrom {
      let (first, last) = (record.validFrom, record.validTo)
      refusals.append(
        Refusal(
          "seal.period",
          Text(
            "授权期间应当在印章证书有效期内：\(Format.day(first, .zh))至\(Format.day(last, .zh))。",
            "The period must lie within the certificate’s: \(Format.day(first, .en)) to \(Format.day(last, .en))."),
          field: "to"))
    }
    try Refusals.check(refusals)
    try context.tx.run(
      """
      INSERT INTO seal_authorisation (id, county, seal, forms, from_on, to_on, opened_by, last_event)
      VALUES (\(UUIDv7()), \(context.county), \(seal), \(forms.joined(separator: ";")), \(from), \(to),
        \(context.principal.name), \(context.eventNumber))
      """)
    try context.retryJobs(FinishPaper.kind)
    context.record(
      "seal.authorised", Subject("seal", seal),
      facts: ["forms": .list(forms.map { .text($0) }), "from": .day(from), "to": .day(to)])
    return Done()
  }
}

/// 结束用印授权 · Ends a standing authorisation today.
package struct EndSealAuthorisation: Action {
  package static let permission = Permission.keepSeals
  package let seal: UUIDv7
  package let authorisation: UUIDv7

  package init(seal: UUIDv7, authorisation: UUIDv7) {
    self.seal = seal
    self.authorisation = authorisation
  }

  package func perform(in context: ActionContext) throws -> Done {
    let record = try SealTable.one(seal, in: context.county, context.tx)
    guard record.keeper == context.principal.user else { throw Refusal.notAllowed }
    let ended = try context.tx.run(
      """
      UPDATE seal_authorisation SET ended_on = \(context.today), last_event = \(context.eventNumber)
      WHERE id = \(authorisation) AND seal = \(seal) AND ended_on IS NULL
      """)
    if ended == 0 { throw Refusal.notFound }
    context.record("seal.authorisationEnded", Subject("seal", seal))
    return Done()
  }
}
