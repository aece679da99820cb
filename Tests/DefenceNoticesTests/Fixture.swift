import Cases
import DefenceNotices
import Foundation
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import WorkCalendar

/// 测试通知 · Notices as these tests register them: 王二 is suspected of intentional injury.
enum Fixture {
  static let person = PersonTold(
    name: "王二", identityNumber: "32099919880506213X", phone: "13900006210", township: "河东镇")

  static func told(
    _ kind: OrganKind = .police, _ stage: Stage = .investigation, situations: Set<NoticeSituation> = [.lifeOrDeath],
    organCase: String? = "青公刑字〔2016〕88号", receivedAt: Instant? = nil
  ) -> NoticeTold {
    NoticeTold(
      kind, kind == .court ? "青禾县人民法院" : kind == .procuratorate ? "青禾县人民检察院" : "青禾县公安局", organCase: organCase,
      stage: stage, situations: situations, charge: "故意杀人罪", isInCustody: true, place: "青禾县看守所",
      contact: OrganContact(name: "陈警官", phone: "0513-88001234"), receivedAt: receivedAt)
  }

  static func at(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 9, _ minute: Int = 0) -> Instant {
    Instant(.literal(year, month, day), hour: hour, minute: minute)
  }

  /// One white pixel.
  static func scan(_ office: TestOffice) async throws -> StoredUpload {
    let picture =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC"
    guard let bytes = Data(base64Encoded: picture) else { throw Refusal.notFound }
    let blob = try await office.services.files.put([UInt8](bytes))
    return StoredUpload(sha256: blob.hash.description, size: bytes.count, mediaType: "image/png", name: "扫描件.png")
  }
}

extension TestOffice {
  func aidCase(_ id: CaseID) async throws -> AidCase {
    let principal = Principal.system(county)
    return try await services.database.read { try CaseTable.one(id, for: principal, $0) }
  }

  func notice(_ id: CaseID) async throws -> DefenceNotice? {
    try await services.database.read { [county] in try DefenceNoticeTable.of(id, in: county, $0) }
  }

  /// The keys of the clocks that run on a case, with their due days.
  func clocks(_ id: CaseID) async throws -> [String: Day?] {
    try await services.database.read { reader in
      Dictionary(uniqueKeysWithValues: try Deadline.open(.aidCase(id), reader).map { ($0.key, $0.dueOn) })
    }
  }

  func lawyer(_ login: String) async throws -> AssignmentChoice {
    let principal = try await principal(login)
    guard let unit = principal.agency else { throw Refusal.notFound }
    return AssignmentChoice(unit: unit, person: principal.undertaker)
  }

  func assign(_ id: CaseID, to login: String = "lawyer") async throws {
    try await run(
      "assigner", AssignCase(aidCase: id, choice: lawyer(login), reason: "熟悉此类案件", organ: "青禾县公安局"))
  }

  /// A profile as the office keeps it.
  func correct(
    _ login: String, licensed: Day? = .literal(2008, 3, 1), criminal: Day? = .literal(2010, 1, 1),
    minors: String = "", judgeLeft: Day? = nil, exclusion: DefenderExclusion? = nil
  ) async throws {
    guard let person = try await principal(login).undertaker else { throw Refusal.notFound }
    let county = county
    let known = try await services.database.read { try LegalAidPersonTable.one(person, in: county, $0) }
    try await run(
      "admin",
      EditLegalAidPerson(
        person,
        .init(
          name: known.name, licenceNumber: known.licenceNumber, firstLicensedOn: licensed,
          licenceValidTo: .literal(2030, 1, 1), specialties: known.specialties, languages: known.languages,
          criminalSince: criminal, juvenileEvidence: minors, judgeLeftOn: judgeLeft, exclusion: exclusion)))
  }
}
