import Cases
import Consultations
import Indicators
import Intake
package import Kernel
package import Localization
import Papers
import Registry
package import Web

/// 业务能力清单 · The list of capabilities: a new one is its folder and one line here.
package enum Capabilities {
  package static let all: [Capability] = [
    Registry.capability, Papers.capability, Intake.capability, Consultations.capability, Cases.capability,
    Indicators.capability,
  ]

  package static let forms: [PaperForm] = all.flatMap(\.forms)

  /// What each kind of event is called on a timeline.
  package static let eventNames: [String: Text] = all.map(\.events).reduce(into: [:]) {
    $0.merge($1) { first, _ in first }
  }

  /// Which capabilities serve which item of the plan.
  private static let served: [Int: [Text]] = all.reduce(into: [:]) { found, one in
    for item in one.planItems { found[item, default: []].append(one.name) }
  }

  package static func routes() -> [Route] {
    Home.routes()
      + Registry.routes(events: eventNames, numbers: all.flatMap(\.numbers), limits: all.flatMap(\.limits))
      + Papers.routes(forms: forms) + Intake.routes(panels: all.flatMap(\.panels))
      + Consultations.routes(panels: all.flatMap(\.panels))
      + Cases.routes()
      + Indicators.routes(measures: all.flatMap(\.measures), served: served)
  }
}

extension Capabilities {
  /// The table once made, for the menu; nil only where two routes collide, which `serve` refuses aloud.
  static let routeTable = try? RouteTable(routes())
}
