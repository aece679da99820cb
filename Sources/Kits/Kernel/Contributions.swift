package import Localization
package import Storage
package import WorkCalendar

// What flows against the arrows between capabilities: declared here by id and plain values, so that neither side
// imports the other. Panel, work item, gate, reaction and measure
// stand here, the search source in Search.swift.

/// 面板 · Panel: what a capability shows on a person's or a case's page that is not its own.
package struct PanelSource: Sendable {
  package let key: String
  /// The subject kind whose page it appears on.
  package let on: String
  package let permission: Permission
  package let load: @Sendable (any Reader, Principal, Subject) throws -> Panel?

  package init(
    key: String, on: String, permission: Permission,
    load: @escaping @Sendable (any Reader, Principal, Subject) throws -> Panel?
  ) {
    self.key = key
    self.on = on
    self.permission = permission
    self.load = load
  }
}

package struct Panel: Sendable {
  package struct Line: Sendable {
    package let label: Text
    package let value: Text
    package let path: String?

    package init(_ label: Text, _ value: Text, path: String? = nil) {
      self.label = label
      self.value = value
      self.path = path
    }
  }

  package let title: Text
  package let lines: [Line]

  package init(_ title: Text, _ lines: [Line]) {
    self.title = title
    self.lines = lines
  }
}

/// 待办事项 · Work item: something that waits for the person asking, one click from the action.
package struct WorkItem: Sendable {
  package let title: Text
  /// Recipient (masked), cause: what the row is about.
  package let about: String
  package let detail: Text
  package let number: String?
  package let dueOn: Day?
  package let limitKey: String?
  package let isProvisional: Bool
  /// Since when its clock stands still.
  package let pausedOn: Day?
  /// 催办 · Somebody asks for it: it stands first, and in red.
  package let isUrged: Bool
  package let path: String

  package init(
    title: Text, about: String, detail: Text, number: String? = nil, dueOn: Day? = nil, limitKey: String? = nil,
    isProvisional: Bool = false, pausedOn: Day? = nil, isUrged: Bool = false, path: String
  ) {
    self.title = title
    self.about = about
    self.detail = detail
    self.number = number
    self.dueOn = dueOn
    self.limitKey = limitKey
    self.isProvisional = isProvisional
    self.pausedOn = pausedOn
    self.isUrged = isUrged
    self.path = path
  }
}

package struct WorkItemSource: Sendable {
  package let key: String
  package let permission: Permission
  package let load: @Sendable (any Reader, Principal, Day) throws -> [WorkItem]

  package init(
    key: String, permission: Permission,
    load: @escaping @Sendable (any Reader, Principal, Day) throws -> [WorkItem]
  ) {
    self.key = key
    self.permission = permission
    self.load = load
  }
}

/// 关口 · Gate: may refuse another capability's lifecycle step.
package struct Gate: Sendable {
  package let step: String
  package let check: @Sendable (any Reader, Subject, Day) throws -> Refusal?

  package init(_ step: String, check: @escaping @Sendable (any Reader, Subject, Day) throws -> Refusal?) {
    self.step = step
    self.check = check
  }
}

/// 联动 · Reaction: what another capability does in the same transaction when an event of this kind is recorded. It
/// acts as a full action: with a context, and one event, of its own. Where `applies` says no, nothing happens.
package struct Reaction: Sendable {
  package typealias Condition = @Sendable (any Reader, CountyID, EventDraft) throws -> Bool

  package let on: String
  package let applies: Condition
  package let perform: @Sendable (ActionContext, EventDraft) throws -> Void

  package init(
    on kind: String, when applies: @escaping Condition = { _, _, _ in true },
    perform: @escaping @Sendable (ActionContext, EventDraft) throws -> Void
  ) {
    self.on = kind
    self.applies = applies
    self.perform = perform
  }
}

/// 统计范围 · Measure scope: whose cases, of which days. Facts are counted when dated from `from` to `to`, both
/// included.
package struct MeasureScope: Sendable, Hashable {
  package var county: CountyID
  package var from: Day
  package var to: Day
  package var township: String?
  package var unit: AgencyID?

  package init(county: CountyID, from: Day, to: Day, township: String? = nil, unit: AgencyID? = nil) {
    self.county = county
    self.from = from
    self.to = to
    self.township = township
    self.unit = unit
  }

  /// The same scope a year before: the base of growth.
  package var yearBefore: MeasureScope {
    var other = self
    other.from = .literal(from.year - 1, 1, 1)
    other.to = .literal(from.year - 1, 12, 31)
    return other
  }
}

/// 指标 · Measure: one of the plan's numbers, counted by the capability that owns the records. Each part is a SELECT of
/// the columns `id` and `number`, so that the figure and the list behind it can never differ.
package struct Measure: Sendable {
  package let key: String
  package let name: Text
  package let numerator: @Sendable (MeasureScope) -> SQL
  /// Nil where the denominator is not a set of cases (population, last year's figure).
  package let denominator: (@Sendable (MeasureScope) -> SQL)?
  package let countingRule: Text
  /// Where one of the counted records stands, before its id; nil where they are of several kinds.
  package let recordPath: String?
  /// 另一种算法 · Other denominators in use: the plan may choose one; those not chosen are shown beside the figure.
  package let alternatives: [Alternative]

  package struct Alternative: Sendable {
    package let key: String
    package let name: Text
    package let denominator: @Sendable (MeasureScope) -> SQL

    package init(_ key: String, _ name: Text, denominator: @escaping @Sendable (MeasureScope) -> SQL) {
      self.key = key
      self.name = name
      self.denominator = denominator
    }
  }

  package init(
    key: String, name: Text, countingRule: Text, numerator: @escaping @Sendable (MeasureScope) -> SQL,
    denominator: (@Sendable (MeasureScope) -> SQL)?, alternatives: [Alternative] = [],
    recordPath: String? = "/cases/"
  ) {
    self.key = key
    self.name = name
    self.countingRule = countingRule
    self.recordPath = recordPath
    self.numerator = numerator
    self.denominator = denominator
    self.alternatives = alternatives
  }

  /// The same measure over another of its denominators, the usual one then being the alternative.
  package func over(_ chosen: String?) -> Measure {
    guard let denominator, let one = alternatives.first(where: { $0.key == chosen }) else { return self }
    let usual = Alternative("usual", Text("通常的分母", "The usual denominator"), denominator: denominator)
    return Measure(
      key: key, name: name, countingRule: countingRule, numerator: numerator, denominator: one.denominator,
      alternatives: [usual] + alternatives.filter { $0.key != chosen }, recordPath: recordPath)
  }
}
