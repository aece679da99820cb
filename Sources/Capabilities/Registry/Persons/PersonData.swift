import Kernel
import Localization
import WorkCalendar

/// 人员档案中的个人信息 · What the person's own record holds, and who looked at it whole, when and why.
enum PersonData {
  static let sources = [
    PersonalDataSource(key: "registry.person") { reader, keys, county, id in
      let person = try PersonTable.of(id, in: county, keys, reader)
      let known: [(Text, Text)] =
        PersonalField.allCases.compactMap { field in
          person.value(field).map { (field.name, .same($0)) }
        } + [
          (Text("性别", "Sex"), person.sex?.name ?? .same("")),
          (Text("乡镇（街道）", "Township"), .same(person.township ?? "")),
          (Text("人群", "Groups"), .list(person.groups.map(\.name))),
          (Text("保护标记", "Protection flags"), .list(person.protection.flags.map(\.name))),
        ]
      return PersonalData(
        Text("个人信息", "Personal data"), columns: [Text("项目", "Item"), Text("内容", "Content")],
        rows: known.map { [$0, $1] })
    },
    PersonalDataSource(key: "registry.looks") { reader, _, county, id in
      let looks = try PersonTable.events(id, in: county, reader).filter {
        ["person.revealed", "person.exported"].contains($0.kind)
      }
      guard !looks.isEmpty else { return nil }
      return PersonalData(
        Text("查看记录", "Who looked"),
        columns: [Text("时间", "Time"), Text("查看人", "Who"), Text("内容", "Fields"), Text("理由", "Reason")],
        rows: looks.map { look in
          let fields = (look.facts["fields"] ?? "").split(separator: "、").compactMap {
            PersonalField(rawValue: String($0))?.name
          }
          return [
            Text(Format.instant(look.at, .zh), Format.instant(look.at, .en)), .same(look.actor), .list(fields),
            look.facts["reasonCode"].flatMap(RevealReason.init)?.name ?? .same(look.facts["reason"] ?? ""),
          ]
        })
    },
  ]
}

extension Person {
  /// A field whole, as text of no language.
  func value(_ field: PersonalField) -> String? {
    switch field {
    case .name: name
    case .identityNumber: identityNumber
    case .birthDate: birthOn?.description
    case .phone: phone
    case .address: address
    }
  }
}
