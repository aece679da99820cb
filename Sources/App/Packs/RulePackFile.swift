package import Foundation
package import Intake
import Kernel
import Registry
package import WorkCalendar

/// 规则包文件 · Rule pack file: a local rule pack read from YAML, whole; every fault is told with its key.
package enum RulePackFile {
  /// By the name of a pack that ships, else by file; a relative path starts at the folder that names it.
  package static func named(_ name: String, besides folder: URL) throws -> LocalRulePack {
    if let pack = LocalRulePack.shipped.first(where: { $0.name == name }) { return pack }
    let url = URL(filePath: name, relativeTo: folder)
    guard let yaml = try? String(contentsOf: url, encoding: .utf8) else {
      let known = LocalRulePack.shipped.map(\.name).joined(separator: ", ")
      throw YAMLFault("pack “\(name)”: neither a pack that ships (\(known)) nor a readable file 请写规则包的名称或者文件路径")
    }
    return try read(yaml: yaml, file: name)
  }

  package static func read(yaml: String, file: String) throws -> LocalRulePack {
    let map = try YAMLMap(
      yaml, file: file,
      allowed: ["pack", "hardshipLines", "limits", "groups", "matters", "exemptions", "practiceYears"])
    let head = try map.map("pack", allowed: ["name", "document", "from", "to"])
    var pack = LocalRulePack(
      name: try head.text("name"), document: try head.text("document"), from: try head.day("from"),
      to: try head.optionalDay("to"))
    if let to = pack.to, to < pack.from {
      throw YAMLFault("\(file): pack: to \(to): not before from \(pack.from) 截止日期不能早于起始日期")
    }
    pack.hardshipLines = try map.maps("hardshipLines", allowed: hardshipKeys).map(line)
    pack.limits = try map.maps("limits", allowed: termKeys.union(["key", "number", "unit"])).map {
      try limit($0, file)
    }
    pack.groups = try map.entries("groups", termKeys).map { Listed(try $0.choice("value"), try terms($0)) }
    pack.matters = try map.entries("matters", termKeys).map { Listed(try $0.choice("value"), try terms($0)) }
    pack.exemptions = try map.maps(
      "exemptions", allowed: termKeys.union(["key", "groups", "matters", "proof"])
    ).map {
      LocalRulePack.Exemption(
        key: try $0.choice("key"), groups: try $0.choices("groups"), matters: try $0.choices("matters"),
        proof: $0.optionalText("proof"), terms: try terms($0))
    }
    let years = try map.entries("practiceYears", termKeys)
    guard years.count < 2 else {
      throw YAMLFault("\(file): practiceYears: only one in a pack 一个规则包只有一条执业年限")
    }
    pack.practiceYears = try years.first.map {
      Listed(try $0.integer("value"), try terms($0))
    }
    return pack
  }

  /// What any entry may say of itself: its own document and days.
  private static let termKeys: Set<String> = ["document", "from", "to"]

  private static func terms(_ map: YAMLMap) throws -> EntryTerms? {
    let (from, to) = (try map.optionalDay("from"), try map.optionalDay("to"))
    if let from, let to, to < from { throw map.fault("to", "not before from 截止日期不能早于起始日期") }
    return EntryTerms(document: map.optionalText("document"), from: from, to: to)
  }

  static let hardshipKeys: Set<String> = [
    "amount", "unit", "lookbackMonths", "household", "assets", "region", "from", "to", "source",
  ]

  /// A hardship line told on the command line.
  package static func line(amount: String, unit: String, from: Day?) throws -> HardshipLine {
    let from = from.map { ", from: \($0)" } ?? ""
    return try line(
      YAMLMap("{amount: \(amount), unit: \(unit)\(from)}", file: "--line", allowed: hardshipKeys))
  }

  static func line(_ map: YAMLMap) throws -> HardshipLine {
    HardshipLine(
      amountFen: try map.moneyFen("amount"), unit: try map.choice("unit"),
      lookbackMonths: try map.optionalInteger("lookbackMonths"), household: try map.optionalChoice("household"),
      assets: try map.optionalChoice("assets"), regionCode: try region(map), from: try map.optionalDay("from"),
      to: try map.optionalDay("to"), source: map.optionalText("source"))
  }

  /// 行政区划代码 · Six digits, where one stands there.
  static func region(_ map: YAMLMap) throws -> String? {
    guard let code = map.optionalText("region") else { return nil }
    guard OfficeSetup.isDivisionCode(code) else {
      throw YAMLFault("region “\(code)”: six digits in quotation marks, such as \"320999\" 六位行政区划代码，加引号")
    }
    return code
  }

  private static func limit(_ map: YAMLMap, _ file: String) throws -> LocalLimit {
    let (key, number, unit) = (try map.text("key"), try map.integer("number"), try map.text("unit"))
    guard Capabilities.limits.contains(where: { $0.key == key }) else {
      throw YAMLFault("\(file): limits: \(key): no such limit; `legalaid rules` lists them 没有这个期限")
    }
    let limits = [TimeLimit.hours(number), .calendarDays(number), .workingDays(number)]
    guard let limit = limits.first(where: { $0.unit == unit }) else {
      let known = limits.map(\.unit).joined(separator: ", ")
      throw YAMLFault("\(file): limits: \(key): unit “\(unit)”: one of \(known) 单位应为其中之一")
    }
    return LocalLimit(key: key, limit: limit, terms: try terms(map))
  }
}
