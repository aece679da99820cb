import Kernel
import Localization
import Markup
import Storage
import Web
import WorkCalendar

/// 节假日安排页 · Holidays of a year, and the form that enters the office's own; what would move is shown before it is saved.
struct HolidaysPage: Sendable {
  static let title = Text("节假日安排", "Holidays")
  private static let editTitle = Text("修改节假日安排", "Change the holidays")
  let limits: [LimitRule]

  @RouteBuilder func routes() -> [Route] {
    Route.list("/holidays", .manageCalendar, Self.title) { try await list($0) }
    Route.form("/holidays/changes", .manageCalendar, Self.editTitle, page: form, submit: submit)
  }

  private static func year(_ asked: Fields, _ request: WebRequest) -> Int {
    Int(asked["year"]).flatMap { (2000...2999).contains($0) ? $0 : nil } ?? request.today.year
  }

  private static func calendar(_ request: WebRequest) async throws -> WorkCalendar {
    let (county, base) = (try request.requirePrincipal().county, request.services.calendar)
    return try await request.services.database.read { try CalendarTable.calendar(of: county, over: base, $0) }
  }

  private func list(_ request: WebRequest) async throws -> ListPage {
    let (language, year) = (request.language, Self.year(request.query, request))
    let known = try await Self.calendar(request).years[year]
    let table = Self.table(known, language)
    return ListPage(table) { frame in
      shell(frame, title: Self.title[language]) {
        pageHead(
          Text("\(year)年节假日安排", "Holidays of \(year)")[language],
          lead: .text(known?.source[language] ?? ""),
          actions: [
            linkButton(Text("上一年", "The year before"), to: "/holidays?year=\(year - 1)", in: language),
            linkButton(Text("下一年", "The year after"), to: "/holidays?year=\(year + 1)", in: language),
            linkButton(Self.editTitle, to: "/holidays/changes?year=\(year)", .main, in: language),
          ] + listActions(request))
        if known == nil {
          notice(
            Text(
              "没有这一年的节假日数据，期限暂按周末计算，标注“暂定”。",
              "This year is not known: clocks count weekends only and are provisional."),
            .soon, in: language)
        }
        sheet(in: language, flush: true) { dataTable(table, in: language) }
      }
    }
  }

  private static func table(_ year: CalendarYear?, _ language: Language) -> DataTable {
    let rests = (year?.holidays ?? []).map { ($0.name, $0.days, true) }
    let works = (year?.workingWeekends ?? []).map { (Text("周末调休上班", "Weekend worked in exchange"), $0...$0, false) }
    let rows = (rests + works).sorted { $0.1.lowerBound < $1.1.lowerBound }
    return DataTable(
      title,
      columns: [
        Column(Text("开始", "From")), Column(Text("结束", "Until")), Column(Text("名称", "Name")),
        Column(Text("安排", "Kind")),
      ],
      rows: rows.map { name, days, isRest in
        TableRow([
          numeral(Format.day(days.lowerBound, language)), numeral(Format.day(days.upperBound, language)),
          .text(name[language]),
          isRest ? tag(Text("放假", "Holiday")[language], .good) : tag(Text("上班", "Working day")[language], .soon),
        ])
      },
      empty: Text("还没有这一年的安排。", "Nothing is entered for this year."))
  }

  // MARK: The form

  private static let daysField = Field(
    "days", Text("安排", "Days"), .textarea(rows: 10),
    hint: Text(
      "每行一个节日，例如：端午节 06-09..06-11 上班 06-12。新节日写作“名称/English”。",
      "A line a holiday, written as the lines already here: name, days such as 06-09..06-11, and the weekends worked for it. A new name takes its English after a slash."
    ))
  private static let sourceField = Field(
    "source", Text("依据", "Source"), hint: Text("通知的文号。", "The number of the notice."))

