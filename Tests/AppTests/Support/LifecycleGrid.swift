import Kernel
import Testing

/// 流程方格 · Lifecycle grid: written out by hand, which step leads from where to where and whose it is; whatever a line does
/// not say is refused.
struct LifecycleGrid {
  /// By step and state: where it leads, and who may.
  private let moves: [String: [String: (to: String, roles: Set<Role>)]]

  /// One move a line: `step: from from > to; role role`.
  init(_ lines: String) throws {
    var moves: [String: [String: (to: String, roles: Set<Role>)]] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split { ":>;".contains($0) }.map { $0.split(separator: " ").map(String.init) }
      try #require(parts.count == 4 && parts[0].count == 1 && parts[2].count == 1, "\(line)")
      let roles = try parts[3].map { try #require(Role(rawValue: $0), "\(line)") }
      for from in parts[1] {
        try #require(moves[parts[0][0]]?[from] == nil, "twice: \(line)")
        moves[parts[0][0], default: [:]][from] = (parts[2][0], Set(roles))
      }
    }
    self.moves = moves
  }

  /// Asks the guard of every state, step and role, and what the page would offer.
  func expect<State, Step>(_ lifecycle: Lifecycle<State, Step>) {
    let unknown = moves.filter {
      Step(rawValue: $0.key) == nil || $0.value.keys.contains { State(rawValue: $0) == nil }
    }
    #expect(unknown.isEmpty, "\(lifecycle.key): \(unknown.keys)")
    for step in Step.allCases {
      #expect(moves[step.rawValue] != nil, "\(lifecycle.key): nobody takes \(step)")
      for state in State.allCases {
        let move = moves[step.rawValue]?[state.rawValue]
        for role in Role.allCases {
          let expected = move.flatMap { $0.roles.contains(role) ? $0.to : nil }
          let (who, place) = (Self.principal(role), "\(lifecycle.key): \(state) \(step) \(role)")
          #expect((try? lifecycle.next(step, from: state, by: who))?.rawValue == expected, "\(place)")
          #expect(lifecycle.allowed(from: state, by: who).contains(step) == (expected != nil), "\(place)")
        }
      }
    }
  }

  private static func principal(_ role: Role) -> Principal {
    let agency = AgencyID()
    return Principal(
      user: UserID(), name: "某某", county: CountyID(), agency: agency, agencyKind: .centre, agencyName: "中心",
      roles: [role], agencies: [agency])
  }
}
