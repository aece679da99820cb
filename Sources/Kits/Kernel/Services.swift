package import Storage
package import WorkCalendar

/// 服务 · Services: what every action runs with.
package struct Services: Sendable {
  package let database: any Database
  package let keys: KeyRing
  package let files: any BlobStore
  package let directory: DataDirectory
  package let calendar: WorkCalendar
  package let clock: WallClock
  package let gates: [Gate]
  package let reactions: [Reaction]

  package init(
    database: any Database, keys: KeyRing, files: any BlobStore, directory: DataDirectory, calendar: WorkCalendar,
    clock: WallClock, gates: [Gate] = [], reactions: [Reaction] = []
  ) {
    self.database = database
    self.keys = keys
    self.files = files
    self.directory = directory
    self.calendar = calendar
    self.clock = clock
    self.gates = gates
    self.reactions = reactions
  }

  /// The same office at another time; the demo lives through a year this way.
  package func at(_ clock: WallClock) -> Services {
    Services(
      database: database, keys: keys, files: files, directory: directory, calendar: calendar, clock: clock,
      gates: gates, reactions: reactions)
  }
}
