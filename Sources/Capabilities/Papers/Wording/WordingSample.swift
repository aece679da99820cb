import Kernel
import Localization
import Paper
import WorkCalendar

/// 措辞样张 · Wording sample: a form printed with made-up values, to see how a wording reads; it bears neither number nor
/// seal nor code.
enum WordingSample {
  static func render(_ form: PaperForm, _ wording: [String], issuer: String, on day: Day) async throws -> [UInt8] {
    let facts = PaperFacts(
      form: form.form, formSet: form.formSet, name: form.name.zh, isTable: form.layout == .table,
      signers: form.signers.map(\.zh), labels: form.fields.map { [$0.key, $0.name.zh] }, number: "样张",
      issuer: issuer, isSealed: false, decidedOn: day.description, decidedAt: Instant(day).milliseconds / 1000,
      fields: fields(form, issuer), wording: wording, shortCode: "", verifyURL: "", approver: nil, chainNumber: 0,
      chainHead: "")
    return try await Presses.shared.get().render(PaperComposition(facts: facts).content)
  }

  private static func fields(_ form: PaperForm, _ issuer: String) -> [String: String] {
    var values = [
      "applicant": "张三", "recipient": "张三", "cause": "追索劳动报酬", "appliedOn": "2016年3月1日",
      "applicationNumber": "援申字〔2016〕第1号", "caseNumber": "援案字〔2016〕第1号", "aidForm": "民事诉讼代理",
      "basis": "《法律援助条例》第十条", "undertaker": "李四", "undertakerPhone": "13900000000", "unit": "示例律师事务所",
    ]
    values["addressee"] = "示例人民法院"
    values["bureau"] = "示例县司法局"
    values["objectionLimit"] = "五个工作日"
    values["reason"] = "家庭人均收入超过经济困难标准"
    return form.fields.reduce(into: [:]) { $0[$1.key] = values[$1.key] ?? "（\($1.name.zh)）" }
  }
}
