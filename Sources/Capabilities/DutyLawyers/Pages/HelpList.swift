import Intake
import Kernel
import Localization
import Markup
import Registry
import Storage
import Web
import WorkCalendar

/// 法律帮助列表 · The legal help one may see, newest first: the ledger F29, as one filters it.
struct HelpList: Sendable {
  struct Filter: Sendable {
    static let names = ["state", "source", "place", "lawyer", "kind", "application", "from", "to"]

    let state: LegalHelpState?
    let source: HelpSource?
    let place: DutyPlaceID?
    let lawyer: LegalAidPersonID?
    let kind: HelpKind?
    /// taken, open, forwarded
    let application: String
    let from: Day?
    let to: Day?

    init(_ request: WebRequest) {
      state = LegalHelpState(rawValue: request.query["state"])
      source = HelpSource(rawValue: request.query["source"])
      place = DutyPlaceID(request.query["place"])
      lawyer = LegalAidPersonID(request.query["lawyer"])
      kind = HelpKind(rawValue: request.query["kind"])
      application = request.query["application"]
      from = Day(request.query["from"])
      to = Day(request.query["to"])
    }

    func conditions(_ principal: Principal) -> [SQL] {
      var all: [SQL] = [principal.scope("h")]
      if let state { all.append("h.state = \(state)") }
      if let source { all.append("h.source = \(source)") }
      if let place { all.append("h.place = \(place)") }
      if let lawyer { all.append("h.undertaker = \(lawyer)") }
      if let kind { all.append(Self.gave(kind)) }
      if application == "open" { all.append("h.taken_at IS NOT NULL AND h.forwarded_at IS NULL") }
      if application == "forwarded" { all.append("h.forwarded_at IS NOT NULL") }
      if let from { all.append("h.received_at >= \(Instant(from))") }
      if let to { all.append("h.received_at < \(Instant(to.next))") }
      return all
    }

    /// Kinds are stored in the order of the law, so that each combination is one text.
    private static func gave(_ kind: HelpKind) -> SQL {
      let combinations = (1..<(1 << HelpKind.allCases.count)).map { bits in
        HelpKind.allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element)
      }
      return "h.kinds IN \(list: combinations.filter { $0.contains(kind) }.map(HelpKind.joined))"
    }
  }

  let lines: [LegalHelp]
  let total: Int

  static func load(
    _ filter: Filter, _ query: ListQuery, for principal: Principal, _ reader: any Reader
  ) throws -> HelpList {
    let found = try LegalHelpTable.list(
      filter.conditions(principal).joined(" AND "),
      order: query.isDescending ? "h.received_at, h.id" : "h.received_at DESC, h.id DESC", limit: query.size,
      offset: query.offset, reader)
    return HelpList(lines: found.all, total: found.total)
  }
}

/// 法律帮助列表页 · The ledger's page.
enum HelpListPage {
  static let title = Text("值班律师法律帮助", "Legal help by duty lawyers")
  private typealias F = HelpFields

