import Foundation
import Indicators
package import Intake
import Kernel
import Localization
import Papers
package import Registry
import Storage
import WorkCalendar
import Yams

/// 办公室设立 · Office setup: what `init FILE` reads, whole; every fault is told with its key.
package struct OfficeSetup: Sendable {
  package let county: CountySetup
  package let administratorLogin: String
  package let administratorName: String
  package let hardshipLine: HardshipLine?
  package let packs: [LocalRulePack]

  package init(
    county: CountySetup, administratorLogin: String, administratorName: String, hardshipLine: HardshipLine?,
    packs: [LocalRulePack] = []
  ) {
    self.county = county
    self.administratorLogin = administratorLogin
    self.administratorName = administratorName
    self.hardshipLine = hardshipLine
    self.packs = packs
  }

  /// Packs are named as files beside the office's own, or by the name of one that ships.
  package static func read(yaml: String, file: String) throws -> OfficeSetup {
    let map = try YAMLMap(
      yaml, file: file,
      allowed: [
        "county", "bureau", "centre", "townships", "packs", "hardshipLine", "administrator",
      ])
    let county = try map.map("county", allowed: ["name", "code", "short"])
    let bureau = try map.optionalMap("bureau", allowed: ["name"])
    let centre = try map.map("centre", allowed: ["name", "address", "phone"])
    let administrator = try map.map("administrator", allowed: ["login", "name"])
    let townships = try map.texts("townships")
    let packs = try packs(map, file)
    let setup = try CountySetup(
      name: county.text("name"), code: county.text("code"), shortName: county.text("short"),
      bureauName: bureau?.text("name"), centreName: centre.text("name"),
      centreAddress: centre.optionalText("address"),
      centrePhone: centre.optionalText("phone"), townships: townships)
    try check(setup, file)
    let line = try hardshipLine(map)
    if let region = line?.regionCode, line?.isLine(of: setup.code) == false {
      throw YAMLFault(
        "\(file): hardshipLine.region \(region): not of county \(setup.code), its city or its province 不是本县或者所属市、省的区划代码"
      )
    }
    return OfficeSetup(
      county: setup, administratorLogin: try administrator.text("login"),
      administratorName: try administrator.text("name"), hardshipLine: line, packs: packs)
  }

  private static func packs(_ map: YAMLMap, _ file: String) throws -> [LocalRulePack] {
    let folder = URL(filePath: file).deletingLastPathComponent()
    let packs = try map.texts("packs").map { try RulePackFile.named($0, besides: folder) }
    if Set(packs.map(\.name)).count != packs.count {
      throw YAMLFault("\(file): packs: a pack is named twice 规则包重复")
    }
    try Refusals.check(packs.flatMap { $0.refusals(Capabilities.limits) })
    return packs
  }

  private static func check(_ setup: CountySetup, _ file: String) throws {
    guard isDivisionCode(setup.code) else {
      throw YAMLFault("\(file): county.code “\(setup.code)”: six digits, the division code 六位行政区划代码")
    }
    if Set(setup.townships).count != setup.townships.count {
      throw YAMLFault("\(file): townships: a name is repeated 乡镇名称重复")
    }
  }

  /// 行政区划代码 · Six digits (GB/T 2260).
  static func isDivisionCode(_ text: String) -> Bool {
    text.utf8.count == 6 && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func hardshipLine(_ map: YAMLMap) throws -> HardshipLine? {
    let keys = RulePackFile.hardshipKeys.subtracting(["to"])
    guard let line = try map.optionalMap("hardshipLine", allowed: keys) else { return nil }
    return HardshipLine(
      amountFen: try line.moneyFen("amount"), unit: try line.choice("unit"),
      lookbackMonths: try line.integer("lookbackMonths"), household: try line.optionalChoice("household"),
      assets: try line.optionalChoice("assets"), regionCode: try RulePackFile.region(line),
      from: try line.day("from"), to: nil, source: try line.text("source"))
  }

  /// Founds the county and its administrator, whose password is handed over and must be changed; answers it.
  package func found(_ office: Office) async throws -> String {
    let existing = try await office.services.database.read { try CountyTable.all($0) }
    guard existing.isEmpty else {
      throw YAMLFault("this database already holds \(existing[0].name); init needs an empty one 数据库不是空的")
    }
    let password = Password.oneTime()
    _ = try await found(office.runner, password: password, mustChange: true)
    return password
  }

  /// Founds the county with its agencies, its hardship line and its administrator.
  func found(
    _ runner: ActionRunner, password: String, mustChange: Bool
  ) async throws -> (county: CountyID, administrator: UserID) {
    let hash = try await Password.hash(password)
    let id = try await FoundCounty.run(county, runner)
    let system = Principal.system(id)
    if let hardshipLine { _ = try await runner.run(SetHardshipLine(hardshipLine), as: system) }
    for pack in packs { _ = try await runner.run(AdoptRulePack(pack, limits: Capabilities.limits), as: system) }
    let bureau = try await runner.services.database.read { try AgencyTable.only(.bureau, in: id, $0) }
    let user = try await runner.run(
      AddUser(
        login: administratorLogin, name: administratorName, passwordHash: hash, mustChange: mustChange,
        grants: [
          Grant(role: .sysAdmin, agency: bureau.id), Grant(role: .securityAdmin, agency: bureau.id),
        ], from: runner.services.clock.today), as: system)
    return (id, user)
  }
}
