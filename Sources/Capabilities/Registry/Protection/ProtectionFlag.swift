package import Kernel
package import Localization
package import WorkCalendar

/// 保护标记 · Protection flag: why a person's data are shown to few. Set by the software where the facts say so, and by
/// hand with a reason; lifted only by hand. What a flag masks stands in ``Protection/table``.
package enum ProtectionFlag: String, Sendable, Hashable, CaseIterable, Codable {
  case minor, violence, military

  package var name: Text {
    switch self {
    case .minor: Text("未成年人", "Minor")
    case .violence: Text("家庭暴力、性侵害受害人", "Victim of domestic or sexual violence")
    case .military: Text("涉军", "Military")
    }
  }

  package var basis: LegalBasis {
    switch self {
    case .minor: LegalBasis(.minors, "103")
    case .violence: LegalBasis(.law2021, "21")
    case .military: LegalBasis(.military2014, "")
    }
  }

  /// What the facts told on a day make of a person: a minor is under 18 on that day (未成年人保护法 2).
  package static func evident(groups: [GroupCode], birthOn: Day?, on day: Day) -> Set<ProtectionFlag> {
    var flags: Set<ProtectionFlag> = []
    let all = Set(groups + GroupCode.evident(birthOn: birthOn, sex: nil, on: day))
    if all.contains(.minor) { flags.insert(.minor) }
    if all.contains(where: \.isMilitary) { flags.insert(.military) }
    return flags
  }
}

/// 个人信息项 · Personal field: what of a person a flag may mask.
package enum PersonalField: String, Sendable, Hashable, CaseIterable, Codable {
  case name, identityNumber, birthDate, phone, address

  package var name: Text {
    switch self {
    case .name: Text("姓名", "Name")
    case .identityNumber: Text("证件号码", "Identity number")
    case .birthDate: Text("出生日期", "Birth date")
    case .phone: Text("联系电话", "Phone")
    case .address: Text("住址", "Address")
    }
  }
}