  static func list(
    _ request: WebRequest, _ list: HelpList, _ filter: HelpList.Filter, _ query: ListQuery, _ known: HelpKnown,
    _ principal: Principal
  ) -> ListPage {
    let language = request.language
    let table = table(list, query, principal, language)
    let counted = Text(
      "共\(list.total)件，与法律援助案件分开统计。", "\(list.total) in all, counted apart from legal aid cases.")
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(
          title[language], lead: .text(counted[language]), actions: actions(request) + listActions(request))
        filters(filter, known, frame.savedFilters, language)
        sheet(in: language, flush: true) { dataTable(table, in: language) }
        pager(page: query.page, of: query.pages(of: list.total), total: list.total, in: language) {
          query.link(page: $0)
        }
      }
    }
  }

  private static func actions(_ request: WebRequest) -> [HTML] {
    var actions = [
      linkButton(HelpCountsPage.title, to: HelpPaths.counts, in: request.language),
      linkButton(RosterPage.title, to: HelpPaths.roster, in: request.language),
    ]
    if request.principal?.holds(.registerHelp) == true {
      actions.insert(linkButton(NewHelpPage.title, to: HelpPaths.new, .main, in: request.language), at: 0)
    }
    return actions
  }

  private static func filters(
    _ filter: HelpList.Filter, _ known: HelpKnown, _ saved: SavedFilters?, _ language: Language
  ) -> HTML {
    filterForm(HelpPaths.list, saved: saved, in: language) {
      field(
        choice("state", Text("状态", "State"), LegalHelpState.allCases.map { Choice($0.rawValue, $0.name) }),
        filter.state?.rawValue ?? "", in: language)
      field(
        choice("source", F.source.label, HelpSource.allCases.map { Choice($0.rawValue, $0.name) }),
        filter.source?.rawValue ?? "", in: language)
      field(F.place(known.places, required: false), filter.place?.description ?? "", in: language)
      field(F.lawyer(known.lawyers, required: false), filter.lawyer?.description ?? "", in: language)
      field(
        choice(
          "kind", Text("法律帮助内容", "Kind of legal help"), HelpKind.allCases.map { Choice($0.rawValue, $0.name) }),
        filter.kind?.rawValue ?? "", in: language)
      field(
        choice(
          "application", Text("法律援助申请", "Application"),
          [
            Choice("open", Text("尚未转交", "Not yet forwarded")), Choice("forwarded", Text("已转交", "Forwarded")),
          ]), filter.application, in: language)
      field(Field("from", F.from.label, .date, required: false), filter.from?.description ?? "", in: language)
      field(Field("to", F.to.label, .date, required: false), filter.to?.description ?? "", in: language)
    }
  }

  private static func choice(_ name: String, _ label: Text, _ choices: [Choice]) -> Field {
    Field(name, label, .select(choices), required: false)
  }

  private static func table(
    _ list: HelpList, _ query: ListQuery, _ principal: Principal, _ language: Language
  ) -> DataTable {
    DataTable(
      title,
      columns: [
        Column(Text("编号", "Number")), Column(Text("姓名", "Name")), Column(Text("罪名", "Charge")),
        Column(Text("阶段", "Stage")), Column(Text("来源", "Asked for by")), Column(Text("值班地点", "Duty place")),
        Column(Text("值班律师", "Duty lawyer")), Column(Text("法律帮助内容", "Kind of legal help")),
        Column(Text("状态", "State")),
        Column(
          Text("收到时间", "Received"), sortPath: query.link(sort: "newest"),
          sorted: query.isDescending ? .ascending : .descending), Column(Text("法律援助申请", "Application")),
      ],
      rows: list.lines.map { row($0, principal, language) },
      empty: Text(
        "没有符合条件的法律帮助。本人申请、办案机关通知和现场接待的，登记后出现在这里。",
        "No legal help fits. What the person, an organ or the post on site asks for appears here once registered."))
  }

  private static func row(_ it: LegalHelp, _ principal: Principal, _ language: Language) -> TableRow {
    TableRow([
      a(.class("num"), .href(HelpPaths.page.path(it.id))) { it.number },
      .text(Format.mask(name: it.name(to: principal))), .text(it.charge ?? "—"), .text(it.stage.name[language]),
      .text(it.source.name[language]), .text(it.placeName), .text(it.lawyerName ?? "—"),
      .text(it.kinds.isEmpty ? "—" : Text.list(it.kinds.map(\.name))[language]),
      tag(it.state.name[language], it.state == .requested ? .soon : it.state == .recorded ? .good : .plain),
      numeral(Format.instant(it.receivedAt, language)), forwarding(it, language),
    ])
  }

  static func forwarding(_ it: LegalHelp, _ language: Language) -> HTML {
    guard it.takenAt != nil else { return .text("—") }
    if let late = it.forwardedLate {
      return tag(Text("迟\(late)小时转交", "\(late) h late")[language], .late)
    }
    if it.forwardedAt != nil { return tag(Text("已转交", "Forwarded")[language], .good) }
    guard let by = it.forwardBy else { return tag(Text("待转交", "To be forwarded")[language], .soon) }
    let words = Text("\(Format.instant(by, .zh))前转交", "by \(Format.instant(by, .en))")
    return tag(words[language], .soon)
  }
}