  private func form(_ request: WebRequest, _ state: FormState) async throws -> HTML {
    let language = request.language
    let year = Self.year(state.isReturned ? request.fields : request.query, request)
    let calendar = try await Self.calendar(request)
    let known = calendar.years[year]
    let shifts = state.isReturned ? try await shifts(request, year, calendar) : nil
    return shell(try await request.frame(), title: Self.editTitle[language]) {
      pageHead(Text("修改\(year)年节假日安排", "Change the holidays of \(year)")[language])
      if !state.formErrors.isEmpty { errorSummary(state.formErrors, in: language) }
      sheet(in: language) {
        postForm(request.path, state.tokens(), changed: state.isReturned, in: language) {
          hiddenField("year", String(year))
          if shifts != nil { hiddenField("seen", state.value("days")) }
          field(
            Self.daysField, state.value("days", or: known?.table ?? ""), errors: state.errors("days"), in: language)
          field(Self.sourceField, state.value("source"), errors: state.errors("source"), in: language)
          if let shifts { Self.preview(shifts, language) }
          submitButton(
            shifts == nil ? Text("查看影响", "See what moves") : Text("确认保存", "Save it"), .main, in: language)
        }
      }
    }
  }

  private static func preview(_ shifts: [DeadlineShift], _ language: Language) -> HTML {
    .fragment {
      h2 { Text("将变动的期限", "Clocks that move")[language] }
      dataTable(
        DataTable(
          Text("将变动的期限", "Clocks that move"),
          columns: [
            Column(Text("期限", "Clock")), Column(Text("原届满日", "Due before")), Column(Text("新届满日", "Due after")),
          ],
          rows: shifts.map { shift in
            TableRow([
              place(shift, language), numeral(Format.day(shift.before, language)),
              shift.after.map { numeral(Format.day($0, language)) }
                ?? tag(Text("曾中止，请人工核对", "Was suspended: check by hand")[language], .soon),
            ])
          },
          empty: Text("没有期限因此变动。", "No clock moves.")), in: language)
    }
  }

  private static func place(_ shift: DeadlineShift, _ language: Language) -> HTML {
    let subject = shift.deadline.subject
    let paths = ["application": "/applications/\(subject.id)", "case": "/cases/\(subject.id)"]
    guard let path = paths[subject.kind] else { return .text(shift.name[language]) }
    return a(.href(path)) { shift.name[language] }
  }

  private func shifts(_ request: WebRequest, _ year: Int, _ calendar: WorkCalendar) async throws -> [DeadlineShift]?
  {
    guard let wanted = try? CalendarYear(year: year, table: Self.lines(request.fields["days"]), source: .same(""))
    else {
      return nil
    }
    let county = try request.requirePrincipal().county
    let (running, office) = try await request.services.database.read {
      (try Deadline.running(in: county, $0), try OfficeLimits.of(county, $0))
    }
    return DeadlineShift.all(
      running, limits: limits, office: office, from: calendar, to: calendar.replacing(wanted))
  }

  private func submit(_ request: WebRequest) async throws -> String {
    let year = Self.year(request.fields, request)
    let (days, source) = try request.read { form in
      (
        form.requiredText("days", Self.daysField.label, max: 2_000, isMultiline: true),
        form.requiredText("source", Self.sourceField.label, max: 100)
      )
    }
    let wanted: CalendarYear
    do {
      wanted = try CalendarYear(year: year, table: Self.lines(days), source: .same(source))
    } catch {
      throw Refusals([Self.refusal(error)])
    }
    // The first time only shows what would move.
    let seen = try? CalendarYear(year: year, table: Self.lines(request.fields["seen"]), source: .same(""))
    guard seen?.table == wanted.table else { throw Refusals([]) }
    try await request.run(SetCalendarYear(wanted, source: source, limits: limits))
    return "/holidays?year=\(year)"
  }

  /// Browsers end the lines of a field in their own way.
  private static func lines(_ typed: String) -> String {
    typed.split(whereSeparator: \.isNewline).joined(separator: "\n")
  }

  private static func refusal(_ faults: CalendarYear.Faults) -> Refusal {
    func list(_ language: Language) -> String {
      faults.all.map { fault in
        language == .zh ? "第\(fault.line)行：\(fault.message.zh)" : "line \(fault.line): \(fault.message.en)"
      }.joined(separator: language == .zh ? "；" : "; ")
    }
    return Refusal("calendar.days", Text(list(.zh), list(.en)), field: "days")
  }
}
