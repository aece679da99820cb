package import Intake
package import Kernel
package import Localization

/// 终止事由 · Termination reason: why aid ends before the case does (条例 23; 程序规定 2012, 33; 法律援助法 48). The
/// codes are stable.
package enum TerminationReason: String, Sendable, Hashable, CaseIterable, Codable {
  case deceit = "T1"
  case concealment = "T2"
  case illegalUse = "T3"
  case noLongerInHardship = "T4"
  case caseEnded = "T5"
  case ownCounsel = "T6"
  case recipientAsks = "T7"
  case otherByLaw = "T8"
  case reliefRevoked = "T9"

  package var name: Text {
    switch self {
    case .deceit: Text("以欺骗或者其他不正当手段获得法律援助", "Obtained by deceit or improper means")
    case .concealment: Text("故意隐瞒与案件有关的重要事实或者提供虚假证据", "Concealed important facts or gave false evidence")
    case .illegalUse: Text("利用法律援助从事违法活动", "Used the aid for illegal acts")
    case .noLongerInHardship: Text("经济状况发生变化，不再符合条件", "Economic status changed, no longer qualifies")
    case .caseEnded: Text("案件终止审理或者被撤销", "The case was terminated or withdrawn")
    case .ownCounsel: Text("受援人自行委托律师或者其他代理人", "The recipient engaged an own lawyer or agent")
    case .recipientAsks: Text("受援人要求终止法律援助", "The recipient asks to stop")
    case .otherByLaw: Text("法律、法规规定的其他情形", "Other situation named by law")
    case .reliefRevoked: Text("人民法院撤销司法救助", "The court revoked judicial relief")
    }
  }

  package var grounds: Grounds {
    switch self {
    case .deceit: Grounds([.rs2022: [.lal("48(1)")], .rs2023: [.lal("48(1)")]])
    case .concealment: .ended(.fromMemory(.p12("33(6)")), "48(2)")
    case .illegalUse: .ended(.fromMemory(.p12("33(5)")), "48(3)")
    case .noLongerInHardship: .ended(Grounds.Ground([.r03("23(1)")]), "48(4)")
    case .caseEnded: .ended(Grounds.Ground([.r03("23(2)")]), "48(5)")
    case .ownCounsel: .ended(Grounds.Ground([.r03("23(3)")]), "48(6)")
    case .recipientAsks: .ended(Grounds.Ground([.r03("23(4)")]), "48(7)")
    case .otherByLaw: .ended(.fromMemory(.p12("33(7)")), "48(8)")
    case .reliefRevoked:
      Grounds([.rs2012: Self.localOnly, .rs2022: Self.localOnly, .rs2023: Self.localOnly])
    }
  }

  /// Whether it may be given under these rules: notified defence never ends at the person's wish, and what only
  /// local rules name waits for a local pack.
  package func isAvailable(_ rules: RuleSet, _ track: CaseTrack) -> Bool {
    switch self {
    case .reliefRevoked: false
    case .recipientAsks: !track.isNotified
    default: grounds[rules] != nil
    }
  }

  /// Since 2022 the recipient's wish alone is not enough (法律援助法 48(7)).
  package func needsGoodReason(_ rules: RuleSet) -> Bool { self == .recipientAsks && rules >= .rs2022 }

  package var entries: [RuleEntry] { grounds.entries(rawValue, .termination, name) }

  private static let localOnly = Grounds.Ground.design(
    [], Text("只见于地方规定，由本地规则包启用。", "Named by local rules only; a local pack switches it on."))
}

extension Grounds {
  fileprivate static func ended(_ first: Ground, _ law: String) -> Grounds {
    Grounds([.rs2012: first, .rs2022: Ground([.lal(law)]), .rs2023: Ground([.lal(law)])])
  }
}
