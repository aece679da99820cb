import Foundation
import Kernel
import Localization
import Papers
import Registry
import Sheets
import Storage
import WorkCalendar

/// 个人信息副本 · The copy of all that the office holds about a person: one workbook a table, and the papers that were
/// issued in the person's matters, byte for byte as they were sealed, in one ZIP.
struct PersonalCopy: Sendable {
  let tables: [PersonalData]
  let papers: [PaperRecord]

  static func load(
    _ person: PersonID, _ sources: [PersonalDataSource], in county: CountyID, _ keys: KeyRing, _ reader: any Reader
  ) throws -> PersonalCopy {
    let tables = try sources.compactMap { try $0.load(reader, keys, county, person) }
    let subjects = tables.flatMap(\.subjects)
    let papers = subjects.isEmpty ? [] : try PaperTable.of(subjects, reader)
    return PersonalCopy(
      tables: tables, papers: papers.filter { $0.sealID != nil && $0.state == .finished && $0.fileSHA256 != nil })
  }

  func zip(_ services: Services, _ language: Language) async throws -> [UInt8] {
    let path = "\(services.directory.spool)/copy-\(UUIDv7()).zip"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let now = services.clock.now().milliseconds / 1000
    let writer = try ZipWriter(path: path)
    for (order, table) in tables.enumerated() {
      try writer.add(
        "\(order + 1)-\(table.title[language]).xlsx",
        bytes: XLSXWriter.bytes(Self.sheet(table, language), language: language, created: now), modified: now)
    }
    for (order, paper) in papers.enumerated() {
      guard let hash = paper.fileSHA256.flatMap({ BlobHash($0) }) else { continue }
      try writer.add(
        "papers/\(order + 1)-\(paper.form)-\(paper.shortCode).pdf", bytes: try await services.files.read(hash),
        modified: now)
    }
    try writer.finish()
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  private static func sheet(_ table: PersonalData, _ language: Language) -> Sheet {
    Sheet(
      title: table.title, columns: table.columns.map { Column($0.en, $0, width: 20) },
      rows: table.rows.map { $0.map { $0[language].isEmpty ? .empty : .text($0[language]) } })
  }
}

/// 请求记录 · What the office holds about the requests themselves.
enum PersonalRequestData {
  static let source = PersonalDataSource(key: "privacy.requests") { reader, keys, county, person in
    let found = try PersonalRequestTable.of(person, in: county, keys, reader)
    guard !found.isEmpty else { return nil }
    return PersonalData(
      Text("个人信息请求", "Personal-information requests"),
      columns: [
        Text("编号", "Number"), Text("收到日期", "Received on"), Text("请求事项", "What is asked"), Text("请求内容", "Content"),
        Text("状态", "State"), Text("理由", "Reason"),
      ],
      rows: found.map { it in
        [
          .same(it.number), .same(it.receivedOn.description), it.kind.name, .same(it.content), it.state.name,
          .same(it.reason ?? ""),
        ]
      }, subjects: found.map { .personalRequest($0.id) })
  }
}
