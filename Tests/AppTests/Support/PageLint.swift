import Localization
import TestSupport
import Testing

/// 页面检查 · What no page may do, whoever sees it: one list of faults, empty for a page that is in order.
struct PageLint {
  let page: Page
  let language: Language
  let names: OfficeNames

  func expectNone() throws {
    let found = try faults()
    #expect(found == [])
  }

  func faults() throws -> [String] {
    let root = try page.root()
    let all = [root] + root.descendants
    var faults: [String] = []
    if root["lang"] != language.tag { faults.append("lang is \(root["lang"] ?? "missing")") }
    let headings = root.all("h1").count
    if headings != 1 { faults.append("\(headings) h1") }
    faults += all.flatMap(Self.forbidden) + repeatedIDs(all) + unlabelled(all) + danglingReferences(all)
    faults += shown(root, in: language.tag).flatMap(wording)
    return faults.map { "\(page.path) (\(language.rawValue)): \($0)" }
  }

  /// What runs, or leads elsewhere.
  static func running(_ page: Page) throws -> [String] {
    let root = try page.root()
    return ([root] + root.descendants).flatMap(forbidden)
  }

  /// What the content security policy would refuse.
  private static func forbidden(_ node: MarkupNode) -> [String] {
    var found = node.attributes.keys.filter { $0 == "style" || $0.hasPrefix("on") }.map { "\(node.name) has \($0)" }
    if node.name == "style" { found.append("a style element") }
    if node.name == "script", node["src"] == nil || !node.text.isEmpty { found.append("an inline script") }
    if let address = node["href"] ?? node["action"] ?? node["src"], !address.hasPrefix("/"), !address.hasPrefix("#")
    {
      found.append("\(node.name) leads to \(address)")
    }
    return found
  }

  private func repeatedIDs(_ all: [MarkupNode]) -> [String] {
    Dictionary(grouping: all.compactMap { $0["id"] }, by: { $0 }).filter { $1.count > 1 }.keys.sorted()
      .map { "id \($0) twice" }
  }

  private func unlabelled(_ all: [MarkupNode]) -> [String] {
    let labelled = Set(all.filter { $0.name == "label" }.compactMap { $0["for"] })
    let controls = all.filter { ["input", "select", "textarea"].contains($0.name) }
      .filter { !["hidden", "submit", "button"].contains($0["type"] ?? "") }
    return controls.filter { $0["aria-label"] == nil && !labelled.contains($0["id"] ?? "") }
      .map { "\($0["name"] ?? $0.name) has no label" }
  }

  private func danglingReferences(_ all: [MarkupNode]) -> [String] {
    let ids = Set(all.compactMap { $0["id"] })
    return all.flatMap { node in
      ["for", "aria-describedby", "aria-labelledby", "list"].compactMap { node[$0] }
        .flatMap { $0.split(separator: " ").map(String.init) }
    }.filter { !ids.contains($0) }.map { "nothing has the id \($0)" }
  }

  /// Every text a person reads or hears, in the page's own language.
  private func shown(_ node: MarkupNode, in tag: String) -> [String] {
    guard node["lang"] ?? tag == tag, node.name != "script" else { return [] }
    let said = ["aria-label", "placeholder", "title", "alt", "data-label", "data-guard"].compactMap { node[$0] }
    let typed = node.name == "input" || node.name == "textarea" ? [] : node.runs
    return said + typed + node.children.flatMap { shown($0, in: tag) }
  }

  private func wording(_ text: String) -> [String] {
    let own = names.removed(from: text)
    switch language {
    case .zh: return Typography.faults(in: own).map { "\($0)" }
    case .en: return own.contains { Typography.isChinese($0) } ? ["“\(text)” is not English"] : []
    }
  }
}
