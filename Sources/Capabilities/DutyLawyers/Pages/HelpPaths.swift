import Kernel
import Web

/// 法律帮助地址 · Where legal help and the duty roster stand.
struct HelpPaths: Sendable {
  let pattern: PathPattern

  static let list = "/legal-helps"
  static let new = "/legal-helps/new"
  static let counts = "/legal-helps/counts"
  static let roster = "/duty-roster"
  static let planning = "/duty-roster/planning"
  static let newPlace = "/duty-places/new"
  static let page = HelpPaths("")
  static let dispatch = HelpPaths("/dispatch")
  static let meeting = HelpPaths("/meeting")
  static let given = HelpPaths("/given")
  static let application = HelpPaths("/application")
  static let forwarding = HelpPaths("/forwarding")
  static let ledger = HelpPaths("/ledger")
  static let substitution = PathPattern("/duty-shifts/{id}/substitution")

  private init(_ rest: String) { pattern = PathPattern("\(Self.list)/{id}\(rest)") }

  func path(_ id: LegalHelpID) -> String { pattern.path(id) }
}
