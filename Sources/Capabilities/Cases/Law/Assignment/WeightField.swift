import Kernel
import Localization

/// 权重栏目 · Weight field: each of the soft weights as the page asks it.
enum WeightField: String, CaseIterable, Sendable {
  case knowsMatter, specialty, language, senior, seniorYears, openCase, yearCase

  var path: any WritableKeyPath<SoftWeights, Int> & Sendable {
    switch self {
    case .knowsMatter: \.knowsMatter
    case .specialty: \.specialty
    case .language: \.language
    case .senior: \.senior
    case .seniorYears: \.seniorYears
    case .openCase: \.openCase
    case .yearCase: \.yearCase
    }
  }

  var range: ClosedRange<Int> { self == .seniorYears ? SoftWeights.years : SoftWeights.range }

  var label: Text {
    switch self {
    case .knowsMatter: Text("承办过本事项前一阶段的，加分", "Points for having undertaken the stage before")
    case .specialty: Text("专长相符的，加分", "Points for a matching specialty")
    case .language: Text("通晓受援人语言的，加分", "Points for speaking the recipient’s language")
    case .senior: Text("刑事案件由资深律师承办的，加分", "Points for a senior lawyer in a criminal case")
    case .seniorYears: Text("执业多少年为资深律师", "Years of practice that make a lawyer senior")
    case .openCase: Text("每件在办案件，减分", "Points taken off for each open case")
    case .yearCase: Text("本年每件案件，减分", "Points taken off for each case of the year")
    }
  }

  var outOfRange: Refusal {
    Refusal(
      "assignmentWeights.range",
      Text(
        "请填写\(range.lowerBound)到\(range.upperBound)的整数。",
        "Type a whole number from \(range.lowerBound) to \(range.upperBound)."), field: rawValue)
  }
}
