import Kernel
import Localization
import Markup
import Paper
import Registry
import Storage
import Web
import WorkCalendar

/// 打印文书页 · Printing page: the papers that were made, of every record one may see; those chosen are joined in one file for
/// the printer, in the order of the list. Nothing is recorded of it, as of looking at a single paper.
struct PrintingPage: Sendable {
  static let title = Text("打印文书", "Print papers")
  static let path = "/papers"
  let names: [String: Text]

  func routes() -> [Route] {
    [
      .list(PathPattern(Self.path), .viewPapers, Self.title) { try await page($0, .fresh($0)) },
      Route(.post, PathPattern(Self.path), .viewPapers, Self.title, kind: .form, answersStaleForms: true) {
        request in
        try await FormExchange.answer(
          request, page: { try await page($0, $1).page(try await $0.frame()) },
          submit: { .file(try await Self.joined($0), name: "papers.pdf", type: "application/pdf", isInline: true) })
      },
    ]
  }

  /// Refuses as a whole where one of those chosen is not to be seen or not valid any more: nobody counts what a printer
  /// leaves out.
  private static func joined(_ request: WebRequest) async throws -> [UInt8] {
    let (principal, services) = (try request.requirePrincipal(), request.services)
    let chosen = try request.read { form in
      Set(form.chosen(Spine.Paper.self, none: Text("请至少选择一份文书。", "Choose at least one paper.")).map(\.id))
    }
    let papers = try await services.database.read { try PaperTable.finished(Array(chosen), for: principal, $0) }
    guard papers.count == chosen.count else { throw gone(chosen.count - papers.count) }
    var files: [[UInt8]] = []
    for paper in papers {
      guard let hash = (paper.signedSHA256 ?? paper.fileSHA256).flatMap({ BlobHash($0) }) else { throw gone(1) }
      files.append(try await services.files.read(hash))
    }
    return try await PaperPress().join(files)
  }

  private static func gone(_ count: Int) -> Refusal {
    Refusal(
      "papers.gone",
      Text(
        "所选文书中有\(count)份已经撤销，或者不在您的数据范围内，没有打印。请重新选择。",
        "\(count) of the papers chosen: revoked, or outside what you may see, so nothing was printed. Choose anew."),
      field: ChosenRow<Spine.Paper>.field)
  }

  private func page(_ request: WebRequest, _ state: FormState) async throws -> ListPage {
    let (principal, query) = (try request.requirePrincipal(), PaperQuery(request))
    let (papers, total, subjects) = try await request.services.database.read { reader in
      let (papers, total) = try PaperTable.list(query, for: principal, reader)
      return (papers, total, try PaperTable.subjects(of: papers, for: principal, reader))
    }
    let language = request.language
    return ListPage(
      choosing: table(papers, subjects, state, request), Self.title, lead: Self.lead(query, total),
      filter: { filter(query, $0, language) },
      more: pager(page: query.list.page, of: query.list.pages(of: total), total: total, in: language) {
        query.list.link(page: $0)
      },
      actions: papers.isEmpty ? [] : [Self.chooseAll(query, language)], to: query.path, state, request,
      decision: sheet(in: language) {
        p(.class("soft")) { Self.effect[language] }
        submitButton(Text("合并打印所选文书", "Print those chosen as one file"), in: language)
      })
  }

  private static let effect = Text(
    "所选文书按列表顺序合并成一个文件，每份内容不变。合并的文件只供打印，电子签名以每份原件为准。",
    "Those chosen become one file in the order of the list, each as it is. It is for the printer: the electronic signature is that of each original."
  )

  private static func chooseAll(_ query: PaperQuery, _ language: Language) -> HTML {
    linkButton(Text("全部选中", "Choose all"), to: query.path + "&all=1", in: language)
  }

  private static func lead(_ query: PaperQuery, _ total: Int) -> Text {
    Text(
      "\(Format.day(query.from, .zh))至\(Format.day(query.to, .zh))制作的文书\(total)份，一次最多打印\(query.list.size)份",
      "\(total) made from \(Format.day(query.from, .en)) to \(Format.day(query.to, .en)); at most \(query.list.size) are printed at once"
    )
  }

  private func filter(_ query: PaperQuery, _ saved: SavedFilters?, _ language: Language) -> HTML {
    filterForm(Self.path, saved: saved, in: language) {
      field(
        Field(
          "form", Text("文书", "Paper"),
          .select(names.sorted { $0.key < $1.key }.map { Choice($0.key, $0.value) }), required: false),
        query.form, in: language)
      field(Field("number", Text("文号", "Number"), required: false), query.number, in: language)
      field(Field("from", Text("起始日期", "From"), .date, required: false), query.from.description, in: language)
      field(Field("to", Text("截止日期", "To"), .date, required: false), query.to.description, in: language)
    }
  }

  private func table(
    _ papers: [PaperRecord], _ subjects: [Subject: SearchHit], _ state: FormState, _ request: WebRequest
  ) -> DataTable {
    DataTable(
      Self.title,
      columns: [
        Column(Text("选择", "Choose"), unseen: true), Column(Text("文书", "Paper")), Column(Text("文号", "Number")),
        Column(Text("当事人", "Party")), Column(Text("编号", "Record")), Column(Text("日期", "Date")),
      ],
      rows: papers.enumerated().map { row($1, at: $0, subjects[$1.subject], state, request) },
      empty: Text("这些日期没有文书。请改选日期。", "No paper was made in these days: choose others."))
  }

  private func row(
    _ paper: PaperRecord, at index: Int, _ subject: SearchHit?, _ state: FormState, _ request: WebRequest
  ) -> TableRow {
    let (language, name) = (request.language, names[paper.form] ?? .same(paper.form))
    let called = paper.number ?? paper.shortCode
    let path = request.services.search.first { $0.kind == paper.subject.kind }?.path(paper.subject.id)
    return TableRow([
      rowChoice(
        ChosenRow<Spine.Paper>(paper.id, paper.version), "\(name[language]) \(called)", at: index, state,
        orAll: request.query["all"] == "1", in: language),
      a(.href("/papers/\(paper.id)")) { paper.form.titled(name[language]) }, numeral(paper.number ?? "—"),
      .text(subject?.maskedName ?? "—"),
      subject.map { hit in path.map { a(.class("num"), .href($0)) { hit.number } } ?? numeral(hit.number) }
        ?? .text("—"),
      numeral(Format.day(paper.decidedOn, language)),
    ])
  }
}
