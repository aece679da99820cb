import Kernel
import Localization
package import Sheets
package import Web

/// The catalogue as tables, for `--format` and for the documents.
extension Catalogue {
  package static func sheet(rules: [Rule]) -> Sheet {
    table(
      Text("规则", "Rules"),
      ["key", "kind", "zh", "en", "ruleSets", "from", "to", "basis", "verified", "note", "tested"],
      rules.map { rule in
        [
          rule.key, rule.kind, rule.name.zh, rule.name.en, rule.ruleSets.joined(separator: " "),
          rule.from ?? "", rule.to ?? "",
          rule.basis.map { $0.article.isEmpty ? "《\($0.law)》" : "《\($0.law)》\($0.article)" }.joined(separator: "、"),
          rule.verified ? "yes" : "no", rule.note?.zh ?? "",
          rule.tested ?? "",
        ]
      })
  }

  package static func sheet(documents: [Document]) -> Sheet {
    table(
      Text("文书", "Papers"), ["form", "formSet", "zh", "en", "when", "seal", "signers", "fields"],
      documents.map { form in
        [
          form.form, String(form.formSet), form.name.zh, form.name.en, form.when.zh, form.seal ? "yes" : "no",
          form.signers.map(\.zh).joined(separator: "、"), form.fields.joined(separator: " "),
        ]
      })
  }

  /// What stands on each form: its labels and its words.
  package static var wordingSheet: Sheet {
    table(
      Text("文书用语", "Words of the papers"), ["form", "formSet", "labels", "wording"],
      Capabilities.forms.map { form in
        [
          form.form, String(form.formSet), form.fields.map(\.name.zh).joined(separator: "、"),
          form.wording.joined(separator: " ／ "),
        ]
      })
  }

  package static var lifecycleSheet: Sheet {
    table(
      Text("流程", "Lifecycles"), ["lifecycle", "from", "step", "to", "roles", "basis"],
      lifecycles.flatMap { table in
        table.rows.map { row in
          [
            table.key, row.from, row.step, row.to,
            row.permission.roles.map(\.rawValue).sorted().joined(separator: " "),
            row.basis.map(\.name.zh).joined(separator: "、"),
          ]
        }
      })
  }

  package static var permissionSheet: Sheet {
    table(
      Text("权限", "Permissions"), ["permission", "zh", "en", "roles"],
      permissions.map { one in
        [one.key, one.name.zh, one.name.en, one.roles.map(\.rawValue).sorted().joined(separator: " ")]
      })
  }

  package static func sheet(routes: [Route]) -> Sheet {
    table(
      Text("路由", "Routes"), ["method", "path", "permission", "zh", "en"],
      routes.map { route in
        [
          route.method.rawValue, route.pattern.description, route.permission?.key ?? "public", route.summary.zh,
          route.summary.en,
        ]
      })
  }

  private static func table(_ title: Text, _ names: [String], _ rows: [[String]]) -> Sheet {
    Sheet(title: title, columns: names.map { Column($0) }, rows: rows.map { $0.map { Cell.text($0) } })
  }
}
