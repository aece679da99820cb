import Kernel
import Localization
import Markup
import Registry
import Web
import WorkCalendar

/// 咨询列表页 · Consultation list page, filtered by state, channel, topic, township, days and number.
enum ConsultationListPage {
  private typealias F = ConsultationFields

  static func list(
    _ request: WebRequest, _ list: ConsultationList, _ filter: ConsultationList.Filter, _ query: ListQuery
  ) -> ListPage {
    let language = request.language
    let table = table(list, query, language)
    let title = Text("咨询", "Consultations")
    let counted = Text(
      "共\(list.total)次咨询，代拟法律文书\(list.drafts)件",
      "Consultations: \(list.total); drafting of legal documents: \(list.drafts)")
    return ListPage(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(
          title[language], lead: .text(counted[language]), actions: actions(request) + listActions(request))
        filters(list, filter, frame.savedFilters, language)
        sheet(in: language, flush: true) { dataTable(table, in: language) }
        pager(page: query.page, of: query.pages(of: list.total), total: list.total, in: language) {
          query.link(page: $0)
        }
      }
    }
  }

  private static func actions(_ request: WebRequest) -> [HTML] {
    guard request.principal?.holds(.recordConsultation) == true else { return [] }
    return [
      linkButton(Text("登记咨询", "Record a consultation"), to: ConsultationPaths.new, .main, in: request.language)
    ]
  }

  private static func filters(
    _ list: ConsultationList, _ filter: ConsultationList.Filter, _ saved: SavedFilters?, _ language: Language
  ) -> HTML {
    filterForm(ConsultationPaths.list, saved: saved, in: language) {
      field(
        Field(
          "state", Text("状态", "State"),
          .select(ConsultationState.allCases.map { Choice($0.rawValue, $0.name) }), required: false),
        filter.state?.rawValue ?? "", in: language)
      field(
        Field(
          "channel", F.channel.label, .select(F.channels.map { Choice($0.rawValue, $0.name) }), required: false),
        filter.channel?.rawValue ?? "", in: language)
      field(
        Field(
          "topic", F.topic.label, .select(ConsultationTopic.allCases.map { Choice($0.rawValue, $0.name) }),
          required: false), filter.topic?.rawValue ?? "", in: language)
      field(F.township(list.townships), filter.township, in: language)
      field(Field("from", Text("从", "From"), .date, required: false), filter.from, in: language)
      field(Field("to", Text("到", "To"), .date, required: false), filter.to, in: language)
      field(
        Field("q", Text("编号", "Number"), hint: Text("完整的咨询编号", "The whole consultation number"), required: false),
        filter.text, in: language)
    }
  }

  private static func table(_ list: ConsultationList, _ query: ListQuery, _ language: Language) -> DataTable {
    DataTable(
      Text("咨询", "Consultations"),
      columns: [
        Column(Text("编号", "Number")), Column(Text("咨询人", "Consulter")), Column(Text("事由", "Cause")),
        Column(Text("咨询方式", "Channel of consultation")), Column(Text("状态", "State")),
        Column(
          Text("接待时间", "Served"), sortPath: query.link(sort: "newest"),
          sorted: query.isDescending ? .ascending : .descending),
        Column(Text("录入", "Entered")),
      ],
      rows: list.lines.map { row($0.it, $0.who, language) },
      empty: Text(
        "没有符合条件的咨询。工作站和受理窗口登记的咨询会出现在这里。",
        "No consultation fits. Those recorded at stations and at the window appear here."))
  }

  private static func row(_ it: Consultation, _ who: Consulter, _ language: Language) -> TableRow {
    let day = it.isSameDay ? Text("当日", "Same day") : Text("非当日", "Later")
    return TableRow([
      a(.class("num"), .href(ConsultationPaths.page(it.id))) { it.number },
      .text(who.name.map(Format.mask(name:)) ?? Text("未提供", "Not given")[language]), .text(it.cause),
      .text(it.channel.name[language]), tag(it.state.name[language]),
      numeral(Format.instant(it.servedAt, language)), tag(day[language], it.isSameDay ? .good : .soon),
    ])
  }
}
