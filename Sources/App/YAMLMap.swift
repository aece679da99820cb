import Foundation
package import WorkCalendar
import Yams

/// What is wrong in a YAML file, with its place.
package struct YAMLFault: Error, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}

/// A map read from YAML that refuses unknown keys and says where a value is missing or wrong. Scalars stay the text they
/// were written as, so money never passes through a floating number.
package struct YAMLMap {
  private let values: [String: Node]
  private let place: String

  package init(_ yaml: String, file: String, allowed: Set<String>) throws {
    let node: Node?
    do { node = try Yams.compose(yaml: yaml) } catch { throw YAMLFault("\(file): \(error)") }
    try self.init(node, place: file, allowed: allowed)
  }

  private init(values: [String: Node], place: String) {
    self.values = values
    self.place = place
  }

  private init(_ node: Node?, place: String, allowed: Set<String>) throws {
    guard let mapping = node?.mapping else { throw YAMLFault("\(place): a map is wanted 应为键值对") }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard allowed.isEmpty || allowed.contains(name) else {
        throw YAMLFault(
          "\(place): unknown key “\(name)”; known are \(allowed.sorted().joined(separator: ", ")) 没有这一项")
      }
      values[name] = value
    }
    self.values = values
    self.place = place
  }

  /// With an empty set of allowed keys any key is taken: names of townships, keys of indicators.
  package func map(_ key: String, allowed: Set<String>) throws -> YAMLMap {
    try YAMLMap(values[key], place: "\(place): \(key)", allowed: allowed)
  }

  package func optionalMap(_ key: String, allowed: Set<String>) throws -> YAMLMap? {
    values[key] == nil ? nil : try map(key, allowed: allowed)
  }

  package func maps(_ key: String, allowed: Set<String>) throws -> [YAMLMap] {
    try list(key).enumerated().map { try YAMLMap($1, place: "\(place): \(key)[\($0 + 1)]", allowed: allowed) }
  }

  /// Each a bare value, or a map with `value` and what else is allowed; one alone need not stand in a list.
  package func entries(_ key: String, _ allowed: Set<String>) throws -> [YAMLMap] {
    let nodes = values[key].map { $0.sequence.map(Array.init) ?? [$0] } ?? []
    return try nodes.enumerated().map { index, node in
      guard let text = node.scalar?.string else {
        return try YAMLMap(node, place: "\(place): \(key)[\(index + 1)]", allowed: allowed.union(["value"]))
      }
      return YAMLMap(values: ["value": Node(text)], place: "\(place): \(key)")
    }
  }

  func fault(_ key: String, _ words: String) -> YAMLFault { YAMLFault("\(place): \(key): \(words)") }

  package func texts(_ key: String) throws -> [String] {
    try list(key).map { node in
      guard let text = node.scalar?.string else {
        throw YAMLFault("\(place): \(key): a list of texts is wanted 应为文本列表")
      }
      return text
    }
  }

  private func list(_ key: String) throws -> [Node] {
    guard let node = values[key] else { return [] }
    guard let sequence = node.sequence else { throw YAMLFault("\(place): \(key): a list is wanted 应为列表") }
    return Array(sequence)
  }

  /// Whether it was written at all, an empty list included.
  func has(_ key: String) -> Bool { values[key] != nil }

  package func text(_ key: String) throws -> String {
    guard let text = optionalText(key), !text.isEmpty else { throw YAMLFault("\(place): \(key) is missing 缺少此项") }
    return text
  }

  package func optionalText(_ key: String) -> String? {
    guard let text = values[key]?.scalar?.string, !["~", "null"].contains(text) else { return nil }
    return text
  }

  package func integer(_ key: String) throws -> Int {
    guard let number = Int(try text(key)), number >= 0 else {
      throw YAMLFault("\(place): \(key): a whole number is wanted 应为非负整数")
    }
    return number
  }

  package var keys: [String] { values.keys.sorted() }

  package func day(_ key: String) throws -> Day {
    let text = try text(key)
    guard let day = Day(text) else {
      throw YAMLFault("\(place): \(key) “\(text)”: a day is wanted, such as 2016-01-01 应为日期")
    }
    return day
  }

  /// Yuan with at most two decimals, as fen.
  package func moneyFen(_ key: String) throws -> Int64 {
    let text = try text(key)
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let cents = parts.count == 2 ? parts[1] : "00"
    guard let yuan = Int64(parts[0]), (0...99_999_999_999).contains(yuan), (1...2).contains(cents.utf8.count),
      let fen = Int64(cents.utf8.count == 1 ? cents + "0" : cents), fen >= 0
    else { throw YAMLFault("\(place): \(key) “\(text)”: yuan with at most two decimals 金额，最多两位小数") }
    return yuan * 100 + fen
  }

  package func choice<T: RawRepresentable<String> & CaseIterable>(_ key: String) throws -> T {
    try code(key, try text(key))
  }

  package func optionalChoice<T: RawRepresentable<String> & CaseIterable>(_ key: String) throws -> T? {
    try optionalText(key).map { try code(key, $0) }
  }

  package func choices<T: RawRepresentable<String> & CaseIterable>(_ key: String) throws -> [T] {
    try texts(key).map { try code(key, $0) }
  }

  package func optionalDay(_ key: String) throws -> Day? { optionalText(key) == nil ? nil : try day(key) }

  package func optionalMoneyFen(_ key: String) throws -> Int64? {
    optionalText(key) == nil ? nil : try moneyFen(key)
  }

  package func optionalInteger(_ key: String) throws -> Int? { optionalText(key) == nil ? nil : try integer(key) }

  /// Nil where nothing is said.
  package func flag(_ key: String) throws -> Bool? {
    guard let text = optionalText(key) else { return nil }
    guard ["true", "false"].contains(text) else {
      throw YAMLFault("\(place): \(key) “\(text)”: true or false 应为true或者false")
    }
    return text == "true"
  }

  private func code<T: RawRepresentable<String> & CaseIterable>(_ key: String, _ text: String) throws -> T {
    guard let value = T(rawValue: text) else {
      let known = T.allCases.map(\.rawValue).joined(separator: ", ")
      throw YAMLFault("\(place): \(key) “\(text)”: one of \(known) 应为其中之一")
    }
    return value
  }
}
