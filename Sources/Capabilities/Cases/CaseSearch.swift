import Intake
import Kernel
import Localization
import Papers
import Storage

/// 案件检索 · What a case is found by: its number, the recipient and who is aided along, the opposing parties, cause, township, who undertakes,
/// the numbers and verification codes of its papers and of those of its application.
enum CaseSearch {
  static let source = SearchSource(
    kind: "case", name: Text("案件", "Case"), permission: .viewCases,
    path: { CasePaths.page.path(CaseID($0)) },
    ids: { "SELECT id FROM aid_case WHERE county = \($0)" },
    entries: { reader, _, county, ids in
      let cases = try CaseTable.all(ids.map(CaseID.init), in: county, reader)
      let opposing = try PartyTable.opposing(of: cases.map(\.matter), reader)
      let along = try CaseRecipientTable.others(cases.filter(\.isGroup).map(\.id), reader)
      let papers = try PaperTable.codes(of: cases.flatMap(\.subjects).map(\.id), reader)
      return cases.map { one in
        entry(
          one, along[one.id, default: []] + opposing[one.matter, default: []],
          one.subjects.flatMap { papers[$0.id, default: []] })
      }
    })

  private static func entry(_ found: AidCase, _ parties: [String], _ papers: [String]) -> SearchEntry {
    SearchEntry(
      id: found.id.uuid, number: found.number, name: found.wholeName, about: found.cause,
      person: found.recipient, matter: found.matter,
      names: parties + [found.undertakerName, found.coUndertakerName].compactMap(\.self),
      words: [found.cause, found.township, found.unitName, found.archiveNumber].compactMap(\.self) + papers,
      state: found.state.name, isOpen: found.state != .archived && found.state != .terminated,
      recordedOn: found.acceptedOn, origin: found.origin, owner: found.owner, unit: found.unit,
      undertaker: found.undertaker)
  }
}
