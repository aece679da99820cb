package import Kernel
package import Localization
import Registry
import Storage
import WorkCalendar

/// 不予同意的理由 · Refusal ground: why the law lets the office not do what is asked; the person is told which (个人信息保护法 50).
package enum RefusalGround: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case stillNeeded, secrecy, unfounded

  package var name: Text {
    switch self {
    case .stillNeeded:
      Text("法律援助事项尚未办结，履行法定职责仍需使用", "The matter is not finished: the data are needed for a statutory duty")
    case .secrecy: Text("法律、行政法规规定应当保密", "Laws or regulations want it kept secret")
    case .unfounded: Text("经核实，请求所述与事实不符", "Verification did not bear out what is asked")
    }
  }

  package var basis: LegalBasis {
    switch self {
    case .stillNeeded: LegalBasis(.personalInformation, "13(3)")
    case .secrecy: LegalBasis(.personalInformation, "45")
    case .unfounded: LegalBasis(.personalInformation, "46")
    }
  }
}

/// 可以怎样答复 · Which answers the law leaves. What is not finished is needed; what is finished is an archive that must be
/// kept, so that instead of a deletion its use stops (个人信息保护法 13, 47). Nothing is deleted by the software: archives go
/// by appraisal.
package enum PersonalRequestRule {
  package static func answers(to kind: PersonalRequestKind, hasOpenMatter: Bool) -> [PersonalRequestStep] {
    switch kind {
    case .copy, .correction: [.grant, .refuse]
    case .restriction, .erasure: hasOpenMatter ? [.refuse] : [.restrict, .refuse]
    }
  }

  static let entry = RuleEntry(
    "privacy.erasure", .separation,
    Text("请求删除而档案须保存的，改为限制处理并说明理由", "Where an archive must be kept, a deletion becomes a restriction with reasons"),
    from: LegalBasis.restriction.law.from, basis: [.restriction])
}

extension LegalBasis {
  static let restriction = LegalBasis(.personalInformation, "47")
}

/// 个人信息请求期限 · The time for answering: thirty days, or what the office sets among its unverified limits.
package enum PersonalRequestLimit {
  private static let usualDays = 30

  package static let answer = LimitRule(
    "TL-PI", Text("答复个人信息请求", "Answer a personal-information request"), roles: [.director],
    .throughout(.init(.calendarDays(usualDays), [LegalBasis(.personalInformation, "50")], isVerified: false)),
    note: Text(
      "法律只要求及时处理；三十日出自GB/T 35273-2020第8.7条，凭记忆，可以在本县设定。",
      "The law only says in good time; thirty days are from GB/T 35273-2020, 8.7, from memory, and may be set here."
    ))

  /// Within how many days a request of that day is answered.
  static func days(of county: CountyID, on day: Day, _ reader: any Reader) throws -> Int {
    let rule = answer.set(by: try OfficeLimits.of(county, reader), on: day)
    return rule.variant(.inForce(on: day), on: day)?.limit.days ?? usualDays
  }
}
