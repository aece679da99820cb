import Cases
import Consultations
import Cooperations
import DefenceNotices
import DutyLawyers
import GovernmentDocuments
import Indicators
import Intake
package import Kernel
package import Localization
import Messages
import Objections
import Papers
import Privacy
import Registry
package import Web

/// 业务能力清单 · The list of capabilities: a new one is its folder and one line here.
package enum Capabilities {
  package static let all: [Capability] = [
    Registry.capability, Papers.capability, Intake.capability, Consultations.capability, Cases.capability,
    DefenceNotices.capability, DutyLawyers.capability, Objections.capability, Cooperations.capability,
    GovernmentDocuments.capability,
    Indicators.capability, Privacy.capability,
    Messages.capability,
  ]

  package static let forms: [PaperForm] = all.flatMap(\.forms)

  package static let limits: [LimitRule] = all.flatMap(\.limits)

  /// What each kind of event is called on a timeline.
  package static let eventNames: [String: Text] = all.map(\.events).reduce(into: [:]) {
    $0.merge($1) { first, _ in first }
  }

  private static let panels = all.flatMap(\.panels) + [DocumentPacks.panel]

  /// Which capabilities serve which item of the plan.
  private static let served: [Int: [Text]] = all.reduce(into: [:]) { found, one in
    for item in one.planItems { found[item, default: []].append(one.name) }
  }

  package static func routes() -> [Route] {
    Home.routes() + SetupRoutes.routes() + [FirstStepsPage.route] + WorkTabs.routes() + Search.routes() + [
      HelpPage.route
    ] + [RulesPage.route] + PackRoutes.all + LineRoutes.all
      + Registry.routes(
        events: eventNames, panels: panels, numbers: all.flatMap(\.numbers), limits: limits,
        persons: all.flatMap(\.personLinks), rules: all.flatMap(\.rules))
      + Papers.routes(forms: forms) + Intake.routes(panels: panels, starts: all.flatMap(\.starts))
      + Consultations.routes(panels: panels)
      + Cases.routes(panels: panels, events: eventNames, pools: all.flatMap(\.pools), shares: PlanShares.words)
      + DefenceNotices.routes()
      + Objections.routes() + Cooperations.routes()
      + DutyLawyers.routes() + GovernmentDocuments.routes(panels: panels)
      + Messages.routes(events: eventNames, work: all.flatMap(\.workItems))
      + Privacy.routes(data: all.flatMap(\.personalData), links: all.flatMap(\.personLinks))
      + Indicators.routes(measures: all.flatMap(\.measures), served: served, shipped: try? PlanFile.shipped())
  }
}

extension Capabilities {
  /// The table once made, for the menu; nil only where two routes collide, which `serve` refuses aloud.
  static let routeTable = try? RouteTable(routes())
}
