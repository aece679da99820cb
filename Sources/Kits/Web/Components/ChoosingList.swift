package import Localization
package import Markup

extension ListPage {
  /// 批量办理的列表 · A list in which one chooses rows and does one thing with all of them. `decision`: the form below it,
  /// with its button; `more`: what stands below that, such as a pager; `done`: what was just done.
  package init(
    choosing table: DataTable, _ title: Text, lead: Text, done: Text? = nil,
    filter: @escaping @Sendable (SavedFilters?) -> HTML = { _ in .empty }, more: HTML = .empty,
    actions: [HTML] = [], to path: String, _ state: FormState, _ request: WebRequest, decision: HTML
  ) {
    let language = request.language
    self.init(table) { frame in
      shell(frame, title: title[language]) {
        pageHead(
          title[language], lead: table.rows.isEmpty ? .empty : .text(lead[language]),
          actions: actions + listActions(request))
        if let done { notice(done, in: language) }
        errorSummary(state.formErrors, in: language)
        filter(frame.savedFilters)
        if table.rows.isEmpty {
          sheet(in: language, flush: true) { dataTable(table, in: language) }
        } else {
          postForm(path, state.tokens(), changed: state.isReturned, in: language) {
            sheet(in: language, id: "chosen", flush: true) { dataTable(table, in: language) }
            decision
          }
          more
        }
      }
    }
  }
}

/// The check box of one row; what it chooses, `name`, stands beside it in the row and is only read out.
package func rowChoice<Of>(
  _ row: ChosenRow<Of>, _ name: String, at index: Int, _ state: FormState, orAll isAll: Bool = false,
  in language: Language
) -> HTML {
  let (field, value) = (ChosenRow<Of>.field, row.description)
  return rowChoice(
    field, value, at: index, isChosen: state.isReturned ? state.values(field).contains(value) : isAll,
    Text("选择", "Choose"), of: name, in: language)
}
