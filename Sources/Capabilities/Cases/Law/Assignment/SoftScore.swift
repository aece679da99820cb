package import Localization
package import Registry

/// 推荐分 · Soft score: ranks those whom no hard rule blocks, each point with its reason; the assigner chooses (程序规定
/// 2012, 21). The weights are the office's (`SoftWeights`).
package struct SoftScore: Sendable, Hashable {
  package let points: Int
  package let reasons: [Text]

  /// `practiceYears`: of a lawyer in a criminal case, else nil.
  package static func of(
    specialties: [String], wanted: Specialty?, knowsMatter: Bool = false, speaks: [SpokenLanguage] = [],
    practiceYears: Int? = nil, openCases: Int, yearCases: Int = 0, by weights: SoftWeights = .standard
  ) -> SoftScore {
    var (points, reasons): (Int, [Text]) = (-openCases * weights.openCase - yearCases * weights.yearCase, [])
    if knowsMatter {
      points += weights.knowsMatter
      reasons.append(Text("承办过本事项的前一阶段", "Undertook the matter in the stage before"))
    }
    if let wanted, specialties.contains(wanted.rawValue) {
      points += weights.specialty
      reasons.append(Text("专长：\(wanted.name.zh)", "Specialty: \(wanted.name.en)"))
    }
    if !speaks.isEmpty {
      points += weights.language
      reasons.append(
        .each { language in
          Text("语言：", "Speaks: ")[language] + Format.list(speaks.map { $0.name[language] }, language)
        })
    }
    if let practiceYears, practiceYears >= weights.seniorYears {
      points += weights.senior
      reasons.append(Text("资深律师，执业\(practiceYears)年", "Senior: \(practiceYears) years of practice"))
    }
    reasons.append(Text("在办\(openCases)件", openCases == 1 ? "1 open case" : "\(openCases) open cases"))
    return SoftScore(points: points, reasons: reasons)
  }
}
