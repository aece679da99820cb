import DefenceNotices
package import Intake
package import Localization
import Storage

/// 法律帮助来源 · Source of legal help: by whom and on which form the duty lawyer was asked for; the codes are ours.
package enum HelpSource: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case application, police, stateSecurity, procuratorate, court, onSite

  package var name: Text {
    switch self {
    case .application: Text("本人申请", "Applied for by the person")
    case .police: Text("公安机关通知", "Notice of the police")
    case .stateSecurity: Text("国家安全机关通知", "Notice of a state security organ")
    case .procuratorate: Text("人民检察院通知", "Notice of the procuratorate")
    case .court: Text("人民法院通知", "Notice of the court")
    case .onSite: Text("现场接待", "On site")
    }
  }

  /// 文书格式 · The form of 2023 it comes on.
  package var form: String? {
    switch self {
    case .application: "F23"
    case .police: "F24"
    case .stateSecurity: "F25"
    case .procuratorate: "F26"
    case .court: "F27"
    case .onSite: nil
    }
  }

  /// The organ whose notice it is; nil where the person asks.
  package var organ: OrganKind? { OrganKind(rawValue: rawValue) }
}
