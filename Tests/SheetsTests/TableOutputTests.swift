import Foundation
import Localization
import Sheets
import Testing

@Suite struct TableOutputTests {
  private let sheet = Sheet(
    title: Text("指标", "Indicators"),
    columns: [
      Column("key", Text("编号", "Key")), Column("name", Text("名称", "Name")), Column("value", Text("数值", "Value")),
      Column("asOf", Text("截至", "As of")),
    ],
    rows: [
      ["K0", "案件数", 900, .day("2016-12-31")], ["K12", "Share é", .decimal("-12.0023"), .empty],
      ["K3", "𠮷\n\u{1B}[31m😀\"", .empty],
    ])

  private func text(_ format: TableFormat, _ language: Language = .zh) throws -> String {
    String(decoding: try TableOutput.bytes(sheet, as: format, language: language, created: 1), as: UTF8.self)
  }

  @Test func theTableIsAlignedByDisplayWidth() throws {
    let table = try text(.table)
    #expect(
      table == """
        编号  名称             数值  截至
        K0    案件数            900  2016-12-31
        K12   Share é      -12.0023
        K3    𠮷 �[31m😀"

        """)
    #expect(try text(.table, .en).hasPrefix("Key  Name            Value  As of\n"))
  }

  @Test func jsonKeepsTheOrderOfColumnsAndIsValid() throws {
    let json = try text(.json)
    #expect(
      json == #"""
        [
          {"key": "K0", "name": "案件数", "value": 900, "asOf": "2016-12-31"},
          {"key": "K12", "name": "Share é", "value": "-12.0023", "asOf": null},
          {"key": "K3", "name": "𠮷\n\u001b[31m😀\"", "value": null, "asOf": null}
        ]

        """#)
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(parsed?[2]["name"] as? String == "𠮷\n\u{1B}[31m😀\"")
  }

  @Test func csvAndXLSXHoldTheHeaderAndTheRows() throws {
    let csv = try TableOutput.bytes(sheet, as: .csv, language: .en, created: 1)
    let xlsx = try TableOutput.bytes(sheet, as: .xlsx, language: .en, created: 1)
    for records in [try TableInput.records(csv), try TableInput.records(xlsx)] {
      #expect(records[0].fields == ["Key", "Name", "Value", "As of"])
      #expect(records[1].fields == ["K0", "案件数", "900", "2016-12-31"])
    }
  }

  @Test func nothingIsAnEmptyArray() throws {
    let empty = Sheet(title: sheet.title, columns: sheet.columns)
    let json = try TableOutput.bytes(empty, as: .json, language: .zh, created: 1)
    #expect(json == Array("[]\n".utf8))
  }
}
