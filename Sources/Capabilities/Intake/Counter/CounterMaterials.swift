import Kernel
import Localization

/// 收案材料 · Counter materials: the papers one may hand in, whichever of them the checklist asks for in the end.
enum CounterMaterials {
  struct Item: Sendable {
    let code: String
    let name: Text
  }

  static func items(_ rules: RuleSet) -> [Item] {
    [
      Item(code: "F02", name: Text("法律援助申请表", "Application form")),
      Item(code: "identity", name: Text("身份证明", "Proof of identity")),
      Item(code: "agency", name: Text("代理权证明", "Proof of the right to represent")),
      Item(
        code: "hardship",
        name: rules < .rs2022
          ? Text("经济状况证明", "Economic-status certificate") : Text("经济困难状况说明表", "Economic-hardship statement")),
      Item(code: "exemption", name: Text("免予经济审查的证明", "Proof of being exempt")),
      Item(code: "case", name: Text("与申请事项有关的案件材料", "Papers of the case")),
    ]
  }

  static func names(_ rules: RuleSet) -> [String: Text] {
    Dictionary(uniqueKeysWithValues: items(rules).map { ($0.code, $0.name) })
  }

  static func handedIn(_ kept: [KeptUpload], _ rules: RuleSet) -> [MaterialHandedIn] {
    let names = names(rules)
    return kept.compactMap { one in
      names[one.code].map { MaterialHandedIn(code: one.code, name: $0.zh, file: one.file) }
    }
  }
}
