package import Localization
import Storage

/// 办案机关 · Organ: who handles a criminal case and may or must notify the centre (刑事规定 2013, 9; 法律援助法 25).
package enum OrganKind: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case police, stateSecurity, procuratorate, court

  package var name: Text {
    switch self {
    case .police: Text("公安机关", "Police")
    case .stateSecurity: Text("国家安全机关", "State security organ")
    case .procuratorate: Text("人民检察院", "Procuratorate")
    case .court: Text("人民法院", "Court")
    }
  }

  /// 办案阶段 · The stages in which it handles a case, the usual one first.
  package var stages: [Stage] {
    switch self {
    case .police, .stateSecurity: [.investigation]
    case .procuratorate: [.prosecutionReview, .investigation]
    case .court: [.firstInstance, .secondInstance, .retrial, .deathReview]
    }
  }

  /// Whose notice is to be expected once a stage ended by going on to the next.
  package static func handling(_ stage: Stage) -> OrganKind? {
    allCases.first { $0.stages.first == stage }
  }
}
