import Intake
package import Kernel
package import Localization
import Storage

/// 法律帮助状态 · State of legal help.
package enum LegalHelpState: String, Sendable, Hashable, CaseIterable, Codable, SQLConvertible {
  case requested, dispatched, met, helped, recorded, forwardedApplication

  package var name: Text {
    switch self {
    case .requested: Text("待派遣", "To be dispatched")
    case .dispatched: Text("已派遣", "Dispatched")
    case .met: Text("已会见", "Met")
    case .helped: Text("已提供帮助", "Helped")
    case .recorded: Text("已记入台账", "Recorded")
    case .forwardedApplication: Text("已转交申请", "Application forwarded")
    }
  }
}

/// 法律帮助步骤 · What may be done to legal help.
package enum LegalHelpStep: String, Sendable, Hashable, CaseIterable {
  case dispatch, meet, takeApplication, forward, help, record

  package var name: Text {
    switch self {
    case .dispatch: Text("派遣值班律师", "Send a duty lawyer")
    case .meet: Text("登记会见", "Record the meeting")
    case .takeApplication: Text("接收法律援助申请", "Take in an application for legal aid")
    case .forward: Text("转交申请", "Forward the application")
    case .help: Text("登记法律帮助", "Record the help given")
    case .record: Text("记入台账", "Enter in the ledger")
    }
  }
}

/// 法律帮助流程 · Lifecycle of legal help (法律援助法 30, 39; docs/law/steps, track F).
package enum LegalHelpLifecycle {
  package static let table = Lifecycle<LegalHelpState, LegalHelpStep>(
    "legalHelp", Text("值班律师法律帮助", "Legal help by duty lawyers"), state: \.name, step: \.name,
    [
      .init([.requested, .dispatched], .dispatch, .dispatched, .dispatchHelp, [.cpl18("36"), .lal("30")]),
      .init([.dispatched], .meet, .met, .giveHelp, [.cpl18("36")]),
      .init([.met], .takeApplication, .met, .giveHelp, [.lal("39")]),
      .init([.helped], .takeApplication, .helped, .giveHelp, [.lal("39")]),
      .init([.met, .helped], .forward, .forwardedApplication, .giveHelp, [.lal("39")]),
      .init([.met, .forwardedApplication], .help, .helped, .giveHelp, [.cpl18("36"), .lal("30")]),
      .init([.helped, .forwardedApplication], .record, .recorded, .dispatchHelp),
    ])
}
