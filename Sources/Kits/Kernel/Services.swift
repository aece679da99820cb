package import Storage
package import WorkCalendar

/// 服务 · Services: what every action runs with.
package struct Services: Sendable {
  package let database: any Database
  package private(set) var keys: KeyRing
  package private(set) var files: any BlobStore
  package let directory: DataDirectory
  /// Where the public reaches this office: printed on papers as the address of the verification page.
  package let baseURL: String
  package let calendar: WorkCalendar
  package private(set) var clock: WallClock
  package let gates: [Gate]
  package let reactions: [Reaction]
  package let search: [SearchSource]
  package let facts: [FactSource]
  /// How the facts are found: totals made otherwise are made anew.
  let factVersion: String
  /// What this process has done since it started.
  package let tally = Tally()

  package init(
    database: any Database, keys: KeyRing, files: any BlobStore, directory: DataDirectory, baseURL: String,
    calendar: WorkCalendar, clock: WallClock, gates: [Gate] = [], reactions: [Reaction] = [],
    search: [SearchSource] = [], facts: [FactSource] = []
  ) {
    self.database = database
    self.keys = keys
    self.files = files
    self.directory = directory
    self.baseURL = baseURL
    self.calendar = calendar
    self.clock = clock
    self.gates = gates
    self.reactions = reactions
    self.search = search
    self.facts = facts
    factVersion = facts.map { "\($0.key) \($0.version)" }.joined(separator: "; ")
  }

  /// What the gates on a step have against it: for an action to refuse, and for a page to say beforehand.
  package func refusals(at step: String, _ subject: Subject, on day: Day, _ reader: any Reader) throws -> [Refusal]
  {
    try gates.filter { $0.step == step }.compactMap { try $0.check(reader, subject, day) }
  }

  /// The same office under other keys.
  package func with(keys: KeyRing, files: any BlobStore) -> Services {
    var other = self
    (other.keys, other.files) = (keys, files)
    return other
  }

  /// The same office at another time; the demo lives through a year this way.
  package func at(_ clock: WallClock) -> Services {
    var other = self
    other.clock = clock
    return other
  }
}
