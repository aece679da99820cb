package import Kernel
import Localization

extension Law {
  package static let interpretation2021 = Law(
    "SPC21", Text("最高人民法院关于适用刑事诉讼法的解释（2021年）", "Supreme Court Interpretation of the Criminal Procedure Law (2021)"),
    from: "2021-03-01")
  package static let minors = Law("MINORS", Text("未成年人保护法", "Law on the Protection of Minors"))
}
