package import Kernel
import Localization

extension Law {
  package static let criminalProcedure2012 = Law(
    "CPL12", Text("刑事诉讼法（2012年修正）", "Criminal Procedure Law (2012)"), from: "2013-01-01", to: "2018-10-25")
  package static let procuratorate2019 = Law(
    "SPP19", Text("人民检察院刑事诉讼规则（2019年）", "Procuratorate Rules of Criminal Procedure (2019)"))
  package static let dutyLawyers2020 = Law(
    "DL20", Text("法律援助值班律师工作办法", "Measures for Duty Lawyers (2020)"), from: "2020-08-20")
  package static let deathReview2019 = Law(
    "SPC-D19",
    Text("最高人民法院关于死刑复核及执行程序中保障当事人合法权益的若干规定", "Supreme Court Provisions on Rights in Death-Sentence Review (2019)"),
    from: "2019-09-01")
  package static let prosecutionPilot2022 = Law(
    "SFT2022-49", Text("司发通〔2022〕49号文件", "Joint document 2022 no. 49 on defence coverage in prosecution review"))
}
