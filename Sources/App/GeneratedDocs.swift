import Foundation
import Localization
import Sheets
import Web

/// 生成的文档 · Generated documents: pages of `docs/law/` and `docs/reference/`, as the code has it now.
package enum GeneratedDocs {
  package static func pages() throws -> [(path: String, text: String)] {
    let routes = try RouteTable(Capabilities.routes()).routes
    return [
      page(
        "law/rules.md", "Rules and time limits",
        "Each rule with its articles. `verified: no` marks a configurable default whose source could not be read; `tested` names the file and function under `Tests/`.",
        Catalogue.sheet(rules: Catalogue.rules)),
      page(
        "law/papers.md", "Papers", "Every form the product makes, in the form set of its date.",
        Catalogue.sheet(documents: Catalogue.documents)),
      page(
        "law/forms.md", "The words of the papers",
        "The labels and the words of every form, in each form set; `{{…}}` is what the record says.",
        Catalogue.wordingSheet),
      page(
        "law/lifecycles.md", "Lifecycles", "Which step leads from where to where, and whose it is.",
        Catalogue.lifecycleSheet),
      page("reference/permissions.md", "Permissions", "What a role may do.", Catalogue.permissionSheet),
      page("reference/routes.md", "Routes", "Everything the server answers.", Catalogue.sheet(routes: routes)),
    ]
  }

  private static func page(_ path: String, _ title: String, _ lead: String, _ sheet: Sheet) -> (String, String) {
    let heads = sheet.columns.map(\.name)
    var lines = ["# \(title)", "", "Written by `legalaid docs`; do not edit. \(lead)", ""]
    lines.append(line(heads))
    lines.append(line(heads.map { _ in "---" }))
    for row in sheet.rows { lines.append(line(row.map(\.text))) }
    return (path, lines.joined(separator: "\n") + "\n")
  }

  private static func line(_ cells: [String]) -> String {
    let safe = cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }
    return "| \(safe.joined(separator: " | ")) |"
  }
}
