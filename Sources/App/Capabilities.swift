import Cases
import Indicators
import Intake
package import Kernel
import Papers
import Registry
package import Web

/// 业务能力清单 · The list of capabilities: a new one is its folder and one line here.
package enum Capabilities {
  package static let all: [Capability] = [
    Registry.capability, Papers.capability, Intake.capability, Cases.capability, Indicators.capability,
  ]

  package static func routes() -> [Route] {
    Home.routes() + Registry.routes() + Papers.routes() + Intake.routes() + Cases.routes() + Indicators.routes()
  }
}
