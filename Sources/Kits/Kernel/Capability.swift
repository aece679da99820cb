package import Localization
package import Storage
package import WorkCalendar

/// 业务能力 · Capability: one folder, one part of the plan; what it adds to the house, as values. Its routes stand
/// beside this in `Web`'s terms.
package struct Capability: Sendable {
  package let key: String
  package let name: Text
  /// The items of the work plan it serves.
  package let planItems: [Int]
  package let migrations: [Migration]
  package let permissions: [Permission]
  package let lifecycles: [LifecycleTable]
  package let rules: [RuleEntry]
  package let limits: [LimitRule]
  package let forms: [PaperForm]
  package let jobs: [JobHandler]
  package let panels: [PanelSource]
  package let workItems: [WorkItemSource]
  package let gates: [Gate]
  package let starts: [ApplicationStart]
  package let homePanels: [HomePanelSource]
  package let reactions: [Reaction]
  package let measures: [Measure]
  package let checks: [IntegrityCheck]
  /// 文号种类 · The series of numbers it takes from; an office may give each its own template.
  package let numbers: [NumberKind]
  package let search: [SearchSource]
  package let facts: [FactSource]
  package let personalData: [PersonalDataSource]
  package let personLinks: [PersonLink]
  package let pools: [PoolSource]
  /// 事件名称 · What each kind of event is called on a timeline.
  package let events: [String: Text]

  package init(
    key: String, name: Text, planItems: [Int], migrations: [Migration] = [], permissions: [Permission] = [],
    lifecycles: [LifecycleTable] = [], rules: [RuleEntry] = [], limits: [LimitRule] = [], forms: [PaperForm] = [],
    jobs: [JobHandler] = [], panels: [PanelSource] = [], workItems: [WorkItemSource] = [], gates: [Gate] = [],
    starts: [ApplicationStart] = [], homePanels: [HomePanelSource] = [],
    reactions: [Reaction] = [],
    measures: [Measure] = [], checks: [IntegrityCheck] = [], numbers: [NumberKind] = [],
    search: [SearchSource] = [], facts: [FactSource] = [], personalData: [PersonalDataSource] = [],
    personLinks: [PersonLink] = [], pools: [PoolSource] = [],
    events: [String: Text] = [:]
  ) {
    self.key = key
    self.name = name
    self.planItems = planItems
    self.migrations = migrations
    self.permissions = permissions
    self.lifecycles = lifecycles
    self.rules = rules
    self.limits = limits
    self.forms = forms
    self.jobs = jobs
    self.panels = panels
    self.workItems = workItems
    self.gates = gates
    self.starts = starts
    self.homePanels = homePanels
    self.reactions = reactions
    self.measures = measures
    self.checks = checks
    self.numbers = numbers
    self.search = search
    self.facts = facts
    self.personalData = personalData
    self.personLinks = personLinks
    self.pools = pools
    self.events = events
  }
}

/// 文书格式 · Paper form: one form (F09) of one form set, with its declared fields and default wording. `{{field}}` in
/// the wording names a declared field; a county's own wording is checked against the same list.
package struct PaperForm: Sendable, Hashable {
  package struct Field: Sendable, Hashable {
    package let key: String
    package let name: Text

    package init(_ key: String, _ name: Text) {
      self.key = key
      self.name = name
    }
  }

  /// How the body is set: running paragraphs of an official document, or a bordered table of fields.
  package enum Layout: String, Sendable { case letter, table }

  package let form: String
  package let formSet: Int
  package let name: Text
  /// 何时使用 · When it is made.
  package let when: Text
  /// True where the centre's seal goes on it.
  package let isSealed: Bool
  /// Who signs by hand: the paper is printed, signed and scanned in beside it.
  package let signers: [Text]
  package let layout: Layout
  package let fields: [Field]
  /// Paragraphs, Chinese: papers are issued in Chinese.
  package let wording: [String]

  package init(
    _ form: String, formSet: Int, name: Text, when: Text, isSealed: Bool, signers: [Text] = [],
    layout: Layout = .letter, fields: [Field], wording: [String]
  ) {
    self.form = form
    self.formSet = formSet
    self.name = name
    self.when = when
    self.isSealed = isSealed
    self.signers = signers
    self.layout = layout
    self.fields = fields
    self.wording = wording
  }
}

/// 完整性检查 · Integrity check: one thing `verify` re-computes beside the chain; the first fault found, or nil.
package struct IntegrityCheck: Sendable {
  package let key: String
  /// `since`: leaves out records older than that day; nil checks all.
  package let firstFault:
    @Sendable (_ county: CountyID, _ services: Services, _ since: Day?) async throws -> String?

  package init(
    key: String, firstFault: @escaping @Sendable (CountyID, Services, Day?) async throws -> String?
  ) {
    self.key = key
    self.firstFault = firstFault
  }
}
