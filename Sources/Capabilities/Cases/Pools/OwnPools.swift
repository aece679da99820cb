import Kernel
import Localization
import Registry
import Storage
import WorkCalendar

/// 刑事与未成年人案件人才库 · The pools that follow from the profiles; the duty roster is the third, contributed by its capability.
enum OwnPools {
  static let all = [criminal, juvenile]

  /// Three years of defence, as Q1 asks for the gravest cases.
  private static let criminal = source(
    "criminal", Text("刑事辩护律师库", "Criminal defence pool"),
    Text("执业证有效、从事刑事辩护满三年的律师", "Lawyers with a valid licence and three years of criminal defence")
  ) { person, day in
    guard let since = person.criminalSince else {
      return PoolStanding(false, Text("没有登记从事刑事辩护的起始日", "Since when he defends is not on record"))
    }
    let years = since.fullYears(until: day)
    return PoolStanding(
      years >= 3,
      Text("从事刑事辩护\(years)年", years == 1 ? "1 year of criminal defence" : "\(years) years of criminal defence"))
  }

  private static let juvenile = source(
    "juvenile", Text("未成年人案件律师库", "Juvenile pool"),
    Text("执业证有效、登记了熟悉未成年人身心特点的依据的律师", "Lawyers with a valid licence and evidence that they know minors")
  ) { person, _ in
    person.juvenileEvidence.isEmpty
      ? PoolStanding(false, Text("没有登记熟悉未成年人的依据", "No evidence of knowing minors is on record"))
      : PoolStanding(true, Text("依据：", "Evidence: ") + .same(person.juvenileEvidence))
  }

  private static func source(
    _ key: String, _ name: Text, _ rule: Text, _ standing: @escaping @Sendable (LegalAidPerson, Day) -> PoolStanding
  ) -> PoolSource {
    PoolSource(key: key, name: name, rule: rule, outside: lawyersOnly) { reader, county, day in
      try LegalAidPersonTable.all(county, reader).reduce(into: [:]) { found, person in
        guard ![.grassrootsWorker, .volunteer].contains(person.kind) else { return }
        let isLicensed = person.isUnitActive && person.licenceValidTo.map { $0 >= day } ?? true
        found[person.id] = isLicensed ? standing(person, day) : PoolStanding(false, unlicensed)
      }
    }
  }

  private static let lawyersOnly = Text("不是律师", "No lawyer")
  private static let unlicensed = Text("执业证过期或者单位已停用", "Licence run out or unit closed")
}
