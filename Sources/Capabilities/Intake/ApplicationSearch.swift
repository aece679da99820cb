import Kernel
import Localization
import Storage

/// 申请检索 · What an application is found by: its numbers, the applicant, the opposing parties, cause, township.
enum ApplicationSearch {
  static let source = SearchSource(
    kind: "application", name: Text("申请", "Application"), permission: .viewApplication,
    path: { ApplicationPaths.page(ApplicationID($0)) },
    ids: { "SELECT id FROM aid_application WHERE county = \($0) ORDER BY id" },
    entries: { reader, county, ids in
      let applications = try ApplicationTable.all(ids.map(ApplicationID.init), in: county, reader)
      return applications.map(entry)
    })

  private static func entry(_ found: Application) -> SearchEntry {
    SearchEntry(
      id: found.id.uuid, number: found.number ?? found.receiptNumber, name: found.nameOnPapers, about: found.cause,
      person: found.applicant, matter: found.matter, names: PartyTable.names(in: found.opposing),
      words: [found.receiptNumber, found.cause, found.township].compactMap(\.self), state: found.state.name,
      isOpen: found.state.takesMaterials, recordedOn: found.receivedOn, origin: found.origin, owner: found.owner)
  }
}
