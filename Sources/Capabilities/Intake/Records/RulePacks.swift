import Foundation
package import Kernel
package import Storage
package import WorkCalendar

extension AdoptedPack {
  /// The pack as it was adopted.
  package func pack() throws -> LocalRulePack {
    try JSONDecoder().decode(LocalRulePack.self, from: Data(content.utf8))
  }
}

extension [AdoptedPack] {
  package func inForce(on day: Day) throws -> [LocalRulePack] {
    try filter { $0.isInForce(on: day) }.compactMap { try $0.pack().standing(on: day) }
  }
}

extension LocalRulePack {
  /// The packs that hold in a county on a day, the newest first.
  package static func inForce(
    on day: Day, in county: CountyID, _ reader: any Reader
  ) throws -> [LocalRulePack] {
    try AdoptedPackTable.all(county, reader).inForce(on: day)
  }
}
