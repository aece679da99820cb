import Kernel
import Localization
import Markup
import Papers
import Registry
import Storage
import Web
import WorkCalendar

/// 查找页 · Search page: the people who were found (masked), then every record, newest first.
struct SearchPage {
  let asked: Search.Asked
  let found: SearchTable.Found
  /// Of each record the papers that bear what was typed.
  let papers: [UUIDv7: [FoundPaper]]
  let sources: [SearchSource]

  func list(_ request: WebRequest) -> ListPage {
    let (language, table) = (request.language, table(request.language))
    return ListPage(table) { frame in
      shell(frame, title: Search.title[language]) { body(table, actions(request), language) }
    }
  }

  /// What was typed whole is in no address, so its workbook is asked for by the person it found.
  private func actions(_ request: WebRequest) -> [HTML] {
    guard case .personal = asked else { return listActions(request) }
    let own = people.count == 1 ? people.first.map { $0.path + "&format=xlsx" } : nil
    return listActions(sheet: own, in: request.language)
  }

  private func body(_ table: DataTable, _ actions: [HTML], _ language: Language) -> HTML {
    .fragment {
      pageHead(Search.title[language], lead: .text(lead[language]), actions: actions)
      if case .nothing(refused: true) = asked {
        notice(
          Text(
            "证件号和电话不能放在网址里。请在页面上方的查找框里输入。",
            "Identity numbers and phones must not stand in an address: type them in the search box above."), .soon,
          in: language)
      }
      if people.count > 1 {
        sheet(Text("人员", "People"), in: language) {
          ul(.class("bare chips")) {
            for one in people {
              li { a(.class("button"), .href(one.path)) { "\(one.name) · \(one.count)" } }
            }
          }
        }
      }
      sheet(in: language, flush: true) { dataTable(table, in: language) }
      if found.isCut {
        p(.class("soft")) {
          Text("还有更多结果，请再输入几个字。", "There is more than is shown: type a little more.")[language]
        }
      }
    }
  }

  private var lead: Text {
    switch asked {
    case .text(let text):
      Text("“\(text)”：找到\(found.hits.count)条", "“\(text)”: \(found.hits.count) found")
    case .personal:
      Text("按证件号或者电话查找：\(found.hits.count)条", "By identity number or phone: \(found.hits.count) found")
    case .person: Text("同一人的全部记录：\(found.hits.count)条", "All records of one person: \(found.hits.count)")
    case .nothing:
      Text(
        "案号、文号、文书验证码、姓名、姓名拼音或首字母、案由、律师、乡镇；证件号、电话须输入完整。",
        "A number of a record or a paper, a verification code, a name, its pinyin or initials, a cause, a lawyer, a township; an identity number or a phone typed whole."
      )
    }
  }

  /// Each person once, with how many of the records are theirs.
  private var people: [(name: String, count: Int, path: String)] {
    var order: [PersonID] = []
    var known: [PersonID: (name: String, count: Int)] = [:]
    for hit in found.hits {
      guard let person = hit.person else { continue }
      if known[person] == nil { order.append(person) }
      known[person] = (hit.maskedName, (known[person]?.count ?? 0) + 1)
    }
    return order.compactMap { person in
      known[person].map { ($0.name, $0.count, Search.path + "?person=\(person)") }
    }
  }

  private func table(_ language: Language) -> DataTable {
    DataTable(
      Search.title,
      columns: [
        Column(Text("编号", "Number")), Column(Text("类别", "Kind")), Column(Text("当事人", "Party")),
        Column(Text("案由", "Cause")), Column(Text("状态", "State")), Column(Text("日期", "Date")),
      ],
      rows: found.hits.map { row($0, language) },
      empty: Text(
        "没有找到。换几个字试试，或者核对数据范围：只能找到您可以查看的记录。",
        "Nothing was found. Try other words; only records you may see can be found."))
  }

  private func link(to paper: FoundPaper, _ language: Language) -> HTML {
    let name = Capabilities.forms.first { $0.form == paper.form }?.name ?? .same(paper.form)
    return div(.class("small")) {
      a(.href("/papers/\(paper.id)")) { paper.form.titled(name[language]) }
      " "
      span(.class("soft num")) { paper.number ?? paper.shortCode }
    }
  }

  private func row(_ hit: SearchHit, _ language: Language) -> TableRow {
    let source = sources.first { $0.kind == hit.subject.kind }
    return TableRow([
      .fragment {
        a(.class("num"), .href(source?.path(hit.subject.id) ?? Search.path)) { hit.number }
        for paper in papers[hit.subject.id, default: []] { link(to: paper, language) }
      },
      .text(source?.name[language] ?? "—"), .text(hit.maskedName.isEmpty ? "—" : hit.maskedName), .text(hit.about),
      tag(hit.state[language]),
      numeral(Format.day(hit.recordedOn, language)),
    ])
  }
}
