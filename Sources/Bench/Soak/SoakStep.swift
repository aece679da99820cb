import App
import Kernel
import Storage
import WorkCalendar

/// 步骤 · The steps of an application that are taken here, each by the person whose task it is.
enum SoakStep: Int, Sendable, CaseIterable, Comparable {
  case registered, accepted, reviewed, granted

  static func < (one: SoakStep, other: SoakStep) -> Bool { one.rawValue < other.rawValue }

  var login: String { ["clerk", "receptionist", "reviewer", "director"][rawValue] }

  /// Everybody whose task one of them is, signed in.
  static func visitors(_ port: UInt16) throws -> [String: Visitor] {
    try Dictionary(
      uniqueKeysWithValues: Set(allCases.map(\.login)).map {
        ($0, try Visitor($0, password: DemoStaff.password, port: port))
      })
  }

  func path(_ application: String) -> String {
    switch self {
    case .registered: "/applications/new"
    case .accepted: application + "/acceptance"
    case .reviewed: application + "/review"
    case .granted: application + "/approval"
    }
  }

  /// What is typed at this step.
  /// - Parameter mark: the cause, by which the application is found again.
  func told(_ mark: String, _ applicant: String) -> [String: String] {
    switch self {
    case .registered:
      [
        "identityNumber": applicant, "name": "周明", "phone": "13912346210", "address": "柳湾村三组",
        "township": "河东镇", "matter": "M05", "cause": mark, "opposing": "宏达公司", "facts": "被拖欠九个月工资。",
        "stage": "firstInstance", "members": "3", "months": "12", "netIncome": "30000",
      ]
    case .accepted: [:]
    case .reviewed: ["recommendation": "grant", "opinion": "符合条件。"]
    case .granted: ["decision": "grant", "opinion": "同意。"]
    }
  }

  /// Nobody's: the areas from 320900 on are no county's.
  static func identityNumber(_ area: Int, _ serial: Int) -> String {
    let birth = Day.literal(1950, 1, 1).adding(days: serial % 18_000).description.filter { $0 != "-" }
    let seventeen = "\(320_900 + area)\(birth)\(100 + serial / 18_000)"
    return seventeen + (Normalise.checkCharacter(of: seventeen).map(String.init) ?? "X")
  }
}

/// 咨询 · A consultation answered at the counter.
enum SoakConsultation {
  static let login = "clerk"
  static let path = "/consultations/new"

  static func told(_ mark: String) -> [String: String] {
    [
      "name": "周明", "phone": "13912346210", "topic": "labourPay", "cause": mark, "content": "被拖欠九个月工资。",
      "answer": "可以申请劳动仲裁。", "reminded": "yes",
    ]
  }
}
