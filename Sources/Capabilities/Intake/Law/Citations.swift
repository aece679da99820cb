package import Kernel
import Localization
package import WorkCalendar

extension LegalBasis {
  package static func r03(_ article: String) -> LegalBasis { LegalBasis(.regulation2003, article) }
  package static func p12(_ article: String) -> LegalBasis { LegalBasis(.procedure2012, article) }
  package static func c13(_ article: String) -> LegalBasis { LegalBasis(.criminal2013, article) }
  /// 法律援助法 · The Legal Aid Law of 2021.
  package static func lal(_ article: String) -> LegalBasis { LegalBasis(.law2021, article) }
  package static func p23(_ article: String) -> LegalBasis { LegalBasis(.procedure2023, article) }
}

extension Law {
  package static let interpretation2012 = Law(
    "SPC12", Text("最高人民法院关于适用刑事诉讼法的解释（2012年）", "Supreme Court Interpretation of the Criminal Procedure Law (2012)"),
    to: "2021-02-28")
  package static let forms2013 = Law(
    "FORM13", Text("法律援助文书格式（2013年）", "Forms of Legal Aid Papers (2013)"), to: "2023-11-09")
  package static let forms2023 = Law(
    "FORM23", Text("法律援助文书格式（2023年）", "Forms of Legal Aid Papers (2023)"), from: "2023-11-10")
  package static let policeProcedure2020 = Law(
    "MPS20", Text("公安机关办理刑事案件程序规定（2020年）", "Police Procedure Rules for Criminal Cases (2020)"),
    from: "2020-09-01")
  package static let civilProcedure2023 = Law(
    "CIVPROC23", Text("民事诉讼法（2023年修正）", "Civil Procedure Law (2023)"), from: "2024-01-01")
  package static let petitions2017 = Law(
    "APP17", Text("关于逐步实行律师代理申诉制度的意见", "Opinion on Lawyers’ Agency in Petitions (2017)"))
  package static let heroes = Law(
    "HEROES", Text("英雄烈士保护法", "Law on the Protection of Heroes and Martyrs"))
  package static let reconsideration2023 = Law(
    "RECON23", Text("行政复议法", "Administrative Reconsideration Law (2023)"), from: "2024-01-01")
  package static let military2016 = Law(
    "MIL16", Text("军人军属法律援助工作实施办法", "Measures for Legal Aid to Military Personnel and Families (2016)"))
  package static let military2023 = Law(
    "MIL23",
    Text("军人军属法律援助工作实施办法（2023年修订）", "Measures for Legal Aid to Military Personnel and Families (2023)"))
  package static let servicepersons = Law(
    "MILSTATUS", Text("军人地位和权益保障法", "Law on the Status and Rights of Military Personnel"), from: "2021-08-01")
  package static let jiangsuMilitary = Law(
    "JS-MIL", Text("苏政发〔2015〕5号文件", "Jiangsu government document 2015 no. 5"))
}

extension Day {
  /// 公安程序规定2020年施行日 · When the police procedure of 2020 came into force, from memory.
  package static let mps20 = Day.literal(2020, 9, 1)
  /// 刑诉法解释2021年施行日 · When the interpretation of 2021 came into force, from memory.
  package static let spc21 = Day.literal(2021, 3, 1)
}
