package import Kernel
import Localization

extension LegalBasis {
  package static func r03(_ article: String) -> LegalBasis { LegalBasis(.regulation2003, article) }
  package static func p12(_ article: String) -> LegalBasis { LegalBasis(.procedure2012, article) }
  package static func c13(_ article: String) -> LegalBasis { LegalBasis(.criminal2013, article) }
  /// 法律援助法 · The Legal Aid Law of 2021.
  package static func lal(_ article: String) -> LegalBasis { LegalBasis(.law2021, article) }
  package static func p23(_ article: String) -> LegalBasis { LegalBasis(.procedure2023, article) }
}

extension Law {
  package static let forms2013 = Law(
    "FORM13", Text("法律援助文书格式（2013年）", "Forms of Legal Aid Papers (2013)"), to: "2023-11-09")
  package static let forms2023 = Law(
    "FORM23", Text("法律援助文书格式（2023年）", "Forms of Legal Aid Papers (2023)"), from: "2023-11-10")
}
