import Localization
import Markup
import Testing
import Web

@Suite("页面部件 · Components")
struct ComponentTests {
  static let columns = [
    Column(Text("案号", "Number"), sortPath: "?sort=number", sorted: .descending),
    Column(Text("金额", "Amount"), number: true),
  ]

  @Test("A table labels its cells for the phone, says what is sorted and how urgent a row is")
  func table() throws {
    let rows = [TableRow([.text("〔2016〕第1号"), .text("18.00")], .late)]
    let list = DataTable(
      Text("台账", "Ledger"), columns: Self.columns, rows: rows, totals: [.text("合计"), .text("18.00")],
      empty: Text("没有", "None"))
    let parsed = try #require(Parsed(dataTable(list, in: .zh)))
    #expect(parsed.nodes.first { $0.name == "th" }?.attributes["aria-sort"] == "descending")
    #expect(
      parsed.nodes.filter { $0.name == "td" }.map { $0.attributes["data-label"] } == ["案号", "金额", "案号", "金额"])
    #expect(parsed.nodes.filter { $0.name == "tr" }.map { $0.attributes["class"] } == [nil, "late", nil])
    #expect(parsed.text == "台账案号 ↓金额〔2016〕第1号18.00合计18.00")
  }

  @Test("The column of actions is named for those who listen, and its cells have no label")
  func actionsColumn() throws {
    let rows = [TableRow([.text("〔2016〕第1号"), linkButton(Text("指派", "Assign"), to: "/x", in: .en)])]
    let list = DataTable(
      Text("台账", "Ledger"), columns: [Column(Text("案号", "Number")), .actions], rows: rows, empty: Text("没有", "None")
    )
    let parsed = try #require(Parsed(dataTable(list, in: .en)))
    #expect(parsed.text == "LedgerNumberActions〔2016〕第1号Assign")
    #expect(parsed.nodes.filter { $0.name == "td" }.map { $0.attributes["data-label"] } == ["Number", nil])
  }

  @Test("An empty table says what would fill it")
  func emptyTable() {
    let list = DataTable(
      Text("台账", "Ledger"), columns: Self.columns, rows: [], empty: Text("还没有投诉。", "No complaints yet."))
    #expect(dataTable(list, in: .en).rendered() == #"<p class="empty">No complaints yet.</p>"#)
  }

  @Test(
    "The pager shows the ends and the neighbours",
    arguments: [
      (1, 1, [Int]()), (1, 3, [1, 2, 3]), (6, 12, [1, 4, 5, 6, 7, 8, 12]), (12, 12, [1, 10, 11, 12]),
    ])
  func pages(page: Int, pages: Int, shown: [Int]) throws {
    let parsed = try #require(Parsed(pager(page: page, of: pages, total: 99, in: .en) { "?page=\($0)" }))
    let numbers = parsed.nodes.filter { $0.name == "a" && $0.attributes["rel"] == nil }
    #expect(numbers.compactMap { $0.attributes["href"] } == shown.map { "?page=\($0)" })
    #expect(
      numbers.first { $0.attributes["aria-current"] == "page" }?.attributes["href"]
        == (shown.isEmpty ? nil : "?page=\(page)"))
    #expect(parsed.nodes.contains { $0.attributes["rel"] == "prev" } == (page > 1))
    #expect(parsed.nodes.contains { $0.attributes["rel"] == "next" } == (page < pages))
  }

  @Test("A form that changes something carries csrf, token and version")
  func tokens() throws {
    let tokens = FormTokens(csrf: "c", token: "t", version: 7)
    let html = postForm("/cases/1/closing", tokens, uploads: true, changed: true, in: .zh) {
      submitButton(Text("结案", "Close"), in: .zh)
    }
    let parsed = try #require(Parsed(html))
    let hidden = parsed.nodes.filter { $0.attributes["type"] == "hidden" }
    #expect(hidden.map { $0.attributes["name"] } == ["csrf", "token", "version"])
    #expect(hidden.map { $0.attributes["value"] } == ["c", "t", "7"])
    #expect(parsed.nodes.first?.attributes["enctype"] == "multipart/form-data")
    #expect(parsed.nodes.first?.attributes["data-changed"] == "")
  }

  @Test("Steps, as they stand")
  func stepsSnapshot() {
    let html = steps(
      [Step(Text("申请", "Application"), note: "6 May", .done), Step(Text("办理", "Handling"), .now)], in: .en)
    #expect(
      html.rendered() == """
        <ol class="steps"><li class="done"><b>Application</b><span class="unseen">done</span>\
        <span class="small">6 May</span></li><li class="now" aria-current="step"><b>Handling</b></li></ol>
        """)
  }

  @Test("A check-answers row names what it changes, and an empty answer says so")
  func answers() throws {
    let html = summaryList([Answer(Text("电话", "Phone"), "", changePath: "/apply/phone")], in: .en)
    #expect(try #require(Parsed(html)).text == "PhoneNot filled inChange Phone")
  }

  @Test("A binding step says what, to whom, which papers and by which law")
  func consequence() throws {
    let step = Consequence(
      Text("终止援助", "End the aid"), whom: "赵春兰", papers: [Text("决定书", "Decision")],
      basis: Text("条例第23条", "Article 23"))
    let text = try #require(Parsed(confirmation(step, in: .en) {})).text
    for part in ["End the aid", "赵春兰", "Decision", "Article 23", "cannot be taken back"] {
      #expect(text.contains(part))
    }
  }
}
