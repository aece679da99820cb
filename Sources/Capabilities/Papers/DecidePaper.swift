package import Kernel
import Localization
import Paper
import Registry
import Storage
import WorkCalendar

extension ActionContext {
  /// Decides a paper in this transaction: number, form, wording and every field's value are its row, and a job makes
  /// the file from that row alone. Refuses fields the form does not declare, and values it wants and does not get.
  @discardableResult
  package func decide(
    _ form: PaperForm, number: String?, fields: [String: String], about subject: Subject, issuer: AgencyID,
    rules: RuleSet, approver: (id: UserID, name: String)? = nil
  ) throws -> PaperID {
    try requireDeclared(form, fields)
    let id = PaperID()
    let agency = try AgencyTable.of(issuer, in: county, tx)
    let code = try freshCode()
    let own = try WordingTable.inForce(form, on: today, in: county, tx)
    let (wording, version) = form.worded(by: own)
    let head: [UInt8] = try tx.value("SELECT chain_head FROM county WHERE id = \(county)") ?? []
    let facts = PaperFacts(
      form: form.form, formSet: form.formSet, name: form.name.zh, isTable: form.layout == .table,
      signers: form.signers.map(\.zh), labels: form.fields.map { [$0.key, $0.name.zh] }, number: number,
      issuer: agency.name, isSealed: form.isSealed,
      decidedOn: today.description, decidedAt: now.milliseconds / 1000, fields: fields, wording: wording,
      shortCode: code, verifyURL: "\(services.baseURL)/verify/\(code)", approver: approver?.name,
      chainNumber: eventNumber - 1, chainHead: PaperFacts.hex(head))
    let json = try facts.json()
    try tx.run(
      """
      INSERT INTO paper (id, county, form, form_set, number, subject_kind, subject_id, rule_set, agency, fields_sealed,
        wording_version, digest, approver, approver_name, decided_on, short_code, state, decide_event, version,
        last_event)
      VALUES (\(id), \(county), \(form.form), \(form.formSet), \(number), \(subject.kind), \(subject.id), \(rules),
        \(issuer), \(keys.seal(json, as: PaperFacts.place(id))), \(version), \(PaperFacts.digest(json)), \(approver?.id),
        \(approver?.name), \(today), \(code), \(PaperState.decided), \(eventNumber), 1, \(eventNumber))
      """)
    try enqueue(FinishPaper.kind, key: "paper:\(id)", payload: ["paper": id.description])
    return id
  }

  /// 撤销文书 · Withdraws a paper: it stays, and the verification page says so. A mistake is corrected by a new paper.
  package func revokePaper(_ id: PaperID, reason: String) throws {
    let revoked = try tx.run(
      """
      UPDATE paper SET state = \(PaperState.revoked), revoked_on = \(today), revoked_reason = \(reason),
        version = version + 1, last_event = \(eventNumber) WHERE id = \(id) AND county = \(county) AND state <> \(PaperState.revoked)
      """)
    if revoked == 0 { throw Refusal.notFound }
  }

  private func requireDeclared(_ form: PaperForm, _ fields: [String: String]) throws {
    let declared = Set(form.fields.map(\.key))
    let (extra, missing) = (Set(fields.keys).subtracting(declared), declared.subtracting(fields.keys))
    guard extra.isEmpty, missing.isEmpty else {
      let names = (extra.union(missing)).sorted().joined(separator: "、")
      throw Refusal(
        "paper.fields",
        Text(
          "文书\(form.form)的内容与格式不符：\(names)。请联系系统管理员。",
          "The content of paper \(form.form) does not fit its form: \(names). Tell the system administrator."))
    }
  }

  private func freshCode() throws -> String {
    while true {
      let random = (0..<6).map { _ in UInt8.random(in: .min ... .max) }
      guard let code = ShortCode(random: random)?.characters else { continue }
      if try tx.row("SELECT 1 AS taken FROM paper WHERE short_code = \(code)") == nil { return code }
    }
  }
}
