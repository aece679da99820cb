package import Localization

/// 质量等次 · Quality grade: four of them, as most counties use; a local pack may hide one.
package enum QualityGrade: String, Sendable, Hashable, CaseIterable, Codable {
  case excellent, good, pass, fail

  package var name: Text {
    switch self {
    case .excellent: Text("优秀", "Excellent")
    case .good: Text("良好", "Good")
    case .pass: Text("合格", "Pass")
    case .fail: Text("不合格", "Fail")
    }
  }
}
