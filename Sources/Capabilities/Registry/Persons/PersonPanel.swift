import Kernel
import Localization
import Storage

/// 人员面板 · On the page of an application or a case: who it is about, as one may see it, with the way to the person.
enum PersonPanel {
  static let sources = ["application", "case"].map { kind in
    PanelSource(key: "registry.person", on: kind, permission: .viewPersons) { reader, principal, subject in
      guard let id = try PersonScope.person(of: subject, reader),
        let row = try reader.row("SELECT name, protection FROM person WHERE id = \(id)")
      else { return nil }
      let protection = try Protection(row)
      let flags = ProtectionFlag.allCases.filter(protection.flags.contains).map(\.name)
      let name = protection.name(try row.get("name"), to: principal)
      return Panel(
        Text("人员档案", "Person"),
        [Panel.Line(PersonalField.name.name, .same(name), path: PersonPaths.page.path(id))]
          + (flags.isEmpty ? [] : [Panel.Line(Text("保护标记", "Protection flags"), .list(flags))]))
    }
  }
}
