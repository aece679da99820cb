import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 封存记录清单 · The concealed matters, for the one who may open them: by number, ground and reason.
struct ConcealedList: Sendable {
  static let title = Text("封存的记录", "Concealed records")

  struct Line: Sendable {
    let concealment: Concealment
    let number: String?
    let application: ApplicationID?
    let aidCase: CaseID?
  }

  let lines: [Line]
  let opened: Set<MatterID>

  static func load(_ principal: Principal, _ reader: any Reader) throws -> ConcealedList {
    let lines = try reader.rows(
      """
      SELECT c.matter, c.ground, c.reason, c.set_by, c.set_on,
        COALESCE(aid_case.number, a.number, a.receipt_number) AS number, a.id AS application, aid_case.id AS aid_case
      FROM concealment c LEFT JOIN aid_application a ON a.matter = c.matter
        LEFT JOIN aid_case ON aid_case.matter = c.matter
      WHERE c.county = \(principal.county)
        AND ((\(principal.scope("a"))) OR (\(principal.scope("aid_case"))))
      ORDER BY c.set_on DESC, c.matter, c.ground, a.id NULLS LAST, aid_case.id NULLS LAST LIMIT 500
      """
    ).map(Line.init)
    return ConcealedList(lines: lines, opened: Set(principal.openedMatters))
  }

  func listPage(_ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, table(request.language))
    return ListPage(table) { frame in
      shell(frame, title: Self.title[language]) {
        pageHead(Self.title[language], actions: listActions(request))
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private func table(_ language: Language) -> DataTable {
    DataTable(
      Self.title,
      columns: [
        Column(Text("编号", "Number")), Column(Text("依据", "Ground")), Column(Text("办理日期", "Since")),
        Column(Text("办理人", "By")), Column(Text("理由", "Reason")), .actions,
      ],
      rows: lines.map { row($0, language) },
      empty: Text("没有封存或者限制处理的记录。", "No record is concealed."))
  }

  private func row(_ line: Line, _ language: Language) -> TableRow {
    let it = line.concealment
    return TableRow([
      numeral(line.number ?? "—"), .text(it.ground.name[language]), numeral(Format.day(it.setOn, language)),
      .text(it.setBy), .text(it.reason), actions(line, language),
    ])
  }

  private func actions(_ line: Line, _ language: Language) -> HTML {
    let matter = line.concealment.matter
    return .fragment {
      if opened.contains(matter) {
        if let aidCase = line.aidCase {
          linkButton(Text("案件", "Case"), to: "/cases/\(aidCase)", in: language)
        } else if let application = line.application {
          linkButton(Text("申请", "Application"), to: "/applications/\(application)", in: language)
        }
      } else {
        linkButton(Text("查阅", "Open"), to: ConcealmentPaths.opening.path(matter), in: language)
      }
      " "
      linkButton(Text("解除", "Lift"), to: ConcealmentPaths.lifting.path(matter), in: language)
    }
  }
}

extension ConcealedList.Line {
  fileprivate init(_ row: Row) throws {
    concealment = try Concealment(row)
    number = try row.get("number")
    application = try row.get("application")
    aidCase = try row.get("aid_case")
  }
}
