import Cases
import Foundation
import Intake
import Kernel
import Papers
import Registry
import Storage
import TestSupport
import WorkCalendar

/// 一件案件 · A case on its way: taken as far as a test wants, through the real actions of the people whose task it is.
struct CaseFlow: Sendable {
  static let granted = Day.literal(2016, 5, 10)
  static let assigned = Day.literal(2016, 5, 12)

  let office: TestOffice
  let scan: StoredUpload
  let id: CaseID

  /// An office in May 2016, as the demo is staffed.
  static func office(_ engine: TestOffice.Engine = .sqlite, seal: Bool = false) async throws -> TestOffice {
    try await TestOffice(engine, at: Instant(.literal(2016, 5, 6), hour: 9), seal: seal)
  }

  /// A granted application, and the case that opened with it.
  static func open(
    _ office: TestOffice, recipient: String = "赵春兰", against opposing: String = "青禾宏达建筑劳务有限公司",
    form: CaseForm = .civilLitigationAgency, groups: [GroupCode] = [.migrantWorker],
    language: RecipientLanguage? = nil, number: String? = nil, opposingNumber: String? = nil
  ) async throws -> CaseFlow {
    var told = ApplicationTold(
      matterCode: .labourPay, cause: "追索劳动报酬", opposing: opposing, facts: "拖欠九个月工资。", form: form,
      stage: form.isLitigation ? .firstInstance : nil, claims: [.livingAllowance])
    (told.language, told.opposingNumber) = (language, opposingNumber)
    let scan = try await scan(office)
    let materials = ["identity", "exemption", "case"].map { MaterialHandedIn(code: $0, name: $0, file: scan) }
    let application = try await office.run(
      "clerk",
      RegisterApplication(
        PersonTold(
          name: recipient, identityNumber: number, phone: "13900006210", township: "河东镇", groups: groups), told,
        materials: materials))
    try await office.run("receptionist", AcceptApplication(application))
    try await office.run("reviewer", ReviewApplication(application, .grant, opinion: "符合条件。"))
    office.clock.move(to: max(granted, office.clock.now.day))
    try await office.run("director", ApproveApplication(application, .grant, opinion: "同意。"))
    let cases = try await office.services.database.read { [county = office.county] reader in
      try CaseTable.of(application, for: .system(county), reader)
    }
    guard let one = cases.first, cases.count == 1 else { throw Refusal.notFound }
    return CaseFlow(office: office, scan: scan, id: one.id)
  }

  var aidCase: AidCase {
    get async throws {
      try await office.services.database.read { [county = office.county, id] reader in
        try CaseTable.one(id, for: .system(county), reader)
      }
    }
  }

  func lawyer(_ login: String) async throws -> AssignmentChoice {
    let principal = try await office.principal(login)
    guard let unit = principal.agency else { throw Refusal.notFound }
    return AssignmentChoice(unit: unit, person: principal.undertaker)
  }

  func assign(_ login: String = "lawyer") async throws {
    office.clock.move(to: max(Self.assigned, office.clock.now.day))
    try await office.run(
      "assigner", AssignCase(aidCase: id, choice: lawyer(login), reason: "专长相符", organ: "青禾县人民法院"))
  }

  func engage() async throws {
    try await assign()
    try await office.run("lawyer", EngageRecipient(aidCase: id, engagedOn: Self.assigned, agreement: scan))
  }

  func begin() async throws {
    try await engage()
    try await office.run(
      "lawyer",
      AddHandlingRecord(aidCase: id, kind: .meeting, doneOn: Self.assigned, content: "告知权利义务。", file: scan))
  }

  func close(on day: Day = .literal(2016, 7, 29), instrument: Bool = true) async throws {
    try await begin()
    office.clock.move(to: day)
    try await office.run(
      "lawyer",
      CloseCase(
        aidCase: id, basis: .judgment, closedOn: day, result: .claimsWhole, outcome: "判决支持。",
        recoveredFen: 1_864_000,
        instrument: instrument ? scan : nil))
  }

  func submit() async throws {
    try await close()
    office.clock.move(to: .literal(2016, 8, 10))
    try await office.run("lawyer", SubmitDossier(aidCase: id))
  }

  func accept() async throws {
    try await submit()
    office.clock.move(to: .literal(2016, 8, 15))
    try await office.run("supervisor", AcceptDossier(aidCase: id))
  }

  /// The keys of the clocks that run, with their due days.
  var clocks: [String: Day?] {
    get async throws {
      try await office.services.database.read { [id] reader in
        Dictionary(uniqueKeysWithValues: try Deadline.open(.aidCase(id), reader).map { ($0.key, $0.dueOn) })
      }
    }
  }

  /// One white pixel.
  static func scan(_ office: TestOffice) async throws -> StoredUpload {
    let picture =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC"
    guard let bytes = Data(base64Encoded: picture) else { throw Refusal.notFound }
    let blob = try await office.services.files.put([UInt8](bytes))
    return StoredUpload(
      sha256: blob.hash.description, size: bytes.count, mediaType: "image/png", name: "扫描件.png")
  }
}
