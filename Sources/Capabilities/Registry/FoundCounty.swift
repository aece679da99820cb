package import Kernel
import Storage

/// 县的设立 · Setup: what an office tells of itself on its first day.
package struct CountySetup: Sendable {
  package var name: String
  package var code: String
  package var shortName: String
  /// The judicial bureau; named after the county where it is not said.
  package var bureauName: String
  package var centreName: String
  package var centreAddress: String?
  package var centrePhone: String?
  package var townships: [String]
  package var isDemo: Bool

  package init(
    name: String, code: String, shortName: String, bureauName: String? = nil, centreName: String,
    centreAddress: String? = nil, centrePhone: String? = nil, townships: [String], isDemo: Bool = false
  ) {
    self.name = name
    self.code = code
    self.shortName = shortName
    self.bureauName = bureauName ?? name + "司法局"
    self.centreName = centreName
    self.centreAddress = centreAddress
    self.centrePhone = centrePhone
    self.townships = townships
    self.isDemo = isDemo
  }
}

/// 设立县 · Founds a county: its row, its chain's first event, bureau, centre and a work station for each township.
package struct FoundCounty: Action {
  package static let permission = Permission.manageAgencies
  private let setup: CountySetup

  /// Writes the county's row, which every later action needs, and then runs the founding as its first event.
  package static func run(_ setup: CountySetup, _ runner: ActionRunner) async throws -> CountyID {
    let id = CountyID()
    _ = try await runner.services.database.write(serial: id.uuid) { tx in
      try tx.run(
        """
        INSERT INTO county (id, name, code, short_name, time_zone, is_demo, chain_count, chain_head)
        VALUES (\(id), \(setup.name), \(setup.code), \(setup.shortName), 'Asia/Shanghai', \(setup.isDemo), 0,
          \(EventChain.genesis))
        """)
      try Totals.begin(id, runner.services, tx)
    }
    _ = try await runner.run(FoundCounty(setup: setup), as: .system(id))
    return id
  }

  package func perform(in context: ActionContext) throws -> Done {
    let bureau = try AgencyTable.insert(.bureau, name: setup.bureauName, parent: nil, in: context)
    let centre = try AgencyTable.insert(
      .centre, name: setup.centreName, parent: bureau, address: setup.centreAddress, phone: setup.centrePhone,
      in: context)
    for township in setup.townships {
      try AgencyTable.insert(
        .station, name: township + "法律援助工作站", parent: centre, township: township, in: context)
    }
    context.record(
      "county.founded", .county(context.county),
      facts: ["code": .text(setup.code), "townships": .list(setup.townships.map { .text($0) })])
    return Done()
  }
}
