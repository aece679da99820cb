import Intake
import Kernel
import Localization
import Storage

/// 案件检索 · What a case is found by: its number, the recipient, the opposing parties, cause, township, who undertakes.
enum CaseSearch {
  static let source = SearchSource(
    kind: "case", name: Text("案件", "Case"), permission: .viewCases,
    path: { CasePaths.page.path(CaseID($0)) },
    ids: { "SELECT id FROM aid_case WHERE county = \($0) ORDER BY id" },
    entries: { reader, county, ids in
      let cases = try CaseTable.all(ids.map(CaseID.init), in: county, reader)
      let opposing = try PartyTable.opposing(of: cases.map(\.matter), in: county, reader)
      return cases.map { entry($0, opposing[$0.matter, default: []]) }
    })

  private static func entry(_ found: AidCase, _ opposing: [String]) -> SearchEntry {
    SearchEntry(
      id: found.id.uuid, number: found.number, name: found.nameOnPapers, about: found.cause,
      person: found.recipient, matter: found.matter,
      names: opposing + [found.undertakerName, found.coUndertakerName].compactMap(\.self),
      words: [found.cause, found.township, found.unitName, found.archiveNumber].compactMap(\.self),
      state: found.state.name, isOpen: found.state != .archived && found.state != .terminated,
      recordedOn: found.acceptedOn, origin: found.origin, owner: found.owner, unit: found.unit,
      undertaker: found.undertaker)
  }
}
