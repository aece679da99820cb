package import Localization
package import Storage
package import WorkCalendar

// What flows against the arrows between capabilities: declared here by id and plain values, so that neither side
// imports the other. Panel, work item, gate and reaction stand here, the search source in Search.swift, measures and the
// facts they count in Totals.

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

/// 首页面板 · Home panel: what a capability shows at the top of the work list of those who hold a permission.
package struct HomePanelSource: Sendable {
  package let key: String
  package let permission: Permission
  package let load: @Sendable (any Reader, Principal, Day) throws -> Panel?

  package init(
    key: String, permission: Permission, load: @escaping @Sendable (any Reader, Principal, Day) throws -> Panel?
  ) {
    self.key = key
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
  /// 目标 · By when the office wants it done, before the law's day.
  package let targetOn: Day?
  /// 优先 · Of one day it stands before the others.
  package let isPriority: Bool
  /// 催办 · Somebody asks for it: it stands first, and in red.
  package let isUrged: Bool
  package let path: String

  package init(
    title: Text, about: String, detail: Text, number: String? = nil, dueOn: Day? = nil, limitKey: String? = nil,
    isProvisional: Bool = false, pausedOn: Day? = nil, targetOn: Day? = nil, isPriority: Bool = false,
    isUrged: Bool = false, path: String
  ) {
    self.targetOn = targetOn
    self.isPriority = isPriority
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
  /// So many items a source gives at most, the most urgent first; the work list says so where it was all of them.
  package static let most = 200

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

/// 申请起点 · Application start: a record of another capability that becomes an application at the counter, which opens with
/// what it tells. Whoever may not see the record is refused; the event of the application names it.
package struct ApplicationStart: Sendable {
  package struct Told: Sendable {
    /// Where it comes from, before the number.
    package let lead: Text
    package let number: String
    package let path: String
    /// By the names of the counter's fields.
    package let answers: [String: [String]]

    package init(_ lead: Text, number: String, path: String, answers: [String: [String]]) {
      self.lead = lead
      self.number = number
      self.path = path
      self.answers = answers
    }
  }

  /// The subject kind of its records.
  package let kind: String
  package let load: @Sendable (any Reader, KeyRing, Principal, UUIDv7) throws -> Told

  package init(kind: String, load: @escaping @Sendable (any Reader, KeyRing, Principal, UUIDv7) throws -> Told) {
    self.kind = kind
    self.load = load
  }
}

/// 人才库 · Pool: whom an assigner may keep to for one kind of work; who belongs to it follows from the records of a day, each
/// with the reason.
package struct PoolSource: Sendable {
  package let key: String
  package let name: Text
  /// Who belongs to it.
  package let rule: Text
  /// Why somebody is not in it of whom nothing is said.
  package let outside: Text
  package let standings: @Sendable (any Reader, CountyID, Day) throws -> [LegalAidPersonID: PoolStanding]

  package init(
    key: String, name: Text, rule: Text, outside: Text,
    standings: @escaping @Sendable (any Reader, CountyID, Day) throws -> [LegalAidPersonID: PoolStanding]
  ) {
    self.key = key
    self.name = name
    self.rule = rule
    self.outside = outside
    self.standings = standings
  }
}

/// 在库与否 · Whether somebody belongs to a pool by the records, and why or why not.
package struct PoolStanding: Sendable {
  package let isMember: Bool
  package let why: Text

  package init(_ isMember: Bool, _ why: Text) {
    self.isMember = isMember
    self.why = why
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
