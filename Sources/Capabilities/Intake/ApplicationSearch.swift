import Kernel
import Localization
import Papers
import Storage

/// 申请检索 · What an application is found by: its numbers, the applicant and who applies along, the opposing parties, cause, township, the numbers and
/// verification codes of its papers.
enum ApplicationSearch {
  static let source = SearchSource(
    kind: "application", name: Text("申请", "Application"), permission: .viewApplication,
    path: { ApplicationPaths.page(ApplicationID($0)) },
    ids: { "SELECT id FROM aid_application WHERE county = \($0)" },
    entries: { reader, _, county, ids in
      let applications = try ApplicationTable.all(ids.map(ApplicationID.init), in: county, reader)
      let papers = try PaperTable.codes(of: ids, reader)
      let along = try GroupMemberTable.names(applications.filter(\.isGroup).map(\.id), reader)
      return applications.map { entry($0, along[$0.id, default: []], papers[$0.id.uuid, default: []]) }
    })

  private static func entry(_ found: Application, _ along: [String], _ papers: [String]) -> SearchEntry {
    SearchEntry(
      id: found.id.uuid, number: found.number ?? found.receiptNumber, name: found.wholeName, about: found.cause,
      person: found.applicant, matter: found.matter, names: along + PartyTable.names(in: found.opposing),
      words: [found.receiptNumber, found.cause, found.township].compactMap(\.self) + papers,
      state: found.state.name,
      isOpen: found.state.takesMaterials, recordedOn: found.receivedOn, origin: found.origin, owner: found.owner)
  }
}
