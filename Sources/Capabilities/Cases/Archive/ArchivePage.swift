import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 档案列表 · The archive: what is kept where and how long, what is lent, what is past its time.
struct ArchivePage: Sendable {
  static let path: PathPattern = "/archive"
  static let title = Text("档案", "Archive")

  let query: ArchiveQuery
  let files: [ArchivedFile]
  let total: Int
  let today: Day
  let principal: Principal

  static func load(
    _ query: ArchiveQuery, _ principal: Principal, _ today: Day, _ reader: any Reader
  ) throws -> ArchivePage {
    let (files, total) = try ArchiveTable.list(query, on: today, for: principal, reader)
    return ArchivePage(query: query, files: files, total: total, today: today, principal: principal)
  }

  func listPage(_ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, list(request.language))
    return ListPage(table) { frame in
      shell(frame, title: Self.title[language]) {
        body(table, listActions(request), frame.savedFilters, in: language)
      }
    }
  }

  private func body(
    _ table: DataTable, _ actions: [HTML], _ saved: SavedFilters?, in language: Language
  ) -> HTML {
    .fragment {
      pageHead(
        Self.title[language],
        actions: actions + [linkButton(AppraisalPage.title, to: AppraisalPage.path.path(), in: language)])
      filter(saved, language)
      sheet(in: language, flush: true) { dataTable(table, in: language) }
      pager(page: query.list.page, of: query.list.pages(of: total), total: total, in: language) {
        query.list.link(page: $0)
      }
    }
  }

  private func filter(_ saved: SavedFilters?, _ language: Language) -> HTML {
    filterForm(Self.path.path(), saved: saved, in: language) {
      field(
        Field(
          "text", Text("档案号、案件编号、受援人", "Archive number, case number or recipient"),
          hint: Text("受援人可以只填开头。", "The beginning of a name is enough."), required: false), query.text, in: language
      )
      field(
        Field("year", Text("归档年度", "Archived in"), .number, required: false), query.year.map(String.init) ?? "",
        in: language)
      field(
        Field(
          "retention", Text("保管期限", "Retention"),
          .select(RetentionClass.allCases.map { Choice($0.rawValue, $0.name) }), required: false),
        query.retention?.rawValue ?? "", in: language)
      field(
        Field(
          "standing", Text("情况", "Standing"),
          .select(ArchiveQuery.Standing.allCases.map { Choice($0.rawValue, $0.name) }), required: false),
        query.standing?.rawValue ?? "", in: language)
    }
  }

  private func list(_ language: Language) -> DataTable {
    DataTable(
      Self.title,
      columns: [
        Column(Text("档案号", "Archive number")), Column(Text("案件编号", "Case number")),
        Column(Text("受援人", "Recipient")),
        Column(Text("归档日期", "Archived on")), Column(Text("保管期限", "Retention")), Column(Text("位置", "Place")),
        Column(Text("情况", "Standing")),
      ],
      rows: files.map { file in
        TableRow([
          a(.class("num"), .href(CasePaths.page.path(file.aidCase))) { file.archiveNumber }, numeral(file.number),
          .text(file.recipientName), numeral(file.archivedOn.map { Format.day($0, language) } ?? "—"),
          .text(file.retention?.name[language] ?? "—"), .text(file.place.isEmpty ? "—" : file.place),
          standing(file, language),
        ])
      },
      empty: Text("没有符合条件的档案。案件归档后出现在这里。", "No dossier fits. A case appears here once it is archived."))
  }

  private func standing(_ file: ArchivedFile, _ language: Language) -> HTML {
    if file.destroyedOn != nil { return tag(Text("已销毁", "Destroyed")[language]) }
    if let due = file.lentUntil {
      return due < today
        ? tag(Text("逾期未还", "Overdue")[language], .late)
        : tag(Text("借出，应还\(Format.day(due, .zh))", "Lent until \(Format.day(due, .en))")[language], .soon)
    }
    return tag(Text("在库", "In place")[language], .good)
  }
}
