import Kernel
import Localization
import Papers
import Registry
import Storage
import WorkCalendar

/// 咨询检索 · What a consultation is found by: its number, whoever asked, the opposing party, cause, topic, township, the
/// numbers and verification codes of its papers.
enum ConsultationSearch {
  static let source = SearchSource(
    kind: "consultation", name: Text("咨询", "Consultation"), permission: .viewConsultation,
    path: { ConsultationPaths.page(ConsultationID($0)) },
    ids: { "SELECT id FROM consultation WHERE county = \($0)" },
    entries: { reader, keys, _, ids in
      let papers = try PaperTable.codes(of: ids, reader)
      return try ConsultationTable.all(ids, reader).map {
        try entry($0, papers[$0.id.uuid, default: []], keys)
      }
    })

  private static func entry(_ found: Consultation, _ papers: [String], _ keys: KeyRing) throws -> SearchEntry {
    let who = try found.consulter(keys)
    return SearchEntry(
      id: found.id.uuid, number: found.number, name: who.name ?? "", about: found.cause,
      told: ToldPerson(
        identityHash: who.identityNumber.map { PersonTable.identityHash($0, keys) },
        phoneHash: who.phone.map { PersonTable.phoneHash($0, keys) },
        protection: Protection(found.evident(who)).stored),
      matter: nil, names: [found.opposing].compactMap(\.self),
      words: [found.cause, found.topic.name.zh, found.township].compactMap(\.self) + papers,
      state: found.state.name,
      isOpen: found.state == .opened || found.state == .appointment, recordedOn: found.servedAt.day,
      origin: found.origin, owner: found.owner)
  }
}
