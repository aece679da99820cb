import Localization
import Markup
import Web
import WorkCalendar

/// 利益冲突提示 · Counter conflicts: what is open on the other side of this dispute, who, why and how he is known, as a
/// warning; and apart from it what is closed. Outside the viewer's data scope only that it is there.
enum CounterConflicts {
  static func warning(_ found: [OtherSide], _ language: Language) -> HTML {
    let open = found.filter(\.isOpen)
    guard !open.isEmpty else { return .empty }
    return sheet(Text("可能的利益冲突", "Possible conflict of interest"), in: language, warns: true) {
      list(open, language)
      p(.class("hint")) {
        Text(
          "同一人员不能为双方代理，指派时按规则排除。请核对是否同一人；登记不受影响。",
          "Nobody may act for both sides, so assignment excludes whom the rules name. Check that it is the same person; registering is not hindered."
        )[language]
      }
    }
  }

  static func history(_ found: [OtherSide], _ language: Language) -> HTML {
    let closed = found.filter { !$0.isOpen }
    guard !closed.isEmpty else { return .empty }
    return sheet(Text("另一方以前的事项（已结）", "Earlier matters of the other side, closed"), in: language) {
      list(closed, language)
    }
  }

  private static func list(_ found: [OtherSide], _ language: Language) -> HTML {
    ul(.class("bare")) {
      for one in found {
        li {
          why(one)[language]
          if let likeness = likeness(one) { div(.class("small")) { likeness[language] } }
          div(.class("small")) { details(one, language) }
        }
      }
    }
  }

  private static func details(_ one: OtherSide, _ language: Language) -> HTML {
    guard one.isWithinScope else {
      return .text(
        Text(
          "不在您的数据范围内，详情请向中心了解。", "Outside your data scope: ask the centre for details.")[language])
    }
    return .fragment {
      if let id = one.application { a(.href(ApplicationPaths.page(id))) { one.number } } else { one.number }
      " \(one.cause) "
      span(.class("soft")) { "\(Format.day(one.on, language)) \(one.state[language])" }
    }
  }

  private static func why(_ one: OtherSide) -> Text {
    switch (one.role, one.isOpen) {
    case (.recipient, true):
      Text("对方当事人\(one.name)在本县有在办的申请或者案件。", "The opposing party \(one.name) has an open application or case here.")
    case (.opposing, true):
      Text(
        "申请人\(one.name)是本县在办申请或者案件的对方当事人。",
        "The applicant \(one.name) is the opposing party of an open application or case here.")
    case (.recipient, false):
      Text("对方当事人\(one.name)是申请人或者受援人。", "The opposing party \(one.name) was the applicant or recipient.")
    case (.opposing, false):
      Text("申请人\(one.name)是对方当事人。", "The applicant \(one.name) was the opposing party.")
    }
  }
  /// 相像程度 · Why it may be the same person; nothing where the name is the same.
  private static func likeness(_ one: OtherSide) -> Text? {
    switch one.likeness {
    case .exact: nil
    case .identity: Text("依据：证件号码相同。", "Known by: the same identity number.")
    case .near:
      Text(
        "依据：登记的姓名或者名称与\(one.name)读音相同、写法相近，可能不是同一人。",
        "Known by: the name on record sounds like \(one.name) and is written nearly so; it may be somebody else.")
    }
  }
}
