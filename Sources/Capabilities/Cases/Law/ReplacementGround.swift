package import Intake
package import Kernel
package import Localization

/// 更换事由 · Replacement ground: why another legal aid person takes the case over (程序规定 2012, 30, 31; 法律援助法 55;
/// 2023, 38). The codes are stable.
package enum ReplacementGround: String, Sendable, Hashable, CaseIterable, Codable {
  case dutyNotDone = "RP1"
  case conflict = "RP2"
  case inability = "RP3"
  case organAsks = "RP4"
  case personChanged = "RP5"

  package var name: Text {
    switch self {
    case .dutyNotDone: Text("受援人有事实证明承办人员不依法履行职责", "The recipient shows that the undertaker does not do the duty")
    case .conflict: Text("承办人员与案件有利益冲突", "The undertaker has a conflict of interest")
    case .inability: Text("承办人员因客观原因不能继续承办", "The undertaker cannot go on for an objective cause")
    case .organAsks: Text("办案机关通知另行指派", "The organ gives notice to assign anew")
    case .personChanged: Text("承办人员变更执业单位、停止执业", "The undertaker changed unit or stopped practising")
    }
  }

  /// 承办方可以提出 · What the undertaker or the unit may give; the others come through the centre.
  package var isOfUndertaker: Bool {
    switch self {
    case .conflict, .inability, .personChanged: true
    case .dutyNotDone, .organAsks: false
    }
  }

  /// Why this ground may not be given by somebody of such an agency; nil where it may.
  package func refusal(of kind: AgencyKind) -> Refusal? {
    guard [.lawFirm, .grassrootsOffice].contains(kind), !isOfUndertaker else { return nil }
    return Refusal(
      "replacement.ground",
      Text(
        "该事由由受援人或者办案机关向法律援助中心提出，承办方请选择本方的事由。",
        "This ground comes from the recipient or the organ through the legal aid centre: choose one of your own."),
      field: "ground")
  }

  /// Whether the request is proven by papers the recipient hands in.
  package var needsEvidence: Bool { self == .dutyNotDone }

  package var grounds: Grounds {
    switch self {
    case .dutyNotDone:
      Grounds([
        .rs2012: .fromMemory(.p12("30")), .rs2022: Grounds.Ground([.lal("55")]),
        .rs2023: Grounds.Ground([.lal("55")]),
      ])
    case .conflict, .inability:
      Grounds([
        .rs2012: .fromMemory(.p12("31")), .rs2022: .fromMemory(.p12("31")), .rs2023: .fromMemory(.p23("38")),
      ])
    case .organAsks, .personChanged:
      .throughoutByDesign(
        [], Text("没有查到全国性条文，按本产品默认规则办理。", "No national article was found; the product's own default."))
    }
  }

  package var entries: [RuleEntry] { grounds.entries(rawValue, .assignment, name) }
}

/// 更换决定 · Replacement outcome: the two options of form F17, or no.
package enum ReplacementOutcome: String, Sendable, Hashable, CaseIterable, Codable {
  case unitReplaces, unitDrops, refused

  package var name: Text {
    switch self {
    case .unitReplaces: Text("予以更换，由原单位另行安排承办人员", "Replace: the unit names another undertaker")
    case .unitDrops: Text("予以更换，原单位不再承办，另行指派", "Replace: the unit drops the case, it is assigned anew")
    case .refused: Text("不予更换", "Do not replace")
    }
  }
}

/// 退回指派理由 · Assignment return: why a unit returns a case it was given (法律援助法 62: not without good reason).
package enum AssignmentReturn: String, Sendable, Hashable, CaseIterable, Codable {
  case conflict, noSuitablePerson, overload, recipientUnreachable, other

  package var name: Text {
    switch self {
    case .conflict: Text("本单位与案件有利益冲突", "The unit has a conflict of interest")
    case .noSuitablePerson: Text("没有符合条件的承办人员", "Nobody of the unit qualifies")
    case .overload: Text("在办案件过多，不能按期承办", "Too many open cases to act in time")
    case .recipientUnreachable: Text("受援人无法联系或者拒绝签订协议", "The recipient cannot be reached or will not sign")
    case .other: Text("其他正当理由", "Another good reason")
    }
  }
}
