package import Localization
package import WorkCalendar

/// 法律依据 · Legal basis: an article of a law, as a decision, a refusal or a clock cites it.
package struct LegalBasis: Hashable, Sendable {
  package let law: Law
  /// The article as people cite it: "43", "10(2)"; empty where the whole text is meant.
  package let article: String

  package init(_ law: Law, _ article: String) {
    self.law = law
    self.article = article
  }

  /// An entry of a local rule pack is cited by the document, the pack and the entry's key.
  package var name: Text {
    guard !law.isLocal else {
      return law.name
        + (article.isEmpty
          ? Text("（地方规则包\(law.key)）", " (local pack \(law.key))")
          : Text("（地方规则包\(law.key)，\(article)）", " (local pack \(law.key), \(article))"))
    }
    let (number, item) = split
    var zh = "《\(law.name.zh)》"
    var en = law.name.en
    if !number.isEmpty {
      zh += "第\(number)条" + (item.map { "第（\($0)）项" } ?? "")
      en += ", art. \(article)"
    }
    return Text(zh, en)
  }

  private var split: (String, String?) {
    guard let open = article.firstIndex(of: "("), article.hasSuffix(")") else { return (article, nil) }
    return (String(article[..<open]), String(article[article.index(after: open)...].dropLast()))
  }
}

/// 法律、法规、规章 · Law: a text of law the product applies, with the days on which it is in force.
package struct Law: Hashable, Sendable {
  package let key: String
  package let name: Text
  package let from: Day?
  package let to: Day?
  /// 地方文件 · What a local rule pack rests on; its key is the pack's name.
  package let isLocal: Bool

  package init(_ key: String, _ name: Text, from: String? = nil, to: String? = nil, isLocal: Bool = false) {
    self.key = key
    self.name = name
    self.isLocal = isLocal
    self.from = from.flatMap { Day($0) }
    self.to = to.flatMap { Day($0) }
  }

  package func isInForce(on day: Day) -> Bool {
    day.isWithin(from, to)
  }

  package static func == (a: Law, b: Law) -> Bool { a.key == b.key }
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }

  package static let regulation2003 = Law(
    "R03", Text("法律援助条例", "Legal Aid Regulations (2003)"), from: "2003-09-01")
  package static let procedure2012 = Law(
    "P12", Text("办理法律援助案件程序规定", "Procedure Rules for Legal Aid Cases (2012)"), from: "2012-07-01",
    to: "2023-08-31")
  package static let law2021 = Law("L", Text("法律援助法", "Legal Aid Law (2021)"), from: "2022-01-01")
  package static let procedure2023 = Law(
    "P23", Text("办理法律援助案件程序规定（2023年修订）", "Procedure Rules for Legal Aid Cases (2023)"),
    from: "2023-09-01")
  package static let criminal2013 = Law(
    "C13", Text("关于刑事诉讼法律援助工作的规定", "Provisions on Legal Aid in Criminal Procedure (2013)"),
    from: "2013-03-01")
  package static let lawyers = Law("LAWYERS", Text("律师法", "Lawyers Law"))
  package static let signatures = Law("ESIG", Text("电子签名法", "Electronic Signature Law"))
  package static let criminalProcedure2018 = Law(
    "CPL18", Text("刑事诉讼法", "Criminal Procedure Law (2018)"), from: "2018-10-26")
  package static let complaints2013 = Law(
    "CMP13", Text("法律援助投诉处理办法", "Measures for Legal Aid Complaints (2013)"), to: "2025-06-14")
  package static let minors = Law(
    "MINORS20", Text("未成年人保护法", "Law on the Protection of Minors (2020)"))
  package static let personalInformation = Law(
    "PIPL", Text("个人信息保护法", "Personal Information Protection Law (2021)"), from: "2021-11-01")
  package static let military2014 = Law(
    "MIL14", Text("关于进一步加强军人军属法律援助工作的意见", "Opinions on Legal Aid for Military Personnel and Families (2014)"))
  package static let hangzhou = Law(
    "HZ", Text("杭州市法律援助条例", "Hangzhou Legal Aid Regulations"), from: "2017-01-01")
  package static let plan2016 = Law("PLAN16", Text("2016年全县法律援助工作要点", "County legal aid plan 2016"))
}
