package import Localization
package import Registry

/// 推荐分 · Soft score: ranks those whom no hard rule blocks, each point with its reason; the assigner chooses (程序规定
/// 2012, 21). The weights are the product's own.
package struct SoftScore: Sendable, Hashable {
  package let points: Int
  package let reasons: [Text]

  /// A matching specialty is worth five cases of load; to know the matter from the stage before, ten; to
  /// understand the recipient without an interpreter, five.
  package static func of(
    specialties: [String], wanted: Specialty?, knowsMatter: Bool = false, speaks: [SpokenLanguage] = [],
    openCases: Int
  ) -> SoftScore {
    var (points, reasons): (Int, [Text]) = (-openCases, [])
    if knowsMatter {
      points += 10
      reasons.append(Text("承办过本事项的前一阶段", "Undertook the matter in the stage before"))
    }
    if let wanted, specialties.contains(wanted.rawValue) {
      points += 5
      reasons.append(Text("专长：\(wanted.name.zh)", "Specialty: \(wanted.name.en)"))
    }
    if !speaks.isEmpty {
      points += 5
      reasons.append(
        .each { language in
          Text("语言：", "Speaks: ")[language] + Format.list(speaks.map { $0.name[language] }, language)
        })
    }
    reasons.append(Text("在办\(openCases)件", openCases == 1 ? "1 open case" : "\(openCases) open cases"))
    return SoftScore(points: points, reasons: reasons)
  }
}
