import Foundation
import TestSupport

extension Page {
  /// The names of what the forms of a page ask by GET, and of what its links say after the question mark.
  func parameters() throws -> Set<String> {
    let asked = try root().all("form").filter { ($0["method"] ?? "get").lowercased() == "get" }
      .flatMap { $0.descendants.compactMap { $0["name"] } }
    let linked = try links().flatMap { link in
      (link.split(separator: "?").dropFirst().first ?? "").split(separator: "&")
        .compactMap { $0.split(separator: "=").first.map(String.init) }
    }
    return Set(asked).union(linked)
  }

  /// The forms of the main part that change something.
  func posts() throws -> [MarkupNode] {
    (try root().first("main")?.all("form") ?? []).filter { $0["method"] == "post" && $0["action"] != nil }
  }
}

extension MarkupNode {
  private static let ours: Set = ["csrf", "token", "version"]

  /// What is filled in or chosen in a form, or stands in it unseen.
  var controls: [MarkupNode] {
    descendants.filter { node in
      ["input", "select", "textarea", "button"].contains(node.name)
        && node["name"].map { !Self.ours.contains($0) } ?? false
    }
  }

  /// The fields that take an id, with the values they offer; a hidden field that stands empty may take one too.
  var idFields: [String: [String]] {
    var fields: [String: [String]] = [:]
    for control in controls {
      let name = control["name"] ?? ""
      let offered =
        control.name == "select" ? control.all("option").compactMap { $0["value"] } : [control["value"] ?? ""]
      let mayBe = control["type"] == "hidden" && control["value"]?.isEmpty != false
      if mayBe || offered.contains(where: { $0.firstID != nil }) { fields[name, default: []] += offered }
    }
    return fields
  }

  /// Something for every field of a form that stands empty and asks to be filled, so that little else is wrong with it.
  func filling(today: String) -> [String: [String]] {
    var values: [String: [String]] = [:]
    for control in controls where control["required"] != nil && control["disabled"] == nil {
      let name = control["name"] ?? ""
      switch (control.name, control["type"] ?? "text") {
      case ("select", _):
        guard !control.all("option").contains(where: { $0["selected"] != nil }) else { continue }
        values[name] = control.all("option").compactMap { $0["value"] }.filter { !$0.isEmpty }.prefix(1).map(\.self)
      case ("input", "radio"), ("input", "checkbox"): values[name] = values[name] ?? [control["value"] ?? "on"]
      case ("input", "file"), ("button", _), ("input", "hidden"): continue
      case ("input", "date"): values[name] = [today]
      case ("textarea", _): if control.text.isEmpty { values[name] = ["核对"] }
      default:
        if control["value"]?.isEmpty != false { values[name] = [control["inputmode"] == nil ? "核对" : "1"] }
      }
    }
    return values
  }
}

extension String {
  private static var id: Regex<Substring> { /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/ }

  var firstID: String? { firstMatch(of: Self.id).map { String($0.output) } }

  /// The same value, about another record.
  func about(_ id: String) -> String { firstID == nil ? id : replacing(Self.id) { _ in id } }
}
