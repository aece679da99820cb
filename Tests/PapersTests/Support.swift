import Foundation
import Kernel
import Localization
import Papers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// An office in which grant decisions (F09) are decided.
struct Desk {
  static let morning = Instant(.literal(2016, 3, 7), hour: 9)
  static let decisions = NumberKind("test.decision", Text("决定", "Decision"), word: "决")

  let office: TestOffice
  let centre: AgencyID

  init(_ engine: TestOffice.Engine, seal: Bool = true) async throws {
    office = try await TestOffice(engine, at: Self.morning, seal: seal)
    centre = try #require(try await office.principal("director").agency)
  }

  /// A decision by the director; what keeps a seal away can be left out.
  func decide(
    _ key: String = "F09", numbered: Bool = true, approved: Bool = true, with changes: [String: String?] = [:]
  ) async throws -> PaperID {
    let form = try TestOffice.form(key, 2013)
    let values = form.fields.map { ($0.key, "\($0.name.zh)内容" as String?) }
    let fields = Dictionary(values, uniquingKeysWith: { first, _ in first }).merging(changes) { $1 }
      .compactMapValues { $0 }
    let centre = centre
    return try await office.act("director") { context in
      let subject = Subject.application(ApplicationID())
      let director = (id: try #require(context.principal.user), name: context.principal.name)
      return try context.decide(
        form, number: numbered ? context.takeNumber(Self.decisions, for: subject) : nil, fields: fields,
        about: subject,
        issuer: centre, rules: .rs2012, approver: approved ? director : nil)
    }
  }

  /// Decides a paper and makes its file.
  func finished(_ key: String = "F09") async throws -> PaperRecord {
    let id = try await decide(key)
    try await drain()
    return try await paper(id)
  }

  func drain() async throws {
    try await JobRunner(ActionRunner(office.services), Papers.capability.jobs).drain()
  }

  func paper(_ id: PaperID) async throws -> PaperRecord {
    let county = office.county
    return try await office.services.database.read { try PaperTable.one(id, in: county, $0) }
  }

  func standing(_ id: PaperID) async throws -> PaperStanding {
    try await PaperVerification(office.services).standing(code: paper(id).shortCode).0
  }

  func standing(file: [UInt8]) async throws -> PaperStanding {
    try await PaperVerification(office.services).standing(file: file).0
  }

  func file(_ paper: PaperRecord) async throws -> [UInt8] {
    let hash = try #require(paper.fileSHA256)
    return try await office.services.files.read(#require(BlobHash(hash)))
  }

  func uses() async throws -> Int { try await office.value("SELECT COUNT(*) FROM seal_use") ?? 0 }

  /// Registers the centre's seal under the keeper and leaves it closed.
  func closedSeal() async throws -> UUIDv7 {
    try await AddSeal.run(
      agency: centre, agencyName: "青禾县法律援助中心", county: office.county, name: "法律援助专用章",
      keeper: #require(try await office.principal("keeper").user), from: .literal(2016, 1, 1),
      to: .literal(2019, 12, 31),
      as: .system(office.county), ActionRunner(office.services))
  }

  /// The keeper opens a seal from today on.
  func open(_ seal: UUIDv7, for forms: [String] = ["F09"], from: Day = morning.day, days: Int = 30) async throws {
    try await office.run(
      "keeper", OpenSealAuthorisation(seal: seal, forms: forms, from: from, to: from.adding(days: days)))
  }
}
