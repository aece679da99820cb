package import Localization

/// 流程 · Lifecycle: a literal table of what may happen to a record. The guard, the buttons on the page, the printed
/// documentation and the tests all read this one table.
package struct Lifecycle<State, Step>: Sendable
where
  State: RawRepresentable<String> & CaseIterable & Hashable & Sendable,
  Step: RawRepresentable<String> & CaseIterable & Hashable & Sendable
{
  package struct Transition: Sendable {
    package let from: Set<State>
    package let step: Step
    package let to: State
    package let permission: Permission
    package let basis: [LegalBasis]

    package init(
      _ from: Set<State>, _ step: Step, _ to: State, _ permission: Permission, _ basis: [LegalBasis] = []
    ) {
      self.from = from
      self.step = step
      self.to = to
      self.permission = permission
      self.basis = basis
    }
  }

  package let key: String
  package let name: Text
  package let transitions: [Transition]
  private let stateName: @Sendable (State) -> Text
  private let stepName: @Sendable (Step) -> Text

  package init(
    _ key: String, _ name: Text, state: @escaping @Sendable (State) -> Text,
    step: @escaping @Sendable (Step) -> Text, _ transitions: [Transition]
  ) {
    self.key = key
    self.name = name
    self.transitions = transitions
    self.stateName = state
    self.stepName = step
  }

  /// The step's target, or the refusal that says why not: wrong state first, then missing permission.
  package func next(_ step: Step, from state: State, by principal: Principal) throws(Refusal) -> State {
    guard let transition = transitions.first(where: { $0.step == step && $0.from.contains(state) }) else {
      let (now, wanted) = (stateName(state), stepName(step))
      throw Refusal(
        "wrong-state",
        Text(
          "现在的状态是“\(now.zh)”，不能“\(wanted.zh)”。请刷新页面查看最新情况。",
          "The record is now “\(now.en)”; “\(wanted.en)” is not possible. Reload the page to see what happened."))
    }
    guard principal.holds(transition.permission) else { throw .notAllowed }
    return transition.to
  }

  /// The steps this person may take now, in the order of the table: the buttons of the page.
  package func allowed(from state: State, by principal: Principal) -> [Step] {
    transitions.filter { $0.from.contains(state) && principal.holds($0.permission) }.map(\.step)
  }

  /// The table as plain values, for documentation and coverage tests.
  package var table: LifecycleTable {
    LifecycleTable(
      key: key, name: name, states: State.allCases.map { ($0.rawValue, stateName($0)) },
      rows: transitions.flatMap { t in
        State.allCases.filter(t.from.contains).map {
          LifecycleTable.Row(
            from: $0.rawValue, step: t.step.rawValue, to: t.to.rawValue, stepName: stepName(t.step),
            permission: t.permission, basis: t.basis)
        }
      })
  }
}

/// 流程表 · Lifecycle table: a lifecycle with its types rubbed off.
package struct LifecycleTable: Sendable {
  package struct Row: Sendable {
    package let from: String
    package let step: String
    package let to: String
    package let stepName: Text
    package let permission: Permission
    package let basis: [LegalBasis]
  }

  package let key: String
  package let name: Text
  package let states: [(String, Text)]
  package let rows: [Row]
}
